/** What of this room browsers share. */
export type * from './contract.ts';
export { levelOf } from './level.ts';
