/** A report opened from the list, until its first page stands there to be read. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { System } from '../../test/browser/support/system.ts';
import { median } from '../row.ts';
import { openPage, signIn, took } from './visit.ts';

const BOUND = path.resolve(import.meta.dirname, '../../schemes/duty-2025/template.docx');
const TIMES = 5;

export async function openReader(
  browser: Browser,
  system: System,
): Promise<{ readonly ms: number; readonly pages: number }> {
  const page = await openPage(browser);
  await signIn(page, system, 'office', '/report');
  await page.getByRole('button', { name: '上传模板' }).waitFor();
  await page.locator('input[type=file]').first().setInputFiles(BOUND);
  await page.getByRole('button', { name: '设为本轮模板' }).first().click();
  await page.getByText('本轮使用').first().waitFor();
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByLabel('数据时点').fill('2025-12-31');
  await page.getByRole('button', { name: '生成' }).click();
  const papers = page.locator('.paper-page');
  await papers.first().waitFor();
  const pages = await papers.count();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto(`${system.address}/report`);
    const report = page.locator('.report-table .title a').first();
    await report.waitFor();
    times.push(
      await took(async () => {
        await report.click();
        await papers.first().waitFor();
      }),
    );
  }
  await page.context().close();
  return { ms: median(times), pages };
}
