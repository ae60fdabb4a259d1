/** Who agreed: steps of a task from its filler to the lock. */

export { decide } from './decisions.store.ts';
export * from './on-files.ts';
export { reviewRoutes } from './routes.ts';
export { acceptTask, approveTask, lockOneTask, returnTask, submitTask, unlockTask, withdrawTask } from './take-step.ts';
