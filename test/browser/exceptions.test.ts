/** 特殊情况处理: a check forbids a true figure; it is asked for, decided by the scheme's owner, and submitted. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();
const FILLER = '881221-reporter';
const FORM = '/collect?item=trainedTeachers';
/** 完成培训的 and 应完成的: more of the first than of the second is an error. */
const TRAINED = '已完成360学时';
const DUE = '应完成360学时';
const NOW = 4;

const cellOf = (page: Page, item: string) =>
  page.locator('.grid-row', { hasText: item }).first().locator(`[data-column="${NOW}"]`);
const type = async (page: Page, item: string, typed: string): Promise<void> => {
  await cellOf(page, item).click();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.getByText('已自动保存').waitFor();
};
/** The panel of the cell the error stands at. */
const toError = async (page: Page): Promise<void> => {
  await cellOf(page, TRAINED).click();
  await page.getByText('须改正：前后不符').waitFor();
};

test('a figure that is true is asked for, let pass for itself alone, and submitted', async () => {
  const { page } = await stage().enter(FILLER, { at: FORM });
  await page.locator('.grid-active').waitFor();
  const due = Number(((await cellOf(page, DUE).textContent()) ?? '').replaceAll(',', ''));
  await type(page, TRAINED, String(due + 3));
  await toError(page);
  await page.getByRole('button', { name: '申请特殊情况处理' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByLabel('申请理由').waitFor();
  expect(await asking.getByRole('button', { name: '提出申请' }).isEnabled()).toBe(false);
  await asking.getByLabel('申请理由').fill('行政区划调整，划入教师已完成培训');
  await asking.getByLabel('依据文号（选填）').fill('清府办发〔2025〕9号');
  await asking.getByRole('button', { name: '提出申请' }).click();
  await page.getByRole('status').getByText('已向方案负责人申请特殊情况处理，批准前不能提交。').waitFor();
  await page.getByText('还有 1 处须改正').first().waitFor();

  const owner = await stage().enter('scheme');
  await owner.page.getByRole('link', { name: /云屏县“.+”申请特殊情况处理，等您决定/ }).click();
  await owner.page.getByRole('heading', { name: /云屏县/ }).waitFor();
  await owner.open('/inbox');
  await owner.page.getByRole('link', { name: /申请特殊情况处理：行政区划调整/ }).click();
  await owner.page.getByRole('heading', { name: /云屏县/ }).waitFor();
  await owner.page.getByText('清府办发〔2025〕9号').waitFor();
  await expectAccessible(owner.page);
  await owner.page.getByRole('button', { name: '批准', exact: true }).click();
  await owner.page.getByRole('dialog').getByLabel('批准意见（必填）').fill('区划批复已核，情况属实');
  await owner.page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
  await owner.page.getByText('已批准，申请人会收到消息。').waitFor();
  await owner.page.getByText('没有待决定的').waitFor();
  await owner.context.close();

  await page.goto(`${stage().system.address}/inbox`);
  await page.getByRole('link', { name: /已批准按特殊情况处理：区划批复已核/ }).click();
  await page
    .getByText(/已按特殊情况处理：行政区划调整，划入教师已完成培训（清府办发〔2025〕9号）（方立 .+ 批准）/)
    .waitFor();
  // Another figure is another question, at once and before anything is saved.
  await type(page, TRAINED, String(due + 4));
  await toError(page);
  await page.getByRole('button', { name: '申请特殊情况处理' }).waitFor();
  await type(page, TRAINED, String(due + 3));
  await expect.poll(() => page.getByText('须改正：前后不符').count()).toBe(0);
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^提交/ }).click();
  await page.getByText(/已提交，回执号/).waitFor();
  await page.close();

  const reviewer = await stage().enter('881221-office', { at: '/review' });
  await reviewer.page.getByText(/已按特殊情况处理：行政区划调整/).waitFor();
  await reviewer.context.close();
});
