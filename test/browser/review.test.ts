/** Reviewing: refusals first, then a return to the cell and the clean pile, by keyboard. */
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();

test('a filler has no review in the rail, and the address gives an empty queue', async () => {
  const { page } = await stage().enter('881221-reporter', { at: '/review' });
  await page.getByText('没有等您审核的任务').waitFor();
  expect(await page.getByRole('link', { name: '审核', exact: true }).count()).toBe(0);
});

test('one figure is returned with its reason to the cell, by keyboard', async () => {
  const { page } = await stage().enter('office', { at: '/review' });
  const sheet = page.getByRole('region', { name: '竹岭县' });
  // What fell below last year and was explained is judged as well as what jumped.
  await sheet.getByText('初中在校生增加较多，经费总量增幅低于学生增幅。').waitFor();
  await sheet.getByText('建设督导信息平台，一次性投入。').waitFor();
  await expectAccessible(page);
  await sheet.locator('tr[tabindex="0"]').focus();
  // Two true falls of what may only grow come first: explained, and judged all the same.
  for (const key of ['a', 'j', 'a', 'j', 'a', 'j', 'r']) await page.keyboard.press(key);
  const reason = sheet.getByLabel('退回原因');
  await reason.press('End');
  await page.keyboard.type('请附部门预算批复。');
  expect(await reason.inputValue()).toMatch(/^教师培训经费：请附部门预算批复。$/);
  await sheet.getByRole('button', { name: '退回 1 项' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退回 1 项' }).click();
  await page.getByText('已退回，填报人会收到原因。').waitFor();
  await page.getByRole('region', { name: '丰禾县' }).waitFor();
});

test('the clean pile is passed in one act, and somebody else sees it go', async () => {
  const watching = await stage().enter('verifier', { at: '/evaluate' });
  await watching.page
    .getByRole('row', { name: /青栎县/ })
    .getByText('待定')
    .waitFor();
  const { page } = await stage().enter('office', { at: '/review?pile=clean' });
  await page.getByRole('button', { name: /^通过这 \d+ 份$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^通过这 \d+ 份$/ })
    .click();
  await page.getByText(/已通过 \d+ 份。/).waitFor();
  await watching.page
    .getByRole('row', { name: /青栎县/ })
    .getByText('优秀')
    .waitFor({ timeout: 60_000 });
});
