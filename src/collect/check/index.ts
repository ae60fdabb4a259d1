export { checkSubmission, checkTask } from './check.ts';
export { checkSentences } from './sentences.ts';
