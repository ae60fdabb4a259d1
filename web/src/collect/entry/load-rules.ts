/** Fetches the rules of entry after the form was drawn; without a network nothing comes, and it may be asked again. */
import type { openRules } from './rules.ts';

/** The first form is drawn and takes keys meanwhile; nobody has finished a figure by then. */
const AFTER_MS = 500;

export async function loadRules(): Promise<typeof openRules | undefined> {
  await new Promise((passed) => setTimeout(passed, AFTER_MS));
  return import('./rules.ts').then(
    (rules) => rules.openRules,
    () => undefined,
  );
}
