/** Who agreed: steps of a task from its filler to the lock. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { decide } from './decisions.store.ts';
export { reviewRoutes } from './routes.ts';
export { STEPS } from './steps.ts';
export { acceptTask, approveTask, lockOneTask, returnTask, submitTask, unlockTask, withdrawTask } from './take-step.ts';

export const messages = { zh, en };
