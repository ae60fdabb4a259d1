/** Everything in one file, and back. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { restoreBackup } from './restore-backup.ts';
export { type BackedUp, type Ground, writeBackup } from './write-backup.ts';
export const messages = { zh, en };
