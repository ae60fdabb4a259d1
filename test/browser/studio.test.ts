/** The seed's template bound by keyboard alone: uploaded, its blanks walked, confirmed, left, taken back, tried. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();
const PLAIN = path.resolve(import.meta.dirname, '../../schemes/duty-2025/template/plain.docx');
const FAR = 60;

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));

async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < FAR; presses += 1) {
    if (words.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  expect.unreachable(`no way by Tab to ${words}: ${await focused(page)}`);
}

test('by keyboard alone: a template comes in, its blanks are walked, confirmed, left, taken back and tried', async () => {
  const { page } = await stage().enter('office', { at: '/report' });
  page.on('filechooser', (chooser) => void chooser.setFiles(PLAIN));
  await page.getByText('还没有模板').waitFor();
  await tabTo(page, /上传模板$/);
  await page.keyboard.press('Enter');
  const now = page.locator('.blank-now');
  await now.waitFor();
  const settled = page.locator('.studio-progress progress');
  const done = async (): Promise<number> => Number(await settled.getAttribute('value'));
  expect(await done()).toBe(0);
  // The blank that waits has the cursor: its keys work at once.
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-blank'))).toBe(true);
  const first = await now.textContent();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => now.textContent()).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => now.textContent()).toBe(first);
  await page.keyboard.press('n');
  await expect.poll(done).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(done).toBe(0);
  // What the act takes is what the list shows as 高.
  const high = await page.locator('.blank-sure').filter({ hasText: '高' }).count();
  expect(high).toBeGreaterThan(20);
  await page.keyboard.press('Control+Enter');
  await page.locator('.ant-modal-confirm-title', { hasText: `确认匹配度高的 ${high} 处` }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(done).toBe(high);
  // Own words can be written whatever is offered, and what was decided for the next blank shows where it stands.
  const blank = (words: string) => page.locator('.blank-row', { hasText: words }).first();
  await blank('精神,现将XX局2023年度').click();
  const own = page.getByLabel('自己填写');
  const reads = page.locator('.blank-reads');
  expect(await page.locator('.blank-offer-value').first().textContent()).toBe('清江');
  await page.keyboard.press('e');
  await page.keyboard.type('清江市');
  expect(await reads.textContent()).toContain('现将清江市市2025年');
  await page.locator('.blank-card .blank-doubled', { hasText: '“市”' }).waitFor();
  await page.keyboard.press('Backspace');
  await page.locator('.blank-card .blank-doubled').waitFor({ state: 'detached' });
  expect(await reads.textContent()).toContain('现将清江市2025年');
  await page.keyboard.press('Enter');
  await expect.poll(done).toBe(high + 1);
  // Emptying the own words takes nothing away: that is an act by name, and one gone back on.
  const decided = blank('精神,现将XX局2023年度').locator('.blank-offer');
  const emptied = page.locator('.blank-emptied');
  await blank('精神,现将XX局2023年度').click();
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await emptied.filter({ hasText: '此处仍是“清江”' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await decided.textContent()).toBe('清江');
  await emptied.getByRole('button', { name: '删去“' }).click();
  await expect.poll(() => decided.textContent()).toMatch(/^删去“/);
  await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => decided.textContent()).toBe('清江');
  expect(await done()).toBe(high + 1);
  // The template's text goes with the blank in hand, however far it is, and its card is in sight.
  await page.locator('.blank-row').nth(120).click();
  const isSeen = (part: string) =>
    page
      .locator(part)
      .evaluate((at) => at.getBoundingClientRect().top > 100 && at.getBoundingClientRect().bottom < innerHeight);
  await expect.poll(() => isSeen('.text-blank-now')).toBe(true);
  await expect.poll(() => isSeen('.blank-card')).toBe(true);
  // The keys work after a click on a filter and on the words of the card; Enter with nothing certain takes nothing.
  const waiting = page.locator('.reader-filter button', { hasText: '待定' });
  await waiting.click();
  await now.waitFor();
  await reads.click();
  await page.keyboard.press('n');
  await expect.poll(done).toBe(high + 2);
  await waiting.click();
  await page.keyboard.press('Control+z');
  await expect.poll(done).toBe(high + 1);
  await page.locator('.blank-row', { hasText: '没有相近的数据项' }).first().click();
  await page.keyboard.press('Enter');
  await page.locator('.ant-message', { hasText: '没有把握，请选一个或自己填写' }).waitFor();
  expect(await done()).toBe(high + 1);
  await page.keyboard.press('e');
  await expect.poll(() => own.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-blank'))).toBe(true);
  // Which of several words was lost is chosen by its number, and the cursor stays with the list for the next.
  await page.locator('.reader-filter button', { hasText: '全部' }).click();
  await page.locator('.blank-row', { hasText: '深入落实□级领导' }).click();
  await page.keyboard.press('Enter');
  expect(await done()).toBe(high + 1);
  await page.keyboard.press('2');
  await page.locator('.blank-words button[aria-pressed="true"]', { hasText: '省' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(done).toBe(high + 2);
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-blank'))).toBe(true);
  // What is asked of the server meanwhile undoes no decision, and each is saved.
  for (const words of ['印发XX级', '编制XX教育资源', '印发XX关于']) {
    await page.locator('.blank-row', { hasText: words }).first().click();
    await page.keyboard.press('n');
  }
  await expect.poll(done).toBe(high + 5);
  await page.getByText('已保存', { exact: true }).waitFor();
  expect(await done()).toBe(high + 5);
  await expectAccessible(page);
  await tabTo(page, /试填全文$/);
  await page.keyboard.press('Enter');
  await page.locator('.studio-tried').waitFor();
  await page.context().close();
});
