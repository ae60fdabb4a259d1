/** One's own account: one-time codes switched on and asked for, a token made, a password changed. */
import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { expectAccessible, useStage } from './support/browser.ts';

const stage = useStage();

test('one-time codes are taken once their code has come back, and the next sign-in asks for one', async () => {
  const { system, enter } = stage();
  const { page, context } = await enter('leader', { at: '/me' });
  const section = page.getByRole('region', { name: '动态码' });
  await section.getByRole('button', { name: '开启动态码' }).click();
  const secret = ((await section.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await section.getByRole('img', { name: '动态码' }).waitFor();
  await section.getByLabel('手机上显示的 6 位动态码').fill('000000');
  await section.getByLabel('当前密码').fill(system.passwordOf('leader'));
  await section.getByRole('button', { name: '确认开启' }).click();
  await section.getByRole('alert').waitFor();
  await expectAccessible(page);
  await section.getByLabel('手机上显示的 6 位动态码').fill(generateSync({ secret }));
  await section.getByRole('button', { name: '确认开启' }).click();
  await section.getByRole('button', { name: '关闭动态码' }).waitFor();
  await context.clearCookies();
  await page.goto(`${system.address}/me`);
  await page.getByLabel('登录名').fill('leader');
  await page.getByLabel('密码', { exact: true }).fill(system.passwordOf('leader'));
  await page.keyboard.press('Enter');
  await page.getByLabel('动态码（6 位）').waitFor();
  await context.close();
});

test('a token is shown once, and revoked; a password that is too short is refused and what was typed stays', async () => {
  const { page, context } = await stage().enter('office', { at: '/me' });
  await page.getByRole('button', { name: '开设令牌' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('用途').fill('数据交换');
  // Nothing is allowed that was not ticked.
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await dialog.getByRole('radio', { name: '只读取' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('button', { name: '开设令牌' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: /^报告/ }).check();
  await dialog.getByRole('checkbox', { name: /^评价/ }).check();
  await dialog.getByRole('button', { name: '开设令牌' }).click();
  await page.getByText('令牌只显示这一次', { exact: false }).waitFor();
  const secret = (await dialog.locator('.secret').textContent()) ?? '';
  expect(secret).toMatch(/^luzhi_/);
  const program = (path: string, method = 'GET') =>
    fetch(`${stage().system.address}/api/v1${path}`, { method, headers: { authorization: `Bearer ${secret}` } });
  const answers = [
    await program('/rounds/duty-2025/reports'),
    await program('/units'),
    await program('/templates', 'POST'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page
    .getByRole('row', { name: /数据交换 读取 · 评价、报告/ })
    .getByRole('button', { name: '停用令牌' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '停用令牌' }).click();
  await page.getByText('没有令牌。').waitFor();
  const password = page.getByRole('region', { name: '密码' });
  await password.getByLabel('当前密码').fill(stage().system.passwordOf('office'));
  await password.getByLabel('新密码（', { exact: false }).fill('短');
  await password.getByLabel('再输一次新密码').fill('短');
  await password.getByRole('button', { name: '修改密码' }).click();
  await password.getByRole('alert').waitFor();
  expect(await password.getByLabel('再输一次新密码').inputValue()).toBe('短');
  await context.close();
});
