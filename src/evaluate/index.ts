/** What it amounts to: a round evaluated, with the walk back from every value. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { checkSentences } from './check-sentences.ts';
export * from './contract.ts';
export { evaluate } from './evaluate.ts';
export { evaluateAfresh, evaluateRound, type RoundEvaluation } from './round/round-evaluation.ts';
export { type Stated, statedBy } from './round/stated.store.ts';
export { evaluateRoutes } from './routes.ts';
export const messages = { zh, en };
