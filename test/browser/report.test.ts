/** A report composed from a bound template and read: words found, findings and headings leading to their place. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';
import { through } from './support/year-through.ts';

const stage = useStage({ bringing: through });
const ROOT = path.resolve(import.meta.dirname, '../..');
const BOUND = path.join(ROOT, 'schemes/duty-2025/template.docx');
let report = '';
const give = (page: Page, file: string) => page.locator('input[type=file]').first().setInputFiles(file);
const papers = (page: Page) => page.locator('.paper-page');

test('a template that was bound before is used, and a report composed from it', async () => {
  const { page } = await stage().enter('office', { at: '/report' });
  await page.getByRole('button', { name: '上传模板' }).waitFor();
  await give(page, BOUND);
  await page.getByRole('button', { name: '设为本轮模板' }).first().click();
  await page.getByText('本轮使用').first().waitFor();
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByLabel('数据时点').fill('2025-12-31');
  // Clicked twice, it is made once.
  await page.getByRole('button', { name: '生成' }).dblclick();
  await papers(page).first().waitFor({ timeout: 60_000 });
  report = new URL(page.url()).pathname;
  expect(await papers(page).count()).toBeGreaterThan(10);
  await expectAccessible(page);
  await page.getByRole('link', { name: '报告', exact: true }).click();
  await page.locator('.report-table').first().locator('tbody tr').first().waitFor();
  expect(await page.locator('.report-table').first().locator('tbody tr').count()).toBe(1);
  await page.context().close();
}, 180_000);

test('words are found, findings lead to their place, headings too', async () => {
  const { page } = await stage().enter('office', { at: `${report}?side=findings` });
  await papers(page).first().waitFor();
  await page.getByLabel('在报告中查找').fill('双减');
  await page.keyboard.press('Enter');
  await page.locator('.paper-mark-now').waitFor();
  await page.getByLabel('在报告中查找').fill('没有这几个字');
  await page.getByText('没有找到“没有这几个字”').waitFor();
  await page.getByRole('article').focus();
  await page.keyboard.press('F8');
  await page.locator('.reader-item-now').waitFor();
  await page.getByRole('tab', { name: '目录' }).click();
  await page.getByRole('button', { name: /存在的主要问题/ }).click();
  await expect
    .poll(() => page.getByRole('heading', { name: /存在的主要问题/ }).evaluate((at) => at.getBoundingClientRect().top))
    .toBeLessThan(700);
  await page.context().close();
}, 180_000);

test('a figure of the report leads down to the cell of the workbook', async () => {
  const { page } = await stage().enter('office', { at: report });
  await papers(page).first().waitFor();
  await page.locator('.paper-figure[title="教育督导经费"]').first().click();
  const drawer = page.getByRole('dialog', { name: '数据来源' });
  await drawer
    .getByRole('button', { name: /^清江市 .*督导经费/ })
    .first()
    .click();
  await drawer.getByRole('button', { name: '望川区' }).click();
  await drawer
    .getByText(/望川区_2025\.xlsx · .+![A-Z]+\d+/)
    .first()
    .waitFor();
  await page.context().close();
}, 180_000);

test('a figure names every other place where it stands, and each leads there', async () => {
  const { page } = await stage().enter('office', { at: report });
  await papers(page).first().waitFor();
  await page.locator('.paper-figure[title="教育督导经费"]').first().click();
  const drawer = page.getByRole('dialog', { name: '数据来源' });
  await drawer
    .getByRole('button', { name: /^清江市 .*督导经费/ })
    .first()
    .click();
  const elsewhere = drawer.getByRole('region', { name: '这个数还用在' });
  const place = elsewhere.getByRole('link', { name: /^第 \d+ 页 教育督导经费/ }).first();
  await place.waitFor();
  await expectAccessible(page);
  await place.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => decodeURIComponent(page.url())).toMatch(/trace=r~.+~s\d+~\d+/);
  await page.locator('.paper-figure[aria-expanded=true]').first().waitFor();
  await page.context().close();
}, 180_000);

test('what the search finds is opened itself: the report to be read, the evidence by its record', async () => {
  const { page } = await stage().enter('office', { at: '/' });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /搜索/ });
  await field.fill('自评报告');
  await page
    .getByRole('option', { name: /报告.*自评报告/ })
    .first()
    .click();
  await papers(page).first().waitFor();
  expect(new URL(page.url()).pathname).toBe(report);
  await page.keyboard.press('Control+k');
  await field.fill('B3.1-01');
  await page.getByRole('option', { name: /佐证/ }).first().click();
  await page.getByRole('heading', { level: 2, name: /^B3\.1-01/ }).waitFor();
  expect(page.url()).toMatch(/\/evidence\?open=/);
  await expectAccessible(page);
  await page.context().close();
}, 180_000);
