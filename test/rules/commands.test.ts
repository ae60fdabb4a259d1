/** Every command line of the documents runs, in the order they stand, from nothing. */

import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'README.zh-CN.md', 'docs/cli.md', 'docs/scheme-format.md'];

/** Lines `bin/luzhi …` of code blocks; forms with words to fill in are written without `bin/`. */
const commands = new Set(
  DOCUMENTS.flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('bin/luzhi ')),
    ),
  ),
);

test('every command of the documents runs as it stands', () => {
  const folder = temporaryFolder();
  for (const name of ['docs', 'schemes']) symlinkSync(path.join(ROOT, name), path.join(folder, name));
  expect(commands.size).toBeGreaterThan(7);
  for (const line of commands) {
    const [, ...words] = line.split(/\s+/);
    const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, `${line}\n${stderr}`).toBe(0);
  }
});
