/** Contents by hash. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Filed, Files } from './contract.ts';
export { openFiles } from './disk.ts';
export { scanWith } from './scan.ts';
export { noteUpload, refuseUnsent } from './uploads.store.ts';
export const messages = { zh, en };
