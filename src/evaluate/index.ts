/** What it amounts to: a round evaluated, with the walk back from every value. */

export { formulaWords } from './formula-words.ts';
export { stateLast } from './last/state-last.ts';
export * from './on-files.ts';
export { mayAskResults, maySeeResult } from './policy.ts';
export { EvaluateProblem } from './problems.ts';
export { evaluateAfresh, evaluateRound, type RoundEvaluation } from './round/round-evaluation.ts';
export { type Stated, statedBy } from './round/stated.store.ts';
export { evaluateRoutes } from './routes.ts';
