/** Steps and sentences, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export const messages = { zh, en };
