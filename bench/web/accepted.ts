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
  const ms = await took(async () => {
    await accept(office);
    await heat.getByRole('button', { name: /^云屏县 B3\.1 .*满分/ }).waitFor();
  });
  await watching.context().close();
  await office.context().close();
  return ms;
}

/** The task that waits for the office. */
const accept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ask = async <T>(path: string): Promise<T> => (await (await fetch(`/api/v1${path}`)).json()) as T;
    const { csrf } = await ask<{ csrf: string }>('/session');
    const tasks = await ask<{ task: string; state: string; edition: number }[]>('/rounds/duty-2025/tasks');
    const { task, edition } = tasks.find(({ state }) => state === 'cityReview') ?? {};
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    const body = JSON.stringify({ edition });
    const path = `/api/v1/rounds/duty-2025/tasks/${task}/accept`;
    const answer = await fetch(path, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  });
