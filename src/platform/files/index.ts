/** Contents by hash. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Files } from './contract.ts';
export { openFiles } from './disk.ts';
export const messages = { zh, en };
