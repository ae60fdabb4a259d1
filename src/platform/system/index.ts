/** The installation as its administrator keeps it: how it does, and its backups. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Installation } from './installation.ts';
export { HOUSE_JOB, keepHouse, startKeepingHouse } from './keep-house.ts';
export { BACKUP_JOB, makeBackup } from './kept-backups.ts';
export { systemRoutes } from './system-routes.ts';
export const messages = { zh, en };
