/** 请填报单位核实: from a figure a leader reads to the cell it was typed into, through the filler's messages. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';
import { through } from './support/year-through.ts';

const stage = useStage({ bringing: through });
const FIGURE = '/evaluate?trace=u~881221~eduFundsTotal';
const WORDS = '与决算报表差得较多，请核实';

const isInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [cell, sheet] = ['.grid-active', '.grid'].map((at) => document.querySelector(at)?.getBoundingClientRect());
    return cell !== undefined && sheet !== undefined && cell.top >= sheet.top && cell.bottom <= sheet.bottom;
  });

test('a leader asks about a figure by keyboard, and the filler comes to its cell', async () => {
  const { page } = await stage().enter('leader', { at: FIGURE });
  await page.getByRole('button', { name: '请填报单位核实' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '请云屏县核实“教育经费总投入”' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '送出' }).press('Enter');
  await dialog.getByText('请写明要核实什么。').waitFor();
  await dialog.getByLabel('要核实什么').fill('核'.repeat(501));
  await dialog.getByRole('button', { name: '送出' }).press('Enter');
  await dialog.getByText('写了 501 字，超过 500 字，没有送出。').waitFor();
  await dialog.getByLabel('要核实什么').fill(WORDS);
  await dialog.getByRole('button', { name: '送出' }).press('Enter');
  await page.getByText(/已送给 \d+ 位填报人。/).waitFor();
  expect(page.url()).toContain('trace=');
  await page.close();

  const filler = await stage().enter('881221-reporter', { at: '/inbox' });
  const line = filler.page.getByRole('link', { name: `“教育经费总投入”：${WORDS}` });
  await line.press('Enter');
  await filler.page.locator('.grid-active').waitFor();
  expect(await filler.page.locator('.grid-row', { has: filler.page.locator('.grid-active') }).textContent()).toContain(
    '教育经费总投入',
  );
  // Wherever in its form a cell stands, who is led to it sees it.
  await filler.open('/collect?item=trainedTeachers');
  await filler.page.locator('.grid-active').waitFor();
  await expect.poll(() => isInSight(filler.page)).toBe(true);
  await filler.open('/inbox');
  await filler.page.getByRole('button', { name: '答复核实结果' }).click();
  const answering = filler.page.getByRole('dialog', { name: '答复核实结果' });
  await expectAccessible(filler.page);
  await answering.getByRole('button', { name: '答复核实结果' }).click();
  await answering.getByText('请写明核实的结果。').waitFor();
  await answering.getByLabel('核实的结果').fill('已与决算报表核对，数据无误');
  await answering.getByRole('button', { name: '答复核实结果' }).click();
  await filler.page.getByText('已答复，提出的人会收到消息。').waitFor();
  await filler.page.close();

  const back = await stage().enter('leader', { at: '/inbox' });
  await back.page.getByRole('link', { name: /答复 云屏县“教育经费总投入”的核实：已与决算报表核对/ }).click();
  await back.page.getByRole('dialog', { name: '数据来源' }).getByText('教育经费总投入').first().waitFor();
  await expectAccessible(back.page);
  await back.page.close();
});

test('in English as well; who fills is not offered to ask themselves', async () => {
  const { page } = await stage().enter('office', { at: FIGURE, language: 'en' });
  await page.getByRole('button', { name: 'Ask the filler to look again' }).click();
  await page.getByRole('dialog').getByLabel('What to look at').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByLabel('What to look at').waitFor({ state: 'hidden' });
  expect(page.url()).toContain('trace=');
  await page.close();
});
