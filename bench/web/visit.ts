/** People at the workbench whose waiting is measured. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { System } from '../../test/browser/support/system.ts';
import { findChromium } from '../../tools/browser.mjs';

const KEY_MS = 80;

/** Undefined where there is none: nothing is measured then. */
export const openBrowser = async (): Promise<Browser | undefined> => {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
};

/** A page nothing is kept for, not signed in. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(120_000);
  return context.newPage();
}

export async function signIn(page: Page, system: System, login: string, at: string): Promise<void> {
  await page.goto(system.address + at);
  await fillSignIn(page, system, login);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Typed as fast as a quick typist does: what comes meanwhile is there when it is done. */
export async function fillSignIn(page: Page, system: System, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).pressSequentially(system.passwordOf(login), { delay: KEY_MS });
}

/** Milliseconds until the act is done. */
export async function took(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
