/** Contents of a test: filed where the system files them, in a folder that goes with the process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Files, openFiles } from '../../src/platform/index.ts';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function testFiles(): Files {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-test-files-'));
  folders.push(folder);
  return openFiles(folder);
}

const none = () => Promise.reject(new Error('no files here'));
/** Where a test has to do with no content. */
export const NO_FILES: Files = { read: none, put: none, take: none };
