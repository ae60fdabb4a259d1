export { checkSubmission, checkTask, isOfEntry } from './check.ts';
export { checkSentences } from './sentences.ts';
