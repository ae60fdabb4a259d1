/** A figure accepted in one browser until the heat table of another shows its points. */
import type { Browser, Page } from 'playwright-core';
import type { System } from '../../test/browser/support/system.ts';
import { openPage, signIn, took } from './visit.ts';

export async function acceptedToHeat(browser: Browser, system: System): Promise<number> {
  const watching = await openPage(browser);
  await signIn(watching, system, 'leader', '/evaluate?at=B3');
  const heat = watching.getByRole('table', { name: /各单位逐项得分/ });
  await heat.getByRole('button', { name: /^云屏县 B3\.1 / }).waitFor();
  const office = await openPage(browser);
  await signIn(office, system, 'office', '/inbox');
  const waiting = await findWaiting(office);
  const ms = await took(async () => {
    await accept(office, waiting);
    await heat.getByRole('button', { name: /^云屏县 B3\.1 .*满分/ }).waitFor();
  });
  await watching.context().close();
  await office.context().close();
  return ms;
}

interface Waiting {
  readonly task: string;
  readonly edition: number;
  readonly csrf: string;
}

/** The task that waits for the office, as its page has it before anybody presses a button. */
const findWaiting = (page: Page): Promise<Waiting> =>
  page.evaluate(async () => {
    const ask = async <T>(path: string): Promise<T> => (await (await fetch(`/api/v1${path}`)).json()) as T;
    const { csrf } = await ask<{ csrf: string }>('/session');
    const tasks = await ask<(Waiting & { state: string })[]>('/rounds/duty-2025/tasks');
    const found = tasks.find(({ state }) => state === 'cityReview');
    if (found === undefined) throw new Error('no task waits for the office');
    return { task: found.task, edition: found.edition, csrf };
  });

const accept = (page: Page, waiting: Waiting): Promise<void> =>
  page.evaluate(async ({ task, edition, csrf }) => {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    const body = JSON.stringify({ edition });
    const answer = await fetch(`/api/v1/rounds/duty-2025/tasks/${task}/accept`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  }, waiting);
