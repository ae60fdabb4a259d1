/** Types, style and dead code are tests like all others, so one closing line counts everything. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('the types hold', () => expect(run('typescript/bin/tsc', '--noEmit')).toBe(''));
test('the types of the workbench hold', () => expect(run('typescript/bin/tsc', '--noEmit', '-p', 'web')).toBe(''));
test('the style is one', () => expect(run('@biomejs/biome/bin/biome', 'check', '.')).toBe(''));
test('nothing is written that nobody uses', () => expect(run('knip/bin/knip.js')).toBe(''));
