/** Work after the answer, on the same database. */
export type { Handler, Job } from './contract.ts';
export { enqueue, freeJobs } from './jobs.store.ts';
export { openQueue, type Queue } from './queue.ts';
export { keepWorking, type Workshop, workOnce } from './work.ts';
