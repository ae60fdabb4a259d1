/** The formula language: text in, closures over a context out. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { cvParts, greatestOf, type MetParts, metParts, upperLimits } from './anatomy.ts';
export { compileFormula } from './compile.ts';
export { type Completion, completeFormula, type NameOffered, type Offer } from './complete.ts';
export * from './contract.ts';
export { FUNCTION_NAMES } from './functions/index.ts';
export { SIGNATURES, type Signature } from './signatures.ts';
export { DEPTH_LIMIT, TOKENS_LIMIT } from './syntax.ts';
export const messages = { zh, en };
