/** The three administrators at the workbench, each from sign-in to done, and none in the room of another. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectAccessible, type Person, useStage } from './support/browser.ts';

const stage = useStage();
const LONG = { timeout: 90_000 };

const downloaded = async ({ page }: Person, press: () => Promise<void>): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download', LONG), press()]);
  return file.path();
};
const drop = (page: Person['page'], name: string, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

test('the system administrator sees how the system does, makes a backup and takes it away', async () => {
  const system = await stage().enter('system');
  const { page } = system;
  await page.getByRole('heading', { name: '系统和备份', level: 1 }).waitFor();
  await page.getByText(/PostgreSQL 1/).waitFor();
  expect(await page.getByText('人员', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByRole('button', { name: '下载' }).first().waitFor(LONG);
  await page.getByRole('button', { name: '下载' }).first().click();
  const file = await downloaded(system, () => page.getByRole('dialog').getByRole('button', { name: '下载' }).click());
  expect(readFileSync(file).length).toBeGreaterThan(10_000);
  await expectAccessible(page);
  await system.context.close();
});

test('registers are previewed; a faulty or foreign file changes nothing; a merger while a round asks is refused in place', async () => {
  const { page, open, context } = await stage().enter('system', { at: '/admin/units' });
  await page.getByText(/所学校/).waitFor();
  await page.getByRole('button', { name: '导入名录' }).click();
  await drop(page, '单位名录.xlsx', 'PK not a workbook');
  await page.locator('.ant-message-error').waitFor();
  await drop(page, '单位名录.csv', '代码,名称,类型,上级\n881200,清江市,市,\n889999,新县,镇,清江市\n');
  await page.getByText(/须改正 1/).waitFor();
  expect(await page.getByRole('button', { name: /^导入 \d/ }).isDisabled()).toBe(true);
  await drop(page, '单位名录.csv', '代码,名称,类型,上级\n881200,清江市,市,\n889999,新新县,县,清江市\n');
  await page.getByText(/新增 1 /).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^导入 \d/ }).click();
  await page.getByText('已导入：新增 1 个', { exact: false }).waitFor();
  await open('/admin/units?q=新新县');
  await page.getByRole('button', { name: /新新县/ }).click();
  await page.getByRole('heading', { name: '沿革' }).waitFor();
  await page.getByRole('button', { name: '合并' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('生效日期').fill('2030-01-01');
  await dialog.getByLabel('依据（文号）').fill('民函〔2029〕1号');
  await dialog.getByRole('button', { name: '合并' }).click();
  // Its round is open: the refusal stands in the dialog, and what was typed is kept.
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel('依据（文号）').inputValue()).toBe('民函〔2029〕1号');
  await expectAccessible(page);
  await context.close();
});

test('the security administrator opens an account, gives a post and hands it over; nothing else is open to them', async () => {
  const { page, open, context } = await stage().enter('security');
  await page.getByRole('heading', { name: '人员', level: 1 }).waitFor();
  await page.getByRole('button', { name: '新增人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('林一');
  await dialog.getByLabel('登录名').fill('lin_yi');
  await dialog.getByLabel('单位').fill('无此县');
  await dialog.getByText('请从列表中选一个单位。').waitFor();
  await dialog.getByLabel('单位').fill('云屏县');
  await dialog.getByRole('button', { name: '新增人员' }).click();
  await page.getByText('只显示这一次', { exact: false }).waitFor();
  const password = (await page.locator('.secret').last().textContent()) ?? '';
  expect(password.length).toBeGreaterThan(8);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page.getByLabel('姓名、登录名、单位').fill('lin_yi');
  await page.getByRole('button', { name: '林一' }).click();
  await page.getByRole('button', { name: '移交岗位' }).click();
  await page.getByRole('dialog', { name: '移交岗位' }).getByLabel('移交给').selectOption({ index: 1 });
  await page.getByRole('dialog', { name: '移交岗位' }).getByRole('button', { name: '移交岗位' }).click();
  await page.getByText('已移交 1 个岗位。').waitFor();
  await expectAccessible(page);
  await open('/admin/audit');
  await page.getByText('无权查看本页', { exact: false }).waitFor();
  await context.close();
});

test('people come by a list: rows that cannot be are told, the others opened with a count', async () => {
  const person = await stage().enter('security', { at: '/admin/people' });
  const { page, context } = person;
  await page.getByRole('button', { name: '从 Excel 导入' }).click();
  await drop(page, '人员名单.csv', '甲,乙\n1,2\n');
  await page.locator('.ant-message-error').waitFor();
  const rows = [
    '陈一,chen_1,云屏县,,填报人,',
    '陈二,chen_2,云屏县,财政局,审定人,',
    '陈三,security,云屏县,,填报人,',
    '陈四,chen_4,云屏县,无此局,填报人,',
  ];
  await drop(page, '人员名单.csv', `姓名,登录名,单位,部门,岗位,邮箱\n${rows.join('\n')}\n`);
  await page.getByText('可开设 2 个账号 · 须改正 2 行').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '开设 2 个账号' }).click();
  await page.getByText('已开设 2 个账号', { exact: false }).waitFor(LONG);
  const file = await downloaded(person, () => page.getByRole('button', { name: '下载一次性密码' }).click());
  expect(readFileSync(file, 'utf8')).toContain('"chen_2"');
  await context.close();
});

test('an account that is closed while its page is open gets no further, and says so', async () => {
  const [leaving, security] = [
    await stage().enter('verifier'),
    await stage().enter('security', { at: '/admin/people?q=verifier' }),
  ];
  await security.page.getByRole('button', { name: '赵明远' }).click();
  await security.page.getByRole('button', { name: '停用账号' }).click();
  await security.page.getByRole('dialog').getByRole('button', { name: '停用账号' }).last().click();
  await security.page.getByText('账号已停用。').waitFor();
  await leaving.page.getByRole('button', { name: /赵明远/ }).click();
  await leaving.page.getByText('个人设置').click();
  await leaving.page.getByRole('dialog').getByText('登录已过期', { exact: false }).waitFor(LONG);
  await Promise.all([leaving.context.close(), security.context.close()]);
});

test('the auditor finds who did what, sees before and after, verifies the chain and takes the record away', async () => {
  const auditor = await stage().enter('audit');
  const { page, open, context } = auditor;
  await page.getByRole('heading', { name: '操作记录', level: 1 }).waitFor();
  await page.getByLabel('环节').selectOption('collect');
  await page.locator('tbody button').first().click();
  await page.getByRole('heading', { name: '改动的数据' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '核验记录' }).click();
  await page.getByText('操作记录完整，未发现改动', { exact: false }).waitFor(LONG);
  const file = await downloaded(auditor, () => page.getByRole('button', { name: '导出 CSV' }).click());
  expect(readFileSync(file, 'utf8')).toContain('collect.');
  await open('/admin/people');
  await page.getByText('审计管理员只看，不改。').waitFor();
  expect(await page.getByRole('button', { name: '新增人员' }).count()).toBe(0);
  await context.close();
});
