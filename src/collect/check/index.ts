export { checkSubmission } from './check.ts';
