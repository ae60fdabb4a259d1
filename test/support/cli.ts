/** Runs the command line as people do: a process, its output, its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function luzhi(...words: string[]): Ran {
  const environment = { ...process.env, LANG: 'zh_CN.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** A folder that goes when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
