/** The HTTP door over the actions of all stages. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { LIMITS, type Limits } from './limits.ts';
export type { LogTo } from './logs.ts';
export { ServerProblem } from './problems.ts';
export { type Opening, openServer } from './server.ts';
export { CSRF_HEADER } from './visitor.ts';

export const messages = { zh, en };
