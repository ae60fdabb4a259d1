/** Filling a form by keyboard alone, as a clerk who has never seen a manual: type, paste, undo, be checked, submit. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();
const FILLER = '881221-reporter';
const NOW = 4;
/** It fell, and the workbook says why. */
const EXPLAINED = '普通初中生均一般公共预算教育经费';

const rowOf = (page: Page, item: string): Locator => page.locator('.grid-row', { hasText: item }).first();
const cellOf = (page: Page, item: string, column = NOW): Locator =>
  rowOf(page, item).locator(`[data-column="${column}"]`);
const saved = (page: Page): Promise<void> => page.getByText('已自动保存').waitFor();

async function openForm(login: string, form: string, at = '/collect'): Promise<Page> {
  const { page, context } = await stage().enter(login, { at });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: form }).first().click();
  await page.locator('.grid-row').first().waitFor();
  return page;
}

test('the first screen is the form that waits, with the cursor in the next cell: typing needs no click', async () => {
  const { page } = await stage().enter(FILLER);
  await page.locator('.grid-active').waitFor();
  await page.keyboard.type('91.5');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(await cellOf(page, '自评得分').textContent()).toBe('91.50');
  expect(await page.locator('.grid-active').getAttribute('data-column')).toBe(String(NOW));
  await page.close();
});

// Before others leave something to explain.
test('keyboard alone: from the cell to the submission and back', async () => {
  const { page } = await stage().enter(FILLER, { at: '/collect?form=R' });
  await page.locator('.grid-active').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('提交审核');
  await page.keyboard.press('Enter');
  await page.getByText(/提交后由 .+ 办理/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/已提交，回执号 881221-\d{8}-\d{6}。结果会发到消息。/).waitFor();
  await page.getByText('现在不能改动，可以查看和复制').waitFor();
  expect(await page.locator('.grid-editor').count()).toBe(0);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await page.getByText('已撤回，可继续修改。').waitFor();
  await page.locator('.grid-editor').waitFor();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^提交/ }).click();
  await page.getByText('现在不能改动，可以查看和复制').waitFor();

  const reviewer = await stage().enter('881221-office', { at: '/review' });
  const sheet = reviewer.page.getByRole('region', { name: '云屏县' });
  await sheet
    .getByRole('row', { name: new RegExp(EXPLAINED) })
    .getByRole('button', { name: '退回' })
    .click();
  await sheet.getByLabel('退回原因').fill('与决算报表不符，请核对。');
  await sheet.getByRole('button', { name: '退回 1 项' }).click();
  await reviewer.page.getByRole('dialog').getByRole('button', { name: '退回 1 项' }).click();
  await reviewer.page.getByText('已退回，填报人会收到原因。').waitFor();
  await reviewer.page.close();

  // Whose form is open sees it come back.
  await page.getByText('现在不能改动，可以查看和复制').waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: '我的任务' }).getByRole('button', { name: '教育投入' }).click();
  const panel = page.getByRole('complementary', { name: '本格说明' });
  await panel.getByText('与决算报表不符，请核对。').waitFor();
  const shown = (await cellOf(page, EXPLAINED).textContent()) ?? '';
  await cellOf(page, EXPLAINED).click();
  await page.keyboard.type(shown.replaceAll(',', '').replace(/\d$/, (last) => (last === '7' ? '8' : '7')));
  await page.keyboard.press('Enter');
  await saved(page);
  // The cursor stays, and the explanation of the former number is asked about until somebody stands by it.
  await panel.getByText('说明写于改数之前，请确认仍然适用或改写。').waitFor();
  expect(await page.locator('.grid-row', { has: page.locator('.grid-active') }).textContent()).toContain(EXPLAINED);
  await page.getByText('还有 1 处须说明').first().waitFor();
  await expectAccessible(page);
  await panel.getByRole('button', { name: '仍然适用' }).click();
  await page.getByText('还有 1 处须说明').first().waitFor({ state: 'detached' });
  await saved(page);
  await page.close();
});

test('a block is copied as plain numbers, filled down, cleared, and brought back', async () => {
  const page = await openForm(FILLER, '教师队伍');
  const first = page.locator('.grid-row').nth(1).locator(`[data-column="${NOW}"]`);
  await first.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^[\d.]+\r?\n[\d.]+$/);
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Delete');
  await page.getByText('已清空 2 格').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await first.textContent()).replaceAll(',', '')).toBe(copied.split(/\r?\n/)[0]);
  await saved(page);
  await page.close();
});

test('what looks typed in another unit is said at once and in place; a sum in a cell is reckoned', async () => {
  const page = await openForm(FILLER, '教育投入');
  await cellOf(page, '普通高中生均').click();
  await page.keyboard.type('1.56');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.getByText('须改正：单位疑似填错').waitFor();
  await page.getByRole('button', { name: '提交审核' }).hover();
  await page.getByText('还有 1 处须改正').first().waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByText('须改正：单位疑似填错').count()).toBe(0);
  await page.keyboard.type('=15000+612.37');
  await page.keyboard.press('Tab');
  expect(await cellOf(page, '普通高中生均').textContent()).toBe('15,612.37');
  await saved(page);
  await page.close();
});

test('a fall is explained beside the figure, and the explanation is kept with it', async () => {
  const page = await openForm(FILLER, '教育投入');
  await cellOf(page, '普通小学生均').click();
  await page.keyboard.type('12000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.getByText('须说明：比上年减少').waitFor();
  await page.keyboard.press('Alt+j');
  await page.keyboard.type('学生数增加，经费按年初人数安排');
  await page.keyboard.press('Control+Enter');
  await page.getByText('提醒：比上年减少').waitFor();
  await page.getByText('已说明：学生数增加').waitFor();
  await saved(page);
  // What was saved just now stands in the record of the cell, without leaving it.
  await page.locator('.panel-log li').filter({ hasText: '12000：学生数增加' }).waitFor();
  // Nobody has looked at that number yet: whoever goes on typing is not asked whether the explanation still holds.
  await cellOf(page, '普通小学生均').click();
  await page.keyboard.type('12100');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await saved(page);
  expect(await page.getByText('说明写于改数之前').count()).toBe(0);
  await page.close();
});

test('a block of Excel with units, full-width digits and words lands; what cannot be taken is said and skipped', async () => {
  const page = await openForm(FILLER, '教育投入');
  await cellOf(page, '其中：教育事业费').click();
  await page.evaluate(() => navigator.clipboard.writeText('１０１，５１２．０８\r\n1.2亿\r\n没有数\r\n'));
  await page.keyboard.press('Control+v');
  await page.getByText('已粘贴 2 格，跳过 1 格（1 格不是数字）').waitFor();
  expect(await cellOf(page, '其中：教育事业费').textContent()).toBe('101,512.08');
  expect(await cellOf(page, '其中：基本建设经费').textContent()).toBe('12,000.00');
  await saved(page);
  // After the save as before it: one step back is the whole block.
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellOf(page, '其中：基本建设经费').textContent()).not.toBe('12,000.00');
  await page.keyboard.press('Control+y');
  await expect.poll(() => cellOf(page, '其中：基本建设经费').textContent()).toBe('12,000.00');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellOf(page, '其中：教育事业费').textContent()).not.toBe('101,512.08');
  await page.close();
});

test('a figure that cannot be is not saved, and the page says so', async () => {
  const page = await openForm(FILLER, '报告专用');
  await cellOf(page, '国家级教育表彰').click();
  await page.keyboard.type('1211');
  await page.keyboard.press('Enter');
  await page.getByText('1 格须改正，未保存').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByText('1 格须改正，未保存').count()).toBe(0);
  await page.close();
});

test('a list of schools turns: schools in rows, items in columns; far columns are reached and typed in', async () => {
  const page = await openForm(FILLER, '学校一览表');
  await page.keyboard.press('Control+End');
  await page.locator('.grid-active').waitFor();
  const last = Number(await page.locator('.grid-active').getAttribute('data-column'));
  expect(last).toBeGreaterThan(40);
  await page.keyboard.press('Control+Home');
  await page.getByText('学校名称').waitFor();
  await page.close();
});
