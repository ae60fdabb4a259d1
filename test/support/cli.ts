/** Runs the command line: its words, its output, its exit code. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../src/cli/run.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** In this process: one of its own would compile everything anew for each of some hundred calls. */
export async function luzhi(...words: string[]): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const status = await run(words, 'zh_CN.UTF-8', {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

/** A folder that goes when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
