/** The evaluation in a browser: read by keyboard down to the workbook cell, supposed without a trace, and live. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, PHONE, useStage } from './support/browser.ts';
import { through, WAITING } from './support/year-through.ts';

const stage = useStage({ bringing: through });
/** The first evaluation of a process takes its time on a busy machine. */
const PATIENT = { timeout: 100_000 };

const heat = (page: Page) => page.getByRole('table', { name: /各单位逐项得分/ });
const cell = (page: Page, unit: string, leaf: string) =>
  heat(page).getByRole('button', { name: new RegExp(`^${unit} ${leaf.replace('.', '\\.')} `) });
/** What the interface says, asked with the sign-in of the page. */
const asked = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (at) => (await fetch(`/api/v1${at}`)).json(), path);

test('a county that looks for the evaluation is told it has none to see', async () => {
  const { page } = await stage().enter('881221-reporter', { at: '/' });
  expect(await page.getByRole('link', { name: '评价' }).count()).toBe(0);
});

test('from the heat table by keyboard alone to the reason, the figure and its workbook cell', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate?at=B' });
  await heat(page).waitFor(PATIENT);
  await page.getByText('各县自评，未经核定，不作排名').first().waitFor();
  const rows = await heat(page).locator('tbody th').allTextContents();
  expect(rows.slice(0, 4)).toEqual(['清江市', '望川区', '锦湖区', '沐源区']);
  await cell(page, '清江市', 'B1.1').focus();
  for (let down = 0; down < 4; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let right = 0; right < 8; right += 1) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /^云屏县 B3\.2 .*失 0\.80/,
  );
  await page.keyboard.press('Enter');
  const card = page.getByRole('complementary', { name: /得分理由 云屏县 B3\.2/ });
  await card.getByText(/5 项中 4 项达到.*3\.2 分/).waitFor(PATIENT);
  await expect
    .poll(() => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent].join(' ')))
    .toMatch(/^BUTTON 幼儿园生均/);
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: '数据来源' });
  await drawer.getByText('云屏县_2025.xlsx · B3 教育投入!E11').waitFor(PATIENT);
  await drawer.getByRole('button', { name: '下载原件' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('trace=');
});

test('a link opens the walk of a figure; a total names its counties and who is missing', async () => {
  const { page } = await stage().enter('leader', { at: `/evaluate?trace=u~881200~${WAITING.item}` });
  const drawer = page.getByRole('dialog', { name: '数据来源' });
  // The prefecture's own figure is one of what is added up, and is walked like any other.
  await drawer.getByText('16 个中 15 个有数，缺 1 个').waitFor(PATIENT);
  await drawer.getByText('缺下面的数，所以无法得出。').waitFor();
  await drawer.getByRole('button', { name: '望川区' }).click();
  await drawer.getByText('望川区_2025.xlsx', { exact: false }).waitFor(PATIENT);
  await page.goBack();
  await drawer.getByRole('button', { name: '清江市（本级）' }).click();
  await drawer.getByText('清江市_财政局_2025.xlsx', { exact: false }).waitFor(PATIENT);
});

test('why the score moved is a chart, and a table one key away', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate?unit=881202' });
  const panel = page.getByRole('region', { name: '得分变化原因' });
  await panel.getByRole('img', { name: /^2024年度 .*2025年度 现在测算/ }).waitFor(PATIENT);
  await page.keyboard.press('t');
  await panel.getByRole('rowheader', { name: '2024年度' }).waitFor();
  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: '存表格' }).click();
  expect((await saving).suggestedFilename()).toBe('望川区_得分变化原因.csv');
});

test('a sum that is not whole is not drawn: what is open is named, and any two scores may be compared', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate' });
  const panel = page.getByRole('region', { name: '得分变化原因' });
  await panel.getByText(/还有 \d+ 项待定，总分不完整，暂不比较总分/).waitFor(PATIENT);
  expect(await panel.getByRole('img', { name: /^2024年度/ }).count()).toBe(0);
  await panel
    .getByRole('button', { name: /^B3\.1 / })
    .first()
    .waitFor();
  const ends = await panel.getByLabel('比到哪一次得分').getByRole('option').allTextContents();
  expect(ends.slice(0, 2)).toEqual(['2024年度', '2025年度 现在测算']);
  await page.getByRole('combobox', { name: '看哪个单位' }).selectOption('望川区');
  await panel.getByLabel('从哪一次得分比起').selectOption('now');
  await panel.getByText('两次各项得分相同。').waitFor(PATIENT);
  expect(page.url()).toContain('from=now');
  await expectAccessible(page);
});

test('a 差异系数 is taken apart to its schools by keyboard, with the least that brings it under the limit', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate?view=spread' });
  const table = page.getByRole('table', { name: /各县差异系数/ });
  const over = table.getByRole('button', { name: /不符合，超/ }).first();
  await over.waitFor(PATIENT);
  const name = (await over.getAttribute('aria-label')) ?? '';
  await over.focus();
  await page.keyboard.press('Enter');
  const [county = '', measure = ''] = name.split(' ');
  await page.getByRole('heading', { name: `${county} ${measure}` }).waitFor(PATIENT);
  await page.getByRole('img', { name: new RegExp(`^${county} \\d+ 所学校`) }).waitFor();
  await page
    .getByRole('complementary', { name: /最少要补/ })
    .getByText(/从最低的补起/)
    .waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '数据来源' }).waitFor(PATIENT);
});

test('nobody orders counties by score before all are verified', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate?by=score' });
  await page.getByText('各县自评，未经核定，不作排名').first().waitFor(PATIENT);
  expect(await page.getByRole('button', { name: '按得分排序' }).count()).toBe(0);
  const owner = (await stage().enter('scheme', { at: '/scheme?part=clauses' })).page;
  await owner.getByText(/没有核定完。全部核定后才能开启/).waitFor(PATIENT);
  expect(await owner.getByRole('button', { name: '开启排序' }).isDisabled()).toBe(true);
});

test('what is supposed is computed and written nowhere', async () => {
  const { page } = await stage().enter('leader', { at: '/evaluate?view=suppose&unit=881222' });
  const box = page.getByRole('region', { name: '试算，不影响正式结果' });
  await box.getByRole('combobox', { name: '选择数据项' }).fill('普通初中生均一般公共', PATIENT);
  await page.keyboard.press('Enter');
  const before = await asked<{ revision: string; units: unknown }>(page, '/rounds/duty-2025/results');
  await box.getByRole('textbox', { name: /试填 普通初中/ }).fill('99999');
  await page.keyboard.press('Enter');
  await box.getByRole('rowheader', { name: /B3\.2/ }).waitFor(PATIENT);
  expect(await asked(page, '/rounds/duty-2025/results')).toEqual(before);
  await expectAccessible(page);
});

test('a proposed score wants its reason, and then stands beside the computed one with it', async () => {
  const { page } = await stage().enter('office', { at: '/evaluate?view=scores' });
  await page.getByRole('button', { name: /^拟报 A2\.3/ }).click(PATIENT);
  const form = page.getByRole('dialog', { name: /^拟报 A2\.3/ });
  await form.getByLabel('分数（0—1.50）').fill('1.20');
  await form.getByRole('button', { name: '保存评分' }).click();
  await form.getByText(/请说明理由和依据后再保存/).waitFor(PATIENT);
  expect(await form.getByLabel('分数（0—1.50）').inputValue()).toBe('1.20');
  await form.getByLabel('理由').fill('近视率核查后更正');
  await form.getByLabel('依据').fill('市卫函〔2026〕2号');
  await form.getByRole('button', { name: '保存评分' }).click();
  await page.getByText(/近视率核查后更正（市卫函〔2026〕2号）/).waitFor(PATIENT);
  await page.getByText('1 项，均有理由').waitFor(PATIENT);
});

test('what is accepted in one browser moves the table in another', async () => {
  const watching = (await stage().enter('leader', { at: '/evaluate?at=B3' })).page;
  await cell(watching, '云屏县', WAITING.leaf).waitFor(PATIENT);
  expect(await cell(watching, '云屏县', WAITING.leaf).textContent()).toBe('缺');
  const accepting = (await stage().enter('office', { at: '/inbox' })).page;
  const answered = await accepting.evaluate(async () => {
    const ask = async (path: string) => (await fetch(`/api/v1${path}`)).json();
    const { csrf } = await ask('/session');
    const tasks: { task: string; state: string; edition: number }[] = await ask('/rounds/duty-2025/tasks');
    const waiting = tasks.find(({ state }) => state === 'cityReview');
    const done = await fetch(`/api/v1/rounds/duty-2025/tasks/${waiting?.task}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
      body: JSON.stringify({ edition: waiting?.edition }),
    });
    return `${done.status} ${done.ok ? '' : await done.text()}`;
  });
  expect(answered).toBe('200 ');
  await heat(watching)
    .getByRole('button', { name: /^云屏县 B3\.1 .*满分/ })
    .waitFor(PATIENT);
});

test('on a phone it is a list that opens to the reasons, and nothing scrolls sideways', async () => {
  const { page } = await stage().enter('leader', { at: '/evaluate', size: PHONE });
  await page.getByRole('button', { name: /^石渡县/ }).click(PATIENT);
  await page.getByRole('button', { name: /^B3\.2 .*−0\.80/ }).waitFor(PATIENT);
  expect(await page.getByRole('table').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
});
