import type { Sentences } from '../kernel/index.ts';

export const en = {
  'review.notNow': (d: { verdict: string; state: string }) =>
    `The task is ${d.state}; "${d.verdict}" is no step from there. Reload and go on from the state it has.`,
  'review.editionMoved': () => 'Something changed since you looked; nothing was done. Look again and confirm.',
  'review.ownWork': (d: { person: string }) =>
    `${d.person} filled in part of this task and cannot agree to it. Another person has to.`,
  'review.reasonWanted': () => 'Say why, so that the other side can put it right.',
  'review.checksStand': (d: { errors: number; unexplained: number }) =>
    `${d.errors} places have to be corrected and ${d.unexplained} explained; nothing was submitted. Correct them, or give the reason beside the figure.`,
  'review.nothingFilled': () => 'Nothing was filled in yet, so nothing was submitted. Fill in the task first.',
} satisfies Sentences;
