/** The room on files alone: an evaluation of what was read, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { checkSentences } from './check-sentences.ts';
export * from './contract.ts';
export { type EvaluateOptions, evaluate } from './evaluate.ts';
export { parseLastYear } from './last-year.ts';
export { followsFrom } from './open-leaves.ts';
export { showScore } from './print.ts';
export { asProof } from './proofs.ts';
export { knownShort } from './scoring/known-short.ts';
export { isWithin } from './within.ts';

export const messages = { zh, en };
