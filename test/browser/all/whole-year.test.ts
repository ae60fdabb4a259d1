/**
 * The whole year by the screen, once: a county fills and submits, a cell comes back with its reason, it is corrected and
 * accepted, the score is decided, a template is bound, the report composed, read down to a workbook cell, and filed.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Person, useStage } from '../support/browser.ts';
import { toFiller, withSecondOffice } from '../support/year-through.ts';

const SCHEME = path.resolve(import.meta.dirname, '../../../schemes/duty-2025');
const SECOND = 'office-second';
const COUNTY = '云屏县';
const ITEM = '一般公共预算教育支出';
const CELL = '/collect?form=B3&item=gpbEduExp';
const WHY = '请按十二月执行月报核对。';
const NOW = 4;
const LONG = { timeout: 120_000 };
const stage = useStage({
  bringing: toFiller,
  prepare: async (dataDir) => {
    await withSecondOffice(dataDir, SECOND);
  },
});

const cellOf = (page: Page) => page.locator('.grid-row', { hasText: ITEM }).first().locator(`[data-column="${NOW}"]`);
const leave = ({ context }: Person): Promise<void> => context.close();

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交审核' }).click(LONG);
  await page.getByRole('dialog').getByRole('button', { name: /^提交/ }).click(LONG);
  await page.getByText(/已提交，回执号/).waitFor(LONG);
}

/** Judges what asks for a look, then passes the task to the next step. */
async function passOn(login: string): Promise<void> {
  const person = await stage().enter(login, { at: '/review' });
  const { page } = person;
  const sheet = page.getByRole('region', { name: COUNTY });
  await sheet.getByRole('button', { name: /其余通过|通过这一份/ }).waitFor(LONG);
  const rows = sheet.locator('tbody tr[tabindex]');
  for (let left = await rows.count(); left > 0; left -= 1) {
    await sheet.locator('tr[tabindex="0"]').press('a');
    await sheet.locator('tr[tabindex="0"]').press('j');
  }
  await sheet.getByRole('button', { name: /其余通过|通过这一份/ }).click(LONG);
  await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click(LONG);
  await page.getByText('已通过。').waitFor(LONG);
  await leave(person);
}

test('the whole year, by the screen', async () => {
  const watching = await stage().enter('office', { at: '/evaluate?at=B' });
  const standing = watching.page.getByRole('row', { name: new RegExp(COUNTY) });
  await standing.getByText('待定').waitFor(LONG);

  const filler = await stage().enter('881221-reporter', { at: CELL });
  const typed = (amount: string) => Number(amount.replaceAll(',', ''));
  const before = typed((await cellOf(filler.page).textContent()) ?? '');
  await cellOf(filler.page).click();
  await filler.page.keyboard.type(String(before));
  await filler.page.keyboard.press('Enter');
  await submit(filler.page);

  const reviewer = await stage().enter('881221-office', { at: '/review?view=all' });
  const sheet = reviewer.page.getByRole('region', { name: COUNTY });
  await sheet.locator('tr', { hasText: ITEM }).first().click(LONG);
  await sheet.locator('tr[tabindex="0"]').press('r');
  await sheet.getByLabel(/退回原因/).press('End');
  await reviewer.page.keyboard.type(WHY);
  await sheet.getByRole('button', { name: '退回 1 项' }).click(LONG);
  await reviewer.page.getByRole('dialog').getByRole('button', { name: '退回 1 项' }).click(LONG);
  await reviewer.page.getByText('已退回，填报人会收到原因。').waitFor(LONG);
  await leave(reviewer);

  await filler.open('/inbox');
  await filler.page
    .getByRole('link', { name: new RegExp(`被退回.*${WHY}`) })
    .first()
    .click(LONG);
  await filler.page.getByText(new RegExp(WHY)).first().waitFor(LONG);
  await filler.open(CELL);
  await cellOf(filler.page).click(LONG);
  await filler.page.keyboard.type((before + 1).toFixed(2));
  await filler.page.keyboard.press('Enter');
  await filler.page.getByText('已自动保存').waitFor(LONG);
  await submit(filler.page);
  await leave(filler);

  for (const login of ['881221-office', '881221-approver', 'office']) await passOn(login);
  await standing.getByText('待定').waitFor({ state: 'detached', ...LONG });
  await standing
    .getByText(/优秀|良好|合格/)
    .first()
    .waitFor(LONG);
  await leave(watching);

  const office = await stage().enter('office', { at: '/report' });
  const { page } = office;
  const file = page.locator('input[type=file]').first();
  await page.getByText('还没有模板').waitFor(LONG);
  await file.setInputFiles(path.join(SCHEME, 'template/plain.docx'));
  await page.locator('.blank-now').waitFor(LONG);
  const settled = page.locator('.studio-progress progress');
  for (let confirmed = 1; confirmed <= 3; confirmed += 1) {
    await page.keyboard.press('Enter');
    await expect.poll(async () => Number(await settled.getAttribute('value'))).toBeGreaterThanOrEqual(confirmed);
  }
  await office.open('/report');
  await page.getByRole('button', { name: '上传模板' }).waitFor(LONG);
  await file.setInputFiles(path.join(SCHEME, 'template.docx'));
  await page.getByRole('button', { name: '设为本轮模板' }).first().click(LONG);
  await page.getByText('本轮使用').first().waitFor(LONG);
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByLabel('数据时点').fill('2025-12-31');
  await page.getByRole('button', { name: '生成' }).click();
  await page.locator('.paper-page').first().waitFor(LONG);
  const report = new URL(page.url()).pathname;

  await page.locator('.paper-figure[title="教育督导经费"]').first().click(LONG);
  const drawer = page.getByRole('dialog', { name: '数据来源' });
  await drawer
    .getByRole('button', { name: /^清江市 .*督导经费/ })
    .first()
    .click(LONG);
  await drawer.getByRole('button', { name: COUNTY }).click(LONG);
  await drawer
    .getByText(/云屏县_2025\.xlsx · .+![A-Z]+\d+/)
    .first()
    .waitFor(LONG);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^(带问题送审|送审|生成送审稿|转送审)$/ }).click(LONG);
  const dialog = page.getByRole('dialog', { name: '带问题送审' });
  await dialog.getByLabel(/理由/).fill('上级催报，余下问题次日补齐');
  await dialog.getByRole('button', { name: '提交确认' }).click(LONG);
  await page.getByText(/申请带问题送审，等待另一位督导室同事确认/).waitFor(LONG);
  const second = await stage().enter(SECOND, { at: report });
  await second.page.getByRole('button', { name: '确认送审' }).click(LONG);
  await second.page.getByRole('dialog').getByRole('button', { name: '确认送审' }).click(LONG);
  await second.page.getByText('已转为“送审”。').waitFor(LONG);
  await second.page.getByRole('button', { name: '登记签发' }).click(LONG);
  const signing = second.page.getByRole('dialog', { name: '登记签发' });
  await signing.getByLabel('发文字号').fill('清政〔2026〕9号');
  await signing.getByLabel('签发人').fill('林市长');
  await signing.getByLabel('成文日期').fill('2026-03-20');
  await signing.getByRole('button', { name: '登记签发' }).click(LONG);
  await second.page.getByText('已转为“已签发').waitFor(LONG);
  for (const [verb, station] of [
    ['登记公示', '已公示'],
    ['登记报送', '已报送'],
  ] as const) {
    await second.page.getByRole('button', { name: verb }).click(LONG);
    await second.page.getByRole('dialog').getByRole('button', { name: verb }).click(LONG);
    await second.page.getByText(`已转为“${station}”。`).waitFor(LONG);
  }
  await leave(second);
  await leave(office);
}, 900_000);
