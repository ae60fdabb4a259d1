import { expect, test } from 'vitest';
import { readCsv, readWorkbook, writeWorkbook } from '../engines/sheet/index.ts';
import { sayWith } from '../kernel/index.ts';
import { buildOrgTree, isRegisterName, messages, readRegister, registerWorkbook } from './index.ts';

const csv = (text: string) => [readCsv(new TextEncoder().encode(text), 'units.csv')];

test('a register without the columns it needs is refused, naming them', () => {
  expect(() => readRegister(csv('代码,备注\n1,甲\n'), 'units.csv')).toThrow(
    expect.objectContaining({
      code: 'org.registerColumns',
      data: { file: 'units.csv', missing: ['代码', '名称', '类型'] },
    }),
  );
  expect(() => readRegister(csv('代码,名称\n1,甲\n'), 'units.csv')).toThrow(
    expect.objectContaining({ data: { file: 'units.csv', missing: ['类型'] } }),
  );
});

test('a row of an unknown kind or without a name is said and left out', () => {
  const { rows, findings } = readRegister(csv('代码,名称,类型\n881221,云屏县,县\n1,甲,镇\n2,,县\n'), 'units.csv');
  expect(rows.map(({ name }) => name)).toEqual(['云屏县']);
  expect(findings.map(({ code, at }) => [code, at.cell])).toEqual([
    ['org.row.unreadable', 'A3'],
    ['org.row.unreadable', 'A4'],
  ]);
  for (const finding of findings) expect(sayWith(messages.zh)(finding)).toContain('没有读取');
});

test('further columns are attributes under the names formulas know', () => {
  const [first] = readRegister(
    csv('代码,名称,类型,学校类型,片区,__proto__\n1,甲校,学校,小学,东,x\n'),
    'units.csv',
  ).rows;
  expect({ ...first?.attributes }).toEqual({ type: '小学', 片区: '东', ['__proto__']: 'x' });
});

test('a register that was written reads back as the same tree', () => {
  const at = { file: 'units.csv' };
  const { rows } = readRegister(
    csv(
      '代码,名称,类型,上级,托管县,寄宿制\nP,清江市,市,,,\nA,云屏县,县,清江市,,\nZ,开发区,功能区,清江市,云屏县,\nS,一小,学校,云屏县,,是\n',
    ),
    'units.csv',
  );
  const before = buildOrgTree(rows.map((row) => ({ ...row, at }))).tree;
  const sheets = readWorkbook(writeWorkbook(registerWorkbook(before.units)), '单位名录.xlsx').sheets;
  const after = buildOrgTree(readRegister(sheets, '单位名录.xlsx').rows).tree;
  const plain = ({ at: _, ...unit }: (typeof after.units)[number]) => unit;
  expect(after.units.map(plain)).toEqual(before.units.map(plain));
  expect(after.find('A')?.at).toEqual({ file: '单位名录.xlsx', sheet: '单位名录', cell: 'A3' });
  expect(after.find('Z')).toMatchObject({ kind: 'zone', host: 'A', parent: 'P' });
});

test('registers are known by their names alone', () => {
  expect(['单位名录.xlsx', '单位名录.csv', 'units.csv', '云屏县_2025.xlsx'].map(isRegisterName)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
