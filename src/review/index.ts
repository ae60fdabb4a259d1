/** Who agreed: steps of a task from its filler to the lock. */

export { decide } from './decisions.store.ts';
export { extendDue } from './due/extend-due.ts';
export { acceptFigure } from './figures/accept-figure.ts';
export { acceptWithin } from './figures/accept-within.ts';
export * from './on-files.ts';
export { closeRound, lockRound, unlockRound } from './round/move-round.ts';
export { reviewRoutes } from './routes.ts';
export { acceptTask, approveTask, lockOneTask, returnTask, submitTask, unlockTask, withdrawTask } from './take-step.ts';
