/** What may belong in the blanks of a template. */
export type { Asking, Candidate, Confidence, Reason, Suggestion } from './contract.ts';
export { findCandidates } from './find.ts';
export { confidenceOf, lesser, suggestAll } from './suggest.ts';
