import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testFiles } from '../../test/support/files.ts';
import { readWorkbook } from '../engines/sheet/index.ts';
import { type Action, newId, type Role, type Who } from '../platform/index.ts';
import { importUnits, readRegister } from './index.ts';
import { downloadRegister, readRegisterOf } from './look-register.ts';
import { previewRegister } from './preview-register.ts';

const open = testDatabase();
const files = testFiles();
const NOW = new Date('2026-01-05T02:00:00Z');
const who = (role: Role): Who => ({
  account: newId(),
  person: '陈系统',
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: [] }],
  reach: [],
  address: '',
});
const as = <Out>(role: Role, action: Action<never, Out> | unknown, input: object): Promise<Out> =>
  (action as Action<never, Out>).perform({ db: open().db, files, who: who(role), now: NOW }, input);
type Preview = Awaited<ReturnType<typeof previewRegister.perform>>;
const drop = async (text: string, role: Role = 'systemAdmin'): Promise<Preview> => {
  const { sha256 } = await files.put(Buffer.from(text));
  return as<Preview>(role, previewRegister, { name: '单位名录.csv', sha256, begins: '2025-01-01' });
};
const CSV = '代码,名称,类型,上级\n8812,清江市,市,\n881221,云屏县,县,清江市\n';

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
  const units = [
    { code: '8812', name: '清江市', kind: '市' },
    { code: '881221', name: '云屏县', kind: '县', parent: '8812' },
  ];
  await as('systemAdmin', importUnits, { begins: '2024-01-01', units });
});

test('fillers and leaders do not see the whole register, and only its keeper previews one', async () => {
  for (const role of ['reporter', 'reader', 'office'] as const)
    await expect(as(role, readRegisterOf, {})).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(drop(CSV, 'securityAdmin')).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('a table without its heads is refused, and rows that cannot be read are told with their place', async () => {
  await expect(drop('甲,乙\n1,2\n')).rejects.toMatchObject({ code: 'org.registerColumns' });
  const { findings } = await drop(`${CSV}881222,石渡县,镇,清江市\n`);
  expect(findings).toMatchObject([{ code: 'org.row.unreadable', severity: 'error', at: { cell: 'A4' } }]);
});

test('the preview tells what is new, what differs and what stays, and writes nothing', async () => {
  const preview = await drop(`${CSV.replace('云屏县', '云屏市')}881222,石渡县,县,清江市\n`);
  expect(preview).toMatchObject({
    findings: [],
    same: 1,
    added: { count: 1, first: [{ code: '881222', name: '石渡县' }] },
    changed: { count: 1, first: [{ was: '云屏县', name: '云屏市', differs: ['name'] }] },
  });
  const units = await as<readonly { name: string }[]>('systemAdmin', readRegisterOf, { on: '2025-06-01' });
  expect(units.map(({ name }) => name)).toEqual(['清江市', '云屏县']);
});

test('what was previewed is taken over as it is, and each day has its own register, also as a workbook', async () => {
  const { units } = await drop(CSV.replace('云屏县', '云屏市'));
  expect(await as('systemAdmin', importUnits, { begins: '2025-01-01', units })).toEqual({
    added: 0,
    changed: 1,
    same: 1,
  });
  const names = async (on: string) =>
    (await as<readonly { name: string }[]>('securityAdmin', readRegisterOf, { on })).map(({ name }) => name);
  expect(await names('2024-12-31')).toEqual(['清江市', '云屏县']);
  expect(await names('2025-01-01')).toEqual(['清江市', '云屏市']);
  const { content } = await as<{ content: Uint8Array }>('systemAdmin', downloadRegister, { on: '2025-01-01' });
  const { rows } = readRegister(readWorkbook(content, '单位名录.xlsx').sheets, '单位名录.xlsx');
  expect(rows.map(({ code, name }) => `${code} ${name}`)).toEqual(['8812 清江市', '881221 云屏市']);
});
