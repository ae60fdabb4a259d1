/**
 * What a browser shares with the server while someone types: how a cell is read, what the checks say of it, and the
 * sentences. The server's verdict counts; this one is there before the next key.
 */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { CheckedFigure, Pair } from './check/checked.ts';
export { REASON_LENGTH } from './check/checked.ts';
export { checkFigures, withoutDoubles } from './check/figures.ts';
export { FORMER_REASON, formerReasons } from './check/former-reasons.ts';
export { checkOwn } from './check/own.ts';
export { checkSentences } from './check/sentences.ts';
export { isAbout, isExceptable, isGranted, stillStands, withGrants } from './exceptions/granted.ts';
export { readAnswer } from './read/value.ts';
export const messages = { zh, en };
