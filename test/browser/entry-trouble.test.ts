/** What a clerk meets on a bad day: no network, a sign-in that ended, two windows, hostile files, a task that moved on. Nothing typed is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, useStage } from './support/browser.ts';

const stage = useStage();
const FILLER = '881221-reporter';
const NOW = 4;
const MB = 1024 * 1024;

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
/** Tells the server as the person of the page, as a screen of theirs would. */
const tell = (page: Page, to: string, body: object): Promise<number> =>
  page.evaluate(
    async ([address, json]) => {
      const { csrf } = await (await fetch('/api/v1/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      return (await fetch(`/api/v1${address}`, { method: 'POST', headers, body: json })).status;
    },
    [to, JSON.stringify(body)] as const,
  );

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
  await again.getByText('已恢复，1 格已保存。').waitFor({ timeout: 90_000 });
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
  // The next time it knows who it was, and not the password.
  await context.clearCookies();
  await type(page, '省级教育表彰', '10');
  await over.getByText('登录已过期').waitFor();
  const password = over.getByLabel('密码', { exact: true });
  expect(await over.getByLabel('登录名').inputValue()).toBe(FILLER);
  expect(await password.inputValue()).toBe('');
  await expect.poll(() => password.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(stage().system.passwordOf(FILLER));
  await page.keyboard.press('Enter');
  await over.waitFor({ state: 'hidden' });
  await saved(page);
  expect(await shown(page, '省级教育表彰')).toBe('10');
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
  await expect.poll(() => page.getByRole('cell', { name: '内部会议纪要' }).count(), { timeout: 90_000 }).toBe(0);
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

test('two windows on one cell: both values are shown, and neither is lost unseen', async () => {
  const [one, two] = [await atForm('R'), await atForm('R')];
  await type(one.page, '国家级教育表彰', '2');
  await saved(one.page);
  await type(two.page, '国家级教育表彰', '3');
  await two.page.getByText('1 格在别处也改过，请逐格选定。').first().waitFor();
  await two.page.getByRole('button', { name: '查看', exact: true }).click();
  await two.page.getByText(/您在另一个窗口改过：.*改为 2，这里填的是 3/).waitFor();
  await two.page.getByRole('button', { name: '用这里的' }).click();
  await saved(two.page);
  await type(one.page, '国家级教育表彰', '4');
  await one.page.getByRole('button', { name: '查看', exact: true }).click();
  await one.page.getByRole('button', { name: '用那边的' }).click();
  await expect.poll(() => shown(one.page, '国家级教育表彰')).toBe('3');
  await one.context.close();
  await two.context.close();
});

test('files that are no workbook, too large, or of another unit are refused with the way out', async () => {
  const { page, context } = await atForm('R');
  await page.getByRole('button', { name: '导入 Excel' }).click();
  const drop = page.getByRole('dialog').locator('input[type=file]');
  const name = '云屏县_2025.xlsx';
  await drop.setInputFiles({ name, mimeType: '', buffer: Buffer.from('not a workbook at all') });
  await page.getByRole('dialog').getByRole('alert').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  const large = path.join(mkdtempSync(path.join(tmpdir(), 'luzhi-large-')), name);
  writeFileSync(large, Buffer.alloc(51 * MB));
  await drop.setInputFiles(large);
  await page.getByText('超过 50 MB').waitFor();
  await context.close();
  rmSync(path.dirname(large), { recursive: true });
});

test('a workbook goes out, comes back, is previewed cell by cell, and says when there is nothing new', async () => {
  const { page, context } = await atForm('R');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载填报表' }).click();
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'luzhi-workbook-')), '云屏县_2025.xlsx');
  await (await coming).saveAs(file);
  expect((await coming).suggestedFilename()).toBe('云屏县_2025.xlsx');
  await page.getByRole('button', { name: '导入 Excel' }).click();
  const drop = page.getByRole('dialog').locator('input[type=file]');
  await drop.setInputFiles(file);
  await page.getByText(/将写入 0 格/).waitFor({ timeout: 90_000 });
  // The same file twice is two previews, not two writes.
  await drop.setInputFiles(file);
  await expect.poll(() => page.getByText(/将写入 0 格/).count(), { timeout: 90_000 }).toBe(2);
  await context.close();
  rmSync(path.dirname(file), { recursive: true });
});

test('a task that was handed in elsewhere while one types: what was typed stays, and goes on when it is taken back', async () => {
  const { page, context } = await atForm('R');
  const other = await atForm('R');
  const step = async (verb: string): Promise<number> => {
    const path = await other.page.evaluate(async () => {
      const tasks = await (await fetch('/api/v1/rounds/duty-2025/tasks')).json();
      return `/rounds/duty-2025/tasks/${tasks.find(({ part }: { part: string }) => part === 'forms').task}`;
    });
    const edition = await other.page.evaluate(async (at) => (await (await fetch(`/api/v1${at}`)).json()).edition, path);
    return tell(other.page, `${path}/${verb}`, { edition });
  };
  expect(await step('submit')).toBe(200);
  await type(page, '省级教育表彰', '15');
  await page.getByText('您填的 1 格还在本页和本机，没有丢失').waitFor();
  expect(await shown(page, '省级教育表彰')).toBe('15');
  expect(await step('withdraw')).toBe(200);
  await page.getByRole('button', { name: '查看最新状态' }).click();
  await saved(page);
  await context.close();
  await other.context.close();
});

test('a post taken away meanwhile: what was typed stays on the page, and who wants to go on is told whom to ask', async () => {
  const { page, context } = await atForm('R');
  const security = await stage().enter('security', { at: '/inbox' });
  const post = await page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).posts[0].post as string);
  expect(await tell(security.page, `/posts/${post}/end`, {})).toBe(200);
  await type(page, '省级教育表彰', '13');
  const over = page.getByRole('dialog');
  await over.getByText('登录已过期，请重新登录。页面上填的内容都在。').waitFor();
  await over.getByLabel('登录名').fill(FILLER);
  await over.getByLabel('密码', { exact: true }).fill(stage().system.passwordOf(FILLER));
  await page.keyboard.press('Enter');
  await over.getByText(/没有岗位，不能登录。请联系安全管理员/).waitFor();
  expect(await shown(page, '省级教育表彰')).toBe('13');
  await context.close();
  await security.context.close();
});
