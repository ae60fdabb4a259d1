/** Reviewing: refusals first, then a return to the cell and the clean pile, by keyboard. */
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();

test('a filler has no review in the rail, and the address gives an empty queue', async () => {
  const { page } = await stage().enter('881221-reporter', { at: '/review' });
  await page.getByText('没有等您审核的任务').waitFor();
  expect(await page.getByRole('link', { name: '审核', exact: true }).count()).toBe(0);
});

test('who has not handed in is reminded with one click, once in a day; their filler reads by whom and by when', async () => {
  const { page, context } = await stage().enter('office', { at: '/' });
  const progress = page.getByRole('region', { name: '各单位进度' });
  // The notice to paste names what is missing of whom.
  await page.getByText(/填报提醒：.*云屏县.*的(填报表|学校一览表)还没有提交/).waitFor();
  const remind = progress.getByRole('button', { name: '催办 云屏县' }).first();
  await remind.click();
  await page.getByText('已催办 1 份。').waitFor();
  await remind.click();
  await page
    .locator('.ant-message-error')
    .filter({ hasText: /云屏县.*王岚/ })
    .waitFor();
  // All at once are named before they are; who was reminded today is left out, and that is said.
  await progress.getByRole('button', { name: /^催办 \d+ 个单位$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^催办 \d+ 个单位？/ });
  await dialog.getByText(/^云屏县 填报表：还有 \d+ 项未填，.*截止$/).waitFor();
  await dialog.getByText(/王岚催办：.*截止，/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^催办/ }).click();
  await page.getByText(/已催办 \d+ 份。.*云屏县.*没有发：一天之内催办过/).waitFor();
  await context.close();
  const filler = await stage().enter('881221-reporter', { at: '/inbox' });
  await filler.page
    .getByText(/王岚催办：云屏县/)
    .first()
    .waitFor();
  await filler.context.close();
});

test('a verifier begins with what is theirs to verify, unit by unit, and one click leads to its leaves', async () => {
  const { page, context } = await stage().enter('verifier', { at: '/' });
  await page.getByText(/个单位中 0 个已核定完/).waitFor();
  const row = page.getByRole('row', { name: /石渡县/ });
  expect(await row.textContent()).toContain('0/66 项');
  await expectAccessible(page);
  await row.getByRole('link', { name: '石渡县' }).click();
  await page.getByRole('heading', { name: '四项得分对照：石渡县' }).waitFor();
  const leaf = page.getByRole('row', { name: /A1\.3/ });
  const points = (await leaf.getByRole('cell').nth(1).textContent()) ?? '';
  await leaf.getByRole('button', { name: /^核定/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^分数/).fill(points);
  await dialog.getByRole('button', { name: '保存评分' }).click();
  await page.getByText(/A1\.3 已记/).waitFor();
  await page.getByRole('link', { name: '工作台' }).click();
  await expect.poll(() => row.textContent()).toMatch(/1\/66 项.*赵明远/);
  await context.close();
});

test('one figure is returned with its reason to the cell, by keyboard', async () => {
  const { page } = await stage().enter('office', { at: '/review' });
  const sheet = page.getByRole('region', { name: '竹岭县' });
  // What fell below last year and was explained is judged as well as what jumped.
  await sheet.getByText('初中在校生增加较多，经费总量增幅低于学生增幅。').waitFor();
  await sheet.getByText('建设督导信息平台，一次性投入。').waitFor();
  // The row says itself what the checks found.
  await sheet
    .getByText(/比上年减少 .*，下降/)
    .first()
    .waitFor();
  await expectAccessible(page);
  // Chosen in the queue by a click, as by a link: the keys at the foot hold at once.
  await page.locator('.review-row[aria-current=true]').click();
  // Nothing judged, nothing passed: by key as by button. It says how many are left and goes to the first of them.
  for (const key of ['j', 'j', 'Control+Enter']) await page.keyboard.press(key);
  await page.getByText('还有 4 项要判断').first().waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await sheet.locator('tbody tr:first-child:focus').waitFor();
  // Two true falls of what may only grow come first: explained, and judged all the same. A verdict moves on.
  await sheet
    .locator('tbody tr:first-child')
    .getByRole('button', { name: /^通\s?过$/ })
    .click();
  for (const key of ['j', 'a', 'a', 'r']) await page.keyboard.press(key);
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
  // One by itself: the last step says that it is, before it is taken.
  await page.getByRole('button', { name: '通过这一份' }).click();
  const last = page.getByRole('dialog').filter({ hasText: '这是最后一步：通过后计入得分' });
  await last.getByRole('button', { name: /取\s?消/ }).click();
  await last.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^通过这 \d+ 份$/ }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: '先随机看几份' });
  // A unit may stand twice: the form is named with it.
  for (const link of await dialog.getByRole('link').allTextContents()) expect(link).toMatch(/填报表|学校一览表/);
  await dialog.getByRole('button', { name: /^通过这 \d+ 份$/ }).click();
  await page.getByText(/已通过 \d+ 份。/).waitFor();
  await watching.page
    .getByRole('row', { name: /青栎县/ })
    .getByText('优秀')
    .waitFor({ timeout: 60_000 });
});
