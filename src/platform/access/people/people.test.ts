import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { testFiles } from '../../../../test/support/files.ts';
import { readWorkbook } from '../../../engines/sheet/index.ts';
import type { Role, Who } from '../contract.ts';
import { addPerson, addPrefecture, CITY, NOW, performing, YUNPING } from '../fixture.ts';
import { downloadPeopleForm, previewPeople } from './preview-people.ts';

const open = testDatabase();
const files = testFiles();
const who = (role: Role): Who => ({
  account: '00000000-0000-7000-8000-000000000001',
  person: '冯安全',
  tenant: 1,
  posts: [{ post: '', unit: CITY, dept: '', role, reach: [] }],
  reach: [],
  address: '',
});
const drop = async (text: string, role: Role = 'securityAdmin') => {
  const { sha256 } = await files.put(Buffer.from(text));
  return previewPeople.perform({ ...performing(open().db, who(role), NOW), files }, { name: '人员名单.csv', sha256 });
};
const HEAD = '姓名,登录名,单位,部门,岗位,邮箱\n';

beforeAll(async () => {
  await addPrefecture(open().db);
  await addPerson(open().db, 'li_county', [['reporter', YUNPING]]);
});

test('nobody but the security administrator drops a list, and a list without its heads is refused', async () => {
  for (const role of ['systemAdmin', 'auditAdmin', 'office'] as const)
    await expect(drop(HEAD, role)).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(drop('姓名,单位\n李,云屏县\n')).rejects.toMatchObject({
    code: 'access.peopleColumns',
    data: { missing: expect.anything() },
  });
});

test('every row that cannot be an account is told with its reason, in both languages', async () => {
  const { people, findings } = await drop(
    `${HEAD}甲,,云屏县,,填报人,\n乙,l!,云屏县,,填报人,\n丙,bing,云屏县,,县长,\n丁,ding,云屏县,,填报人,ding@\n戊,wu,无名县,,填报人,\n己,LI_county,云屏县,,填报人,\n庚,geng,云屏县,,填报人,\n辛,GENG,云屏县,,填报人,\n`,
  );
  expect(findings.map(({ code }) => code.replace('access.people.', '')).sort()).toEqual(
    ['double', 'empty', 'login', 'mail', 'role', 'taken', 'unit'].sort(),
  );
  for (const { zh, en } of findings) expect(`${zh}${en}`).not.toMatch(/undefined/);
  expect(people.map(({ name }) => name)).toEqual(['庚']);
});

test('units come by name or code, posts by their words, and departments stay as written', async () => {
  const { people } = await drop(`${HEAD}甲,jia,云屏县,财政局,填报人,jia@x.gov.cn\n乙,yi,88122,,审定人,\n`);
  expect(people).toMatchObject([
    { login: 'jia', unit: YUNPING, unitName: '云屏县', dept: '财政局', role: 'reporter', mail: 'jia@x.gov.cn', row: 2 },
    { login: 'yi', unit: YUNPING, role: 'approver', row: 3 },
  ]);
});

test('the empty list has the heads that are read', async () => {
  const form = await downloadPeopleForm.perform(performing(open().db, who('securityAdmin'), NOW), {});
  const [sheet] = readWorkbook(form, '人员名单.xlsx').sheets;
  expect(sheet?.rows.get(1)?.map(({ value }) => (value.kind === 'text' ? value.text : ''))).toEqual(
    HEAD.trim().split(','),
  );
});
