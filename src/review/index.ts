/** Who agreed: steps of a task from its filler to the lock. */

export { decide } from './decisions.store.ts';
export { extendDue } from './due/extend-due.ts';
export { REMIND_JOB, remindDue, startReminding } from './due/remind.ts';
export { askException } from './exceptions/ask-exception.ts';
export { decideException } from './exceptions/decide-exception.ts';
export { acceptFigure } from './figures/accept-figure.ts';
export { acceptWithin } from './figures/accept-within.ts';
export { mailNotices } from './notices/mail-notices.ts';
export { accountsAt, MAIL_JOB, tell } from './notices/notices.store.ts';
export * from './on-files.ts';
export { mayTakeStep } from './policy.ts';
export { closeRound, lockRoundAfter, type Moved, unlockRound } from './round/move-round.ts';
export { reviewRoutes } from './routes.ts';
export { standingNow } from './standing-posts.store.ts';
export { type Step, stepsFrom, type Verdict } from './steps.ts';
export { acceptTask, approveTask, lockOneTask, returnTask, submitTask, unlockTask, withdrawTask } from './take-step.ts';
export { type News, tellThoseConcerned } from './tell-next.ts';
