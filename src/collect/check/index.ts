export { checkSubmission } from './check.ts';
export { checkSentences } from './sentences.ts';
