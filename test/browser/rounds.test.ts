/** The office keeps the calendar: a round opened, due times put off, locked and unlocked, each refused where it does not fit. */
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();
const LONG = { timeout: 90_000 };

test('a round is opened by a published scheme; dates that do not fit are refused in place', async () => {
  const { page, context } = await stage().enter('office', { at: '/admin/rounds' });
  await page.getByRole('button', { name: '开启轮次' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('2025年度市评县');
  await dialog.getByLabel('代号', { exact: false }).fill('county-2025');
  await dialog.getByLabel('方案').selectOption({ index: 1 });
  await dialog.getByLabel('方向').selectOption('downward');
  await dialog.getByLabel('区划和数据截至').fill('2025-12-31');
  await dialog.getByLabel('开始填报').fill('2026-03-01T09:00');
  await dialog.getByLabel('截止').fill('2026-02-01T18:00');
  await dialog.getByRole('button', { name: '开启轮次' }).click();
  await dialog.getByRole('alert').waitFor(LONG);
  expect(await dialog.getByLabel('名称').inputValue()).toBe('2025年度市评县');
  await expectAccessible(page);
  await dialog.getByLabel('截止').fill('2099-04-01T18:00');
  await dialog.getByRole('button', { name: '开启轮次' }).click();
  await page.getByText(/已开启，派发 \d+ 项任务。/).waitFor(LONG);
  await page.getByRole('button', { name: '2025年度市评县' }).waitFor();
  await context.close();
});

test('what a county stated in the other round of the year is offered, shown, and taken over', async () => {
  const { page, context } = await stage().enter('881221-reporter', { at: '/collect?round=county-2025&form=B3' });
  const bar = page
    .getByRole('status')
    .filter({ hasText: /“2025年度履行教育职责自查自评”中已报 \d+ 项本表尚空，可沿用/ });
  await bar.waitFor(LONG);
  const row = page.locator('.grid-row', { hasText: '一般公共预算教育支出' }).first();
  expect(await row.locator('[data-column="4"]').textContent()).toBe('');
  await bar.getByRole('button', { name: '沿用' }).click();
  const drawer = page.getByRole('dialog', { name: /^沿用/ });
  await drawer.getByRole('checkbox', { name: '党委常委会研究教育次数' }).uncheck();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: /^沿用 \d+ 项/ }).click();
  const cell = row.locator('[data-column="4"]');
  const done = page.locator('.ant-message').filter({ hasText: /已沿用 \d+ 项。/ });
  await done.waitFor(LONG);
  await expect.poll(() => cell.textContent()).toMatch(/^[\d,]+\.\d\d$/);
  await bar.getByText('已报 1 项').waitFor(LONG);
  // Taken back at once, and brought back by the keyboard: what came is a step like any other.
  const taken = await cell.textContent();
  await done.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => cell.textContent()).toBe('');
  await bar.getByText(/已报 \d{2,} 项/).waitFor(LONG);
  await row.locator('[data-column="3"]').click();
  await page.keyboard.press('Control+y');
  await expect.poll(() => cell.textContent()).toBe(taken);
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell.textContent()).toBe('');
  await bar.getByText(/已报 \d{2,} 项/).waitFor(LONG);
  await bar.getByRole('button', { name: '沿用' }).click();
  await drawer.getByRole('checkbox', { name: '党委常委会研究教育次数' }).uncheck();
  await drawer.getByRole('button', { name: /^沿用 \d+ 项/ }).click();
  await bar.getByText('已报 1 项').waitFor(LONG);
  await row.locator('[data-column="4"]').click();
  await page
    .getByText(/沿用“2025年度履行教育职责自查自评”第 \d+ 版/)
    .first()
    .waitFor(LONG);
  await context.close();
});

test('rows of a ledger are offered, taken over and say whence they came; so does evidence', async () => {
  const at = '/collect?round=county-2025&form=ledger:inspectors';
  const { page, context } = await stage().enter('881221-reporter', { at });
  const bar = page.getByRole('status').filter({ hasText: /自查自评”的这份台账有 \d+ 行这里没有，可沿用/ });
  await bar.waitFor(LONG);
  await bar.getByRole('button', { name: '沿用' }).click();
  const drawer = page.getByRole('dialog', { name: /^沿用.*台账行/ });
  await drawer.getByRole('checkbox', { name: '第 1 行', exact: true }).uncheck();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: /^沿用 \d+ 行/ }).click();
  await page.getByText(/^已沿用 \d+ 行。$/).waitFor(LONG);
  await bar.getByText('有 1 行').waitFor(LONG);
  await page.locator('[title^="沿用“2025年度履行教育职责自查自评”"]').first().waitFor(LONG);
  await page.goto(`${stage().system.address}/evidence?round=county-2025`);
  await page.getByText('财政收支执行月报').first().click();
  await page
    .getByText(/^“2025年度履行教育职责自查自评”B3\.1-\d+（.+ 登记）$/)
    .first()
    .waitFor(LONG);
  await context.close();
});

test('due times are put off together, and a lock names what is unfinished before it is forced', async () => {
  const { page, context } = await stage().enter('office', { at: '/admin/rounds?round=duty-2025' });
  const calendar = page.getByRole('region', { name: /^日历/ });
  await calendar
    .getByRole('checkbox', { name: /云屏县/ })
    .first()
    .check();
  await calendar.getByRole('button', { name: '延期' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新的截止时间').fill('2099-05-01T18:00');
  await dialog.getByLabel('理由').fill('因灾延期');
  await dialog.getByRole('button', { name: '延期' }).click();
  await page.getByText('已延期 1 项。').waitFor(LONG);
  await calendar.getByText(/2099/).first().waitFor();
  const row = page.getByRole('row', { name: /自查自评/ });
  await row.getByRole('button', { name: '锁定' }).click();
  await dialog.getByLabel('理由').fill('汇总上报');
  await dialog.getByRole('button', { name: '锁定' }).click();
  await dialog.getByRole('alert').waitFor(LONG);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '锁定' }).click();
  await row.getByRole('button', { name: '解锁' }).waitFor(LONG);
  await expectAccessible(page);
  await row.getByRole('button', { name: '解锁' }).click();
  await dialog.getByLabel('理由').fill('补报');
  await dialog.getByRole('button', { name: '解锁' }).click();
  await row.getByRole('button', { name: '锁定' }).waitFor(LONG);
  await context.close();
});
