/** What comes over the line, and how long it takes, until a filler who was never here can type. */
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import type { System } from '../../test/browser/support/system.ts';
import { fillSignIn, openPage, took } from './visit.ts';

export interface FirstLoad {
  /** Scripts, as gzip packs them. */
  readonly kilobytes: number;
  /** Until the sign-in takes a name, and from Enter until the cursor stands in the first cell. */
  readonly seconds: number;
}

export async function firstLoad(browser: Browser, system: System, login: string): Promise<FirstLoad> {
  const page = await openPage(browser);
  const scripts = new Map<string, Promise<Buffer>>();
  const note = (response: Response): void => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body());
  };
  page.on('response', note);
  const shown = await took(async () => {
    await page.goto(system.address);
    await page.getByLabel('登录名').waitFor();
  });
  await fillSignIn(page, system, login);
  const entered = await took(async () => {
    await page.keyboard.press('Enter');
    await page.locator('.grid-active').waitFor();
  });
  // What comes after somebody can type is not waited for.
  page.off('response', note);
  const bytes = (await Promise.all(scripts.values())).reduce((sum, script) => sum + gzipSync(script).length, 0);
  await page.context().close();
  return { kilobytes: bytes / 1024, seconds: (shown + entered) / 1_000 };
}
