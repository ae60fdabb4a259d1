/** Contents by hash. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Filed, Files, FilesAtHand } from './contract.ts';
export { openFiles } from './disk.ts';
export { FilesProblem } from './problems.ts';
export { scanWith } from './scan.ts';
export { syncFolder } from './sync-folder.ts';
export { noteUpload, refuseUnsent } from './uploads.store.ts';
export const messages = { zh, en };
