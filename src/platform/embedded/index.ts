/** A PostgreSQL of one's own: started, watched and ended with the system, in its data folder. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Connection, Embedded, Log, Where } from './contract.ts';
export { openEmbedded } from './open.ts';
export { openFolder } from './place.ts';
export { EmbeddedProblem } from './problems.ts';
export { refusing } from './refusing.ts';

export const messages = { zh, en };
