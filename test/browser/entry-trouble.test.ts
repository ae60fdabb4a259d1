/** What a clerk meets on a bad day: no network, a sign-in that ended, two windows, hostile files, a task that moved on. Nothing typed is lost. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, useStage } from './support/browser.ts';

const stage = useStage();
const FILLER = '881221-reporter';
const NOW = 4;

const cellOf = (page: Page, item: string): Locator =>
  page.locator('.grid-row', { hasText: item }).first().locator(`[data-column="${NOW}"]`);
const saved = (page: Page): Promise<void> => page.getByText('已自动保存').waitFor();
const shown = (page: Page, item: string): Promise<string> => cellOf(page, item).textContent();

async function atForm(form: string): Promise<Person> {
  const person = await stage().enter(FILLER, { at: `/collect?form=${form}` });
  await person.page.locator('.grid-active').waitFor();
  return person;
}
async function type(page: Page, item: string, text: string): Promise<void> {
  await cellOf(page, item).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
test('without a network typing goes on, survives a closed window, and is saved when it is back', async () => {
  const { page, context } = await atForm('R');
  await context.setOffline(true);
  await type(page, '省级教育表彰', '7');
  await page.getByText('网络断开。已填的 1 格存在本机，恢复后自动保存。').waitFor();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${stage().system.address}/collect?form=R`);
  await saved(again);
  expect(await shown(again, '省级教育表彰')).toBe('7');
  await context.setOffline(true);
  await type(again, '省级教育表彰', '8');
  await again.getByText('网络断开').waitFor();
  await context.setOffline(false);
  await again.getByText('已恢复，1 格已保存。').waitFor({ timeout: 20_000 });
  await context.close();
});

test('a sign-in that ended is given again over the page, and what was typed is saved', async () => {
  const { page, context } = await atForm('R');
  await cellOf(page, '省级教育表彰').click();
  await page.keyboard.type('9');
  await context.clearCookies();
  await page.keyboard.press('Enter');
  const over = page.getByRole('dialog');
  await over.getByText('登录已过期').waitFor();
  await over.getByLabel('登录名').fill(FILLER);
  await over.getByLabel('密码', { exact: true }).fill(stage().system.passwordOf(FILLER));
  await page.keyboard.press('Enter');
  await over.waitFor({ state: 'hidden' });
  await saved(page);
  expect(await shown(page, '省级教育表彰')).toBe('9');
  await context.close();
});

test('the back button leads to the form one came from, and what was typed is there', async () => {
  const { page, context } = await atForm('R');
  await type(page, '省级教育表彰', '6');
  await page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: '教育投入' }).click();
  await page.getByRole('heading', { name: /教育投入/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: /报告专用/ }).waitFor();
  expect(await shown(page, '省级教育表彰')).toBe('6');
  await context.close();
});

test('evidence: a program is refused, a paper seen on site is only entered, and taken back', async () => {
  const { page, context } = await stage().enter(FILLER, { at: '/evidence' });
  await page.getByRole('button', { name: '添加佐证' }).click();
  const form = page.getByRole('dialog');
  await form.getByText('本系统不得存储、处理涉密文件').waitFor();
  await form.getByLabel('证明的指标').selectOption({ index: 1 });
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '批复.pdf', mimeType: '', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0]) });
  await form.getByRole('button', { name: '登记' }).click();
  await form.getByText('不是可收的文件').waitFor();
  await form.getByLabel('现场查阅（不上传）').check();
  await form.getByLabel('名称').fill('内部会议纪要');
  await form.getByRole('button', { name: '登记' }).click();
  await page.getByRole('cell', { name: '内部会议纪要' }).waitFor();
  await page
    .getByRole('row', { name: /内部会议纪要/ })
    .getByRole('button', { name: '撤回' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect.poll(() => page.getByRole('cell', { name: '内部会议纪要' }).count(), { timeout: 15_000 }).toBe(0);
  await context.close();
});

test('a due time that passes while one types is said, and typing goes on', async () => {
  const { page, context } = await atForm('R');
  await page.clock.setFixedTime(new Date('2027-01-02T02:00:00Z'));
  await page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: '教育投入' }).click();
  await page.reload();
  await page.getByText('已逾期 2 天').waitFor();
  await page.getByText('截止时间已过，仍可保存和提交').waitFor();
  await context.close();
});
