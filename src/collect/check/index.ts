export { checkSubmission, checkTask, isOfEntry } from './check.ts';
export { explanationOf } from './checked.ts';
export { checkSentences } from './sentences.ts';
