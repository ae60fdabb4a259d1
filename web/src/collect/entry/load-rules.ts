/** Fetches the rules of entry once the browser has drawn the form; without a network nothing comes, and it may be asked again. */
import type { openRules } from './rules.ts';

const SOON_MS = 500;

export async function loadRules(): Promise<typeof openRules | undefined> {
  await new Promise((idle) => requestIdleCallback(idle, { timeout: SOON_MS }));
  return import('./rules.ts').then(
    (rules) => rules.openRules,
    () => undefined,
  );
}
