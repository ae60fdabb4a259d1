/** Typing and moving in the largest form there is: the school list of a county, some 240 rows of some 50 items. */
import type { Browser, Page } from 'playwright-core';
import type { System } from '../../test/browser/support/system.ts';
import { openPage, signIn } from './visit.ts';

interface Entered {
  readonly cells: number;
  /** The longest task of the page's main thread while one scrolls and types: no frame comes in between. */
  readonly longestMs: number;
  /** From the key to the words of the check. */
  readonly checkedMs: number;
}

export async function entry(browser: Browser, system: System, login: string): Promise<Entered> {
  const page = await openPage(browser);
  await signIn(page, system, login, '/collect');
  const checkedMs = await timeCheck(page);
  const form = page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: '学校一览表' });
  await form.first().click();
  await page.locator('.grid-active').waitFor();
  const cells = await page.getByRole('grid').evaluate((grid) => {
    return Number(grid.getAttribute('aria-rowcount')) * Number(grid.getAttribute('aria-colcount'));
  });
  const longestMs = await longestTask(browser, page, () => scrollAndType(page));
  await page.context().close();
  return { cells, longestMs, checkedMs };
}

/** A spending in 元 typed where 万元 are asked: the check names the unit. */
async function timeCheck(page: Page): Promise<number> {
  const form = page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: '教育投入' });
  await form.first().click();
  await page.locator('.grid-row', { hasText: '普通高中生均' }).first().locator('[data-column="4"]').click();
  await page.evaluate(() => {
    const times = { key: 0, said: 0 };
    Object.assign(globalThis, { times });
    const isSaid = () => document.body.textContent.includes('单位疑似填错');
    document.addEventListener(
      'keydown',
      () => {
        if (times.said === 0) times.key = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      if (times.said === 0 && isSaid()) times.said = performance.now();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.keyboard.type('1.56', { delay: 120 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.getByText('单位疑似填错').first().waitFor();
  const { key, said } = await page.evaluate(
    () => (globalThis as unknown as { times: { key: number; said: number } }).times,
  );
  await page.keyboard.press('Control+z');
  await page.getByText('已自动保存').waitFor();
  return said - key;
}

async function scrollAndType(page: Page): Promise<void> {
  await page.locator('.grid-active').hover();
  for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(turn % 4 === 3 ? 400 : 0, turn < 20 ? 500 : -500);
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.type(String(20 + row));
    await page.keyboard.press('Enter');
  }
  await page.getByText('已自动保存').waitFor();
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && mains.has(`${pid} ${tid}`));
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000;
}
