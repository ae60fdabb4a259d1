/** Steps and sentences, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { STEPS } from './steps.ts';

export const messages = { zh, en };
