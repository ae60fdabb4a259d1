/** A year on one page, for those who lead: on a phone and at a desk, everything one tap from its reason. */
import { expect, test } from 'vitest';
import { expectAccessible, PHONE, useStage } from './support/browser.ts';
import { through } from './support/year-through.ts';

const stage = useStage({ bringing: through });
const PATIENT = { timeout: 100_000 };

test('a phone says how it stands: score, stages, three things at most, and each county', async () => {
  const { page } = await stage().enter('leader', { size: PHONE });
  await page.getByRole('heading', { level: 1, name: /概览 清江市/ }).waitFor(PATIENT);
  await page.getByRole('img', { name: /^\d+\.\d\d 分，待定，上年/ }).waitFor();
  await page.getByText('17/17 单位').waitFor();
  const known = page.getByRole('region', { name: /^需关注事项（3）$/ });
  expect(await known.getByRole('listitem').count()).toBe(3);
  await known.getByText('鹿鸣县：学生体质健康优良率连续三年下降').waitFor();
  const counties = page.getByRole('region', { name: '15 个县（市、区）、1 个功能区' }).getByRole('link');
  expect(await counties.count()).toBe(16);
  expect(await counties.first().getAttribute('aria-label')).toMatch(/^望川区 93\.63 分，优秀，上年/);
  await page
    .getByRole('region', { name: /县（市、区）/ })
    .getByText('优秀')
    .first()
    .waitFor();
  await counties
    .nth(3)
    .and(page.getByLabel(/^云屏县 待审核，上年/))
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
});

test('one tap from what costs most to its reason, and one more to the figure', async () => {
  const { page } = await stage().enter('leader', { size: PHONE });
  await page.getByRole('link', { name: /B3\.2/ }).first().click(PATIENT);
  const leaf = page.getByRole('button', { name: /^B3\.2 .*−1\.33/ });
  await leaf.waitFor(PATIENT);
  await expect.poll(() => leaf.evaluate((at) => at.getBoundingClientRect().top < innerHeight)).toBe(true);
  await leaf.click();
  await page
    .getByRole('dialog', { name: '数据来源' })
    .getByText('清江市 幼儿园生均一般公共预算教育经费')
    .waitFor(PATIENT);
});
