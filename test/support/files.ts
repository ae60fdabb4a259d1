/** Contents of a test: filed where the system files them, in a folder that goes with the run. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { type Files, openFiles } from '../../src/platform/index.ts';
import { runFolder } from './run-folder.ts';

export const testFiles = (): Files => openFiles(mkdtempSync(path.join(runFolder(), 'files-')));

const none = () => Promise.reject(new Error('no files here'));
/** Where a test has to do with no content. */
export const NO_FILES: Files = {
  read: none,
  put: none,
  take: none,
  sentBy: () => ({ read: none, drop: none, keep: () => Promise.resolve() }),
};
