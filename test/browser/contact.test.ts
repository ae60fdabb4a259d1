/** 督导室联系方式: stated by the system administrator, then read wherever officials are sent to the office. */
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();
const SAID = '督导室赵启明（0000-2345678，行政中心3号楼412室）';

test('until it is stated the office alone is named; afterwards whom to call, also for who cannot sign in', async () => {
  const office = await stage().enter('office');
  await office.page.getByText('有问题请联系督导室。').waitFor();

  const { page } = await stage().enter('system', { at: '/admin/system' });
  const form = page.locator('.contact-form');
  await form.getByLabel('联系人').fill('赵启明');
  await form.getByLabel('电话').fill('打前台');
  await form.getByLabel('电话').press('Enter');
  await form.getByText('“打前台”不像电话号码').waitFor();
  expect(await form.getByLabel('联系人').inputValue()).toBe('赵启明');
  await form.getByLabel('电话').fill('0000-2345678');
  await form.getByLabel('地点').fill('行政中心3号楼412室');
  await expectAccessible(page);
  await form.getByLabel('地点').press('Enter');
  await page.getByText('联系方式已保存。').waitFor();
  await page.close();

  await office.open('/');
  await office.page.getByText(`有问题请联系${SAID}。`).waitFor();
  await office.context.clearCookies();
  await office.open('/');
  await office.page.getByLabel('登录名').fill('office');
  await office.page.getByLabel('密码', { exact: true }).fill('不是这个');
  await office.page.keyboard.press('Enter');
  await office.page.getByText(`登录有困难，请联系${SAID}。`).waitFor();
  await office.page.close();
});

test('in English as well', async () => {
  const { page } = await stage().enter('system', { at: '/admin/system', language: 'en' });
  await page.locator('.contact-form').getByLabel('Telephone').waitFor();
  await expectAccessible(page);
  await page.close();
});
