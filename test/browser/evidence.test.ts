/** Evidence at the workbench: a paper filed, looked at where one stands, changed, and changed by two at once. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';
import { PAPER, PICTURE } from './support/papers.ts';

const stage = useStage();
const FILLER = '881221-reporter';
const HOSTILE = '<b>不是网页</b><script>window.ran = true</script>';

const drawer = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, number: string) => page.locator('.evidence-table tbody tr', { hasText: number });

async function enter(language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const { page } = await stage().enter(FILLER, { at: '/evidence', language });
  await page.locator('.evidence-table').waitFor();
  return page;
}

async function file(page: Page, name: string, content: Buffer | string, number: string): Promise<void> {
  await page.getByRole('button', { name: '添加佐证' }).click();
  await drawer(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  await drawer(page).getByLabel('证明的指标').selectOption('B3.1');
  await drawer(page).getByLabel('编号').fill(number);
  await drawer(page).getByRole('button', { name: '登记' }).click();
}

test('a page and a picture with a script are refused in words, and the form keeps what was typed', async () => {
  const page = await enter();
  await file(page, '说明.html', '<!doctype html><script>window.ran = true</script>', 'B3.1-81');
  await drawer(page).getByText('说明.html 不是可收的文件').waitFor();
  expect(await drawer(page).getByLabel('编号').inputValue()).toBe('B3.1-81');
  await drawer(page).getByLabel('文号').fill('清府办发[2025]9号');
  await drawer(page)
    .locator('input[type=file]')
    .setInputFiles({ name: '批复.pdf', mimeType: 'application/pdf', buffer: PAPER });
  await drawer(page).getByRole('button', { name: '登记' }).click();
  await drawer(page).getByText('文号“清府办发[2025]9号”的写法不对').waitFor();
  await drawer(page).getByLabel('文号').fill('清府办发〔2025〕9号');
  await drawer(page).getByRole('button', { name: '登记' }).click();
  await page.getByText('已登记 B3.1-81。').waitFor();
  await page.close();
});

test('a paper, a picture and words are looked at in place, and nothing in them runs', async () => {
  const page = await enter();
  await file(page, '照片.png', PICTURE, 'B3.1-82');
  await page.getByText('已登记 B3.1-82。').waitFor();
  await file(page, '便条.txt', HOSTILE, 'B3.1-83');
  await page.getByText('已登记 B3.1-83。').waitFor();
  const look = async (number: string) => {
    await rowOf(page, number).locator('.evidence-open').click();
    await page.locator('.evidence-card h2', { hasText: number }).waitFor();
  };
  await look('B3.1-82');
  const picture = page.locator('.preview img');
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(2);
  await look('B3.1-83');
  expect(await page.locator('.preview-words pre').textContent()).toBe(HOSTILE);
  await expectAccessible(page);
  await look('B3.1-81');
  const frame = page.locator('.preview iframe');
  const address = (await frame.getAttribute('src')) ?? '';
  const opened = await page.evaluate(async (of) => {
    const { headers } = await fetch(of);
    return ['content-type', 'content-disposition', 'content-security-policy'].map((name) => headers.get(name));
  }, address);
  expect(opened[0]).toBe('application/pdf');
  expect(opened[1]).toMatch(/^inline/);
  expect(opened[2]).toContain('sandbox');
  expect(await page.getByRole('link', { name: '在新窗口打开' }).getAttribute('href')).toBe(address);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await page.close();
});

test('a browser that draws no PDF offers to save the paper, and no empty frame', async () => {
  const { page, context } = await stage().enter(FILLER, {
    at: '/evidence',
    before: () => Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => false }),
  });
  await rowOf(page, 'B3.1-81').locator('.evidence-open').click();
  await page.getByText('此浏览器不能在页面上显示 PDF').waitFor();
  expect(await page.locator('.preview iframe').count()).toBe(0);
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PDF' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('批复.pdf');
  await context.close();
});

test('a record is changed by keyboard; a number that means another paper is refused', async () => {
  const page = await enter();
  await rowOf(page, 'B3.1-82').getByRole('button', { name: '修改' }).press('Enter');
  await drawer(page).getByText('现有文件：照片.png').waitFor();
  await expectAccessible(page);
  const number = drawer(page).getByLabel('编号');
  await number.fill('B3.1-83');
  await number.press('Enter');
  await drawer(page).getByText('编号 B3.1-83 已用过').waitFor();
  await number.fill('B3.1-84');
  await drawer(page).getByLabel('发文单位').fill('云屏县财政局');
  await drawer(page).getByLabel('日期').fill('2025-03-01');
  await drawer(page).getByLabel('页码').fill('3—5');
  await drawer(page).getByLabel('页码').press('Enter');
  await page.getByText('B3.1-84 已修改。').waitFor();
  await expect.poll(() => rowOf(page, 'B3.1-84').textContent()).toContain('云屏县财政局 2025-03-01');
  expect(await rowOf(page, 'B3.1-82').count()).toBe(0);
  await page.close();
});

test('two people on one record: the second sees what the other wrote, and nothing is written over unasked', async () => {
  const [first, second] = [await enter(), await enter()];
  for (const page of [first, second]) await rowOf(page, 'B3.1-83').getByRole('button', { name: '修改' }).click();
  await drawer(first).getByLabel('名称').fill('先改的名称');
  await drawer(first).getByRole('button', { name: '保存修改' }).click();
  await first.getByText('B3.1-83 已修改。').waitFor();
  await drawer(second).getByLabel('名称').fill('后改的名称');
  await drawer(second).getByRole('button', { name: '保存修改' }).click();
  await drawer(second).getByText('您的修改还没有保存，也没有覆盖对方的').waitFor();
  const table = drawer(second).getByRole('table', { name: '两边不同的地方' });
  expect(await table.locator('tbody tr').allTextContents()).toEqual(['名称先改的名称后改的名称']);
  await expectAccessible(second);
  expect(await rowOf(first, 'B3.1-83').textContent()).toContain('先改的名称');
  await drawer(second).getByRole('button', { name: '用对方的' }).click();
  expect(await drawer(second).getByLabel('名称').inputValue()).toBe('先改的名称');
  await drawer(second).getByLabel('名称').fill('商量后的名称');
  await drawer(second).getByRole('button', { name: '保存修改' }).click();
  await second.getByText('B3.1-83 已修改。').waitFor();
  await Promise.all([first.close(), second.close()]);
});

test('beside its cell a record opens with its content, and in English as well', async () => {
  const { page } = await stage().enter(FILLER, { at: '/collect?form=B3&item=gpbEduExp', language: 'en' });
  await page.locator('.panel-proofs button', { hasText: 'B3.1-84' }).click();
  await drawer(page).getByRole('region', { name: 'B3.1-84 照片, content' }).waitFor();
  await expectAccessible(page);
  await drawer(page).getByRole('button', { name: 'Change' }).click();
  await drawer(page).getByText('File kept here: 照片.png').waitFor();
  expect(await drawer(page).getByLabel('Issued by').inputValue()).toBe('云屏县财政局');
  await page.close();
});

test('a paper marked as secret is not taken; a mark in an annex is told at once and with the record', async () => {
  const page = await enter();
  await file(page, '通报.txt', '机密★10年\n关于有关情况的通报', 'B3.1-86');
  await drawer(page).getByText('没有收存').waitFor();
  await page.keyboard.press('Escape');
  await drawer(page).waitFor({ state: 'detached' });
  await file(page, '通报.txt', `关于有关情况的通报${'。'.repeat(2_000)}\n附件\n机密★10年`, 'B3.1-86');
  await drawer(page).getByRole('alert').filter({ hasText: '密级标志' }).waitFor();
  await expectAccessible(page);
  await drawer(page).getByRole('button', { name: '知道了' }).click();
  await drawer(page).waitFor({ state: 'detached' });
  await rowOf(page, 'B3.1-86').getByRole('button', { name: '通报' }).click();
  await page.getByRole('region', { name: 'B3.1-86 通报' }).getByText('密级标志').waitFor();
  await expectAccessible(page);
  await page.close();
});
