/** The ways of a report: edited in Word, sent with open problems, read on a phone in English. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editText } from '../support/docx.ts';
import { expectAccessible, PHONE, useStage } from './support/browser.ts';
import { through, withSecondOffice } from './support/year-through.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEMPLATES = path.join(ROOT, 'schemes/duty-2025');
const SECOND = 'office-second';
const stage = useStage({
  bringing: through,
  prepare: async (dataDir) => {
    await withSecondOffice(dataDir, SECOND);
  },
});
const LONG = { timeout: 100_000 };
let report = '';

test('what was changed in Word is told figure by figure once the copy comes back', async () => {
  const { page } = await stage().enter('office', { at: '/report' });
  await page.locator('input[type=file]').first().setInputFiles(path.join(TEMPLATES, 'template.docx'));
  await page.getByRole('button', { name: '设为本轮模板' }).first().click(LONG);
  await page.getByText('本轮使用').first().waitFor(LONG);
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByLabel('数据时点').fill('2025-12-31');
  await page.getByRole('button', { name: '生成' }).click();
  await page.locator('.paper-page').first().waitFor(LONG);
  report = new URL(page.url()).pathname;
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /导出/ }).click();
  await page.getByRole('menuitem', { name: /Word/ }).first().click();
  const copy = readFileSync(await (await saving).path());
  const figure = page.locator('.paper-figure[title="教育督导经费"]').first();
  const was = (await figure.textContent()) ?? '';
  const edited = editText(copy, was, '9,999.99');
  await page.getByLabel('上传修改稿').setInputFiles({ name: '修改稿.docx', mimeType: '', buffer: Buffer.from(edited) });
  await page.getByText(/修改稿已存为第 2 稿：数字改动 [1-9]/).waitFor(LONG);
  const changes = page.getByText(new RegExp(`${was}.*9,999\\.99`)).first();
  await changes.waitFor(LONG);
  await expectAccessible(page);
  await page.context().close();
});

test('with open problems it leaves only for a reason, and by a second person', async () => {
  const writer = (await stage().enter('office', { at: report })).page;
  await writer.getByRole('button', { name: '带问题送审' }).click(LONG);
  const dialog = writer.getByRole('dialog', { name: '带问题送审' });
  await dialog.getByText(/还有 \d+ 处须改正/).waitFor();
  const ask = dialog.getByRole('button', { name: '提交确认' });
  await dialog.getByLabel(/理由/).fill('太急');
  expect(await ask.isDisabled()).toBe(true);
  await dialog.getByLabel(/理由/).fill('上级催报，缺数县次日补齐');
  await ask.click();
  await writer.getByText(/申请带问题送审，等待另一位督导室同事确认/).waitFor(LONG);
  const second = (await stage().enter(SECOND, { at: report })).page;
  await second.getByText('理由：上级催报，缺数县次日补齐').waitFor(LONG);
  await second.getByRole('button', { name: '确认送审' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '确认送审' }).click();
  await second.getByText('已转为“送审”。').waitFor(LONG);
  // Who let it go and why stands at its head at once, and page 1 forbids nothing any more.
  await second.getByText(/带 \d+ 处须改正送审：由 .+ 申请、由 .+ 确认，理由：上级催报/).waitFor(LONG);
  expect(await second.getByText('未经改正不得送审').count()).toBe(0);
  await writer.context().close();
  await second.context().close();
});

test('a number typed wrongly is put right with a reason, days follow one another, and the history tells both', async () => {
  const { page } = await stage().enter('office', { at: report });
  const act = async (verb: string): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name: verb }).click(LONG);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await page.getByRole('button', { name: '登记签发' }).click(LONG);
  await page.getByLabel('发文字号').fill('清政函〔2026〕31号');
  await page.getByLabel('签发人').fill('周明');
  await page.getByRole('dialog').getByLabel('成文日期').fill(today);
  await act('登记签发');
  await page.getByRole('button', { name: '更改登记' }).click(LONG);
  await page.getByLabel('发文字号').fill('清政函〔2026〕13号');
  await page.getByLabel('更改的理由').fill('录入时写错');
  await act('更改登记');
  await page.locator('.screen-note', { hasText: '清政函〔2026〕13号 · 签发人 周明' }).waitFor(LONG);
  await page.locator('.paper-page', { hasText: '清政函〔2026〕13号' }).first().waitFor(LONG);
  await page.getByRole('button', { name: '登记公示' }).click();
  const day = page.getByLabel('公示日期');
  expect(await day.inputValue()).toBe(today);
  await day.fill('2025-01-01');
  await page.getByText('早于上一环节的日期。请核对。').waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: '登记公示' }).isDisabled()).toBe(true);
  await day.fill(today);
  await page.getByLabel('公示处').fill('市政府门户网站');
  await act('登记公示');
  await page.getByRole('tab', { name: '经过' }).click();
  await page.getByText('发文字号：清政函〔2026〕31号 → 清政函〔2026〕13号').waitFor(LONG);
  await page.getByText('公示处：市政府门户网站').waitFor();
  await expectAccessible(page);
  await page.locator('.screen-title', { hasText: /已公示（带 \d+ 处须改正）/ }).waitFor();
  // A figure found wrong is corrected where it comes from: the signed paper stays, a correction is made beside it.
  await page.locator('.paper-figure[title="督学职数"]').first().click();
  await page.getByRole('button', { name: '更正', exact: true }).click(LONG);
  const dialog = page.getByRole('dialog', { name: '更正' });
  await dialog.getByLabel('应为').fill('9');
  await dialog.getByLabel('错在何处').fill('漏计新增职数');
  await dialog.getByLabel('依据').fill('清编发〔2025〕3号');
  await dialog.getByLabel('同意更正的人').fill('刘建国');
  await dialog.getByRole('button', { name: '出更正稿' }).click();
  await page.locator('.screen-title', { hasText: '第 3 稿' }).waitFor(LONG);
  await page.context().close();
});

test('on a phone and in English the report is read, and a figure answers from below', async () => {
  const { page } = await stage().enter('leader', { size: PHONE, language: 'en', at: report });
  await page.locator('.paper-page').first().waitFor(LONG);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
  // The paper comes first; what was found waits behind one line, and leads back to its place.
  const found = page.getByRole('button', { name: /\d+ to correct/ });
  const side = page.locator('.reader-item');
  expect(await side.first().isVisible()).toBe(false);
  await found.click();
  await side
    .filter({ hasText: /p\. \d/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  await side.first().waitFor({ state: 'hidden' });
  await page.locator('.paper-mark-now').first().waitFor();
  await page.locator('.paper-figure').first().click();
  const sheet = page.getByRole('dialog', { name: 'Source of the figure' });
  await sheet.waitFor(LONG);
  expect((await sheet.boundingBox())?.width).toBe(PHONE.width);
  await expectAccessible(page);
  await page.context().close();
});
