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
  await writer.context().close();
  await second.context().close();
});

test('on a phone and in English the report is read, and a figure answers from below', async () => {
  const { page } = await stage().enter('leader', { size: PHONE, language: 'en', at: report });
  await page.locator('.paper-page').first().waitFor(LONG);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
  await page.locator('.paper-figure').first().click();
  const sheet = page.getByRole('dialog', { name: 'Source of the figure' });
  await sheet.waitFor(LONG);
  expect((await sheet.boundingBox())?.width).toBe(PHONE.width);
  await expectAccessible(page);
  await page.context().close();
});
