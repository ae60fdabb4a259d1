/** Work after the answer, on the same database. */
export type { Handler, Job } from './contract.ts';
export { enqueue } from './jobs.store.ts';
export { keepWorking, type Workshop, workOnce } from './work.ts';
