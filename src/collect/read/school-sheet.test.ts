import { expect, test } from 'vitest';
import type { CellPlan } from '../../engines/sheet/index.ts';
import { buildOrgTree, registerWorkbook } from '../../org/on-files.ts';
import {
  CZ,
  collect,
  countyFile,
  fileOf,
  find,
  org,
  registerFile,
  sayAll,
  scheme,
  stated,
  text,
  told,
} from '../fixture.ts';
import { formWorkbook, schoolWorkbook } from '../form/workbook.ts';

const words = (content: string): CellPlan => ({ content: { kind: 'text', text: content }, look: 'label' });
type Rows = (CellPlan | undefined)[][];

const ANSWERS = new Map([
  [
    'S1',
    new Map([
      ['students', { now: '320', prior: '318' }],
      ['area', { now: '1800' }],
    ]),
  ],
  [
    'S2',
    new Map([
      ['students', { now: '40', prior: '41' }],
      ['area', { now: '300' }],
    ]),
  ],
]);

/** 云屏县's list with the rows of this year's sheet changed by `change`. */
function edited(change: (rows: Rows) => Rows, name = '学校名单') {
  const plan = schoolWorkbook(scheme, org, find('云屏县'), ANSWERS);
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === '学校名单' ? { name, widths: [], rows: change(sheet.rows.map((row) => [...row])) } : sheet,
  );
  return fileOf('云屏县_学校_2025.xlsx', { ...plan, sheets });
}
const schoolFindings = (submission: ReturnType<typeof collect>): string[] =>
  told(submission).filter((line) => !line.includes('Absent'));

test('a school twice, a column nobody declared and a unit of another family are each said at their place', () => {
  const submission = collect(
    registerFile(),
    edited((rows) => {
      const [codes, heads, first] = [rows[3], rows[4], rows[5]];
      if (codes === undefined || heads === undefined || first === undefined) throw new Error('no rows');
      heads[8] = words('教学用房面积（人）');
      codes.push(words('teachers'));
      heads.push(words('教师数（人）'));
      return [...rows, [...first]];
    }),
  );
  expect(schoolFindings(submission)).toEqual([
    'error collect.column.unknown J5',
    'error collect.unitMismatch I5',
    'error collect.school.double A8',
  ]);
  expect([stated(submission, 'students', '第二小学'), stated(submission, 'area', '第二小学')]).toEqual([
    40n,
    undefined,
  ]);
  sayAll(submission.findings);
});

test('columns in another order, heads without codes above and a renamed sheet are read the same', () => {
  const submission = collect(
    registerFile(),
    edited((rows) => rows.filter((_, index) => index !== 3).map((row) => row.toReversed()), '一览表'),
  );
  expect([stated(submission, 'students', '第一小学'), stated(submission, 'area', '第一小学')]).toEqual([
    320n,
    180_000n,
  ]);
  expect(schoolFindings(submission)).toEqual([]);
});

test('the sheet of the year before is known by its title when it was renamed', () => {
  const plan = schoolWorkbook(scheme, org, find('云屏县'), ANSWERS);
  const sheets = plan.sheets.map((sheet, index) => (index < 2 ? { ...sheet, name: `Sheet${2 - index}` } : sheet));
  const submission = collect(fileOf('云屏县_学校_2025.xlsx', { ...plan, sheets }));
  expect([stated(submission, 'students', '第一小学'), stated(submission, 'students', '第一小学', 'prior')]).toEqual([
    320n,
    318n,
  ]);
});

test('a school that stands only in the sheet of the year before is said, not made a unit', () => {
  const closed = collect(edited((rows) => rows.slice(0, 6)));
  expect(told(closed)).toEqual(['error collect.school.unknown A7']);
  expect(closed.org.find('S2')).toBeUndefined();
  sayAll(closed.findings);
});

test('a school without a code is known by its county and name', () => {
  const { org: tree, figures } = collect(
    edited((rows) => [
      ...rows,
      [undefined, words('第三小学'), undefined, undefined, undefined, undefined, undefined, words('55'), words('100')],
    ]),
  );
  const third = tree.units.find(({ name }) => name === '第三小学');
  expect([third?.code, third?.parent]).toEqual(['881221-第三小学', '881221']);
  expect(figures.filter(({ key }) => key.subject === third?.code).length).toBe(2);
});

test('a school in the lists of two counties is said once, and stands where it was first named', () => {
  const below = find('白渡县');
  const children = () => org.children(find('云屏县').code).map((school) => ({ ...school, parent: below.code }));
  const other = fileOf('白渡县_学校_2025.xlsx', schoolWorkbook(scheme, { ...org, children }, below, ANSWERS));
  const submission = collect(
    edited((rows) => rows),
    other,
    text('名.csv', 'unit,item,period,value\n云屏县,staff,2025,5\n'),
  );
  expect(told(submission).filter((line) => line.includes('org.'))).toEqual([
    'error org.unit.double A6',
    'error org.unit.double A7',
  ]);
  expect(submission.org.find('S1')?.parent).toBe('881221');
  sayAll(submission.findings);
});

/** 清江市 with a 功能区 that 云屏县 hosts, one school in it. */
const zonedUnder = (host: string) =>
  buildOrgTree([
    ...org.units.map((unit) => ({ ...unit, at: {} })),
    { code: 'Z' as never, name: '开发区', kind: 'zone', parent: '8812', host, attributes: {}, at: {} },
    { code: 'S3' as never, name: '开发区小学', kind: 'school', parent: 'Z', attributes: { type: '小学' }, at: {} },
  ]).tree;
const zoned = zonedUnder('云屏县');
const inZone = new Map([...ANSWERS, ['S3', new Map([['students', { now: '77', prior: '70' }]])]]);
const zoneFile = fileOf('开发区_2025.xlsx', formWorkbook(scheme, zoned.find('Z') ?? zoned.root, undefined));
const prefectureFile = fileOf('清江市_财政局_2025.xlsx', formWorkbook(scheme, find('清江市'), CZ));
const listOf = (name: string) =>
  fileOf(`${name}_学校_2025.xlsx`, schoolWorkbook(scheme, zonedUnder(name), find(name), inZone));

test('without a register a 功能区 is hosted by the county whose list names its schools', () => {
  const submission = collect(prefectureFile, countyFile(), zoneFile, listOf('云屏县'));
  expect(submission.org.find('开发区')).toMatchObject({ host: '881221', parent: '8812' });
  expect(submission.org.find('S3')).toMatchObject({ parent: 'Z' });
  expect(told(submission).filter((line) => /zoneHost|register/.test(line))).toEqual([
    'warn collect.registerAbsent 8812',
  ]);
  const both = collect(prefectureFile, countyFile(), zoneFile, listOf('云屏县'), listOf('白渡县'));
  expect(told(both).filter((line) => line.includes('zoneHost'))).toEqual(['error collect.zoneHost Z']);
  sayAll([...submission.findings, ...both.findings]);
});

test('a 功能区 nobody is said to host is told by name, whatever leaves its schools out of the totals', () => {
  const rows = zoned.units.map((unit) => (unit.kind === 'zone' ? { ...unit, host: undefined } : unit));
  const register = fileOf('单位名录.xlsx', registerWorkbook(rows as never));
  const submission = collect(register, prefectureFile, countyFile(), zoneFile, listOf('云屏县'));
  expect(told(submission)).toContain('error collect.zoneHost Z');
  expect(sayAll(submission.findings.filter(({ code }) => code === 'collect.zoneHost'))).toEqual([
    '没有写明 开发区 由哪个县托管，它的学校没有计入任何县，也没有计入全市合计。请在单位名录（单位名录.xlsx）的“托管县”一列写明。',
  ]);
});

test('a total below the list is no school, in whichever column its word stands', () => {
  const submission = collect(
    registerFile(),
    edited((rows) => [...rows, [words('合计')], [undefined, words('全县合 计')]]),
  );
  expect(schoolFindings(submission)).toEqual(['hint collect.row.total A8', 'hint collect.row.total A9']);
  expect(submission.org.below(find('云屏县').code, 'school').map(({ name }) => name)).toEqual(['第一小学', '第二小学']);
  sayAll(submission.findings);
});

test('a school list that lost its record stands beside the workbook of its county', () => {
  const { sheets } = schoolWorkbook(scheme, org, find('云屏县'), ANSWERS);
  const submission = collect(
    countyFile(),
    fileOf('名单.xlsx', { sheets: sheets.filter(({ name }) => name !== 'luzhi') }),
  );
  expect(stated(submission, 'students', '第一小学')).toBe(320n);
  expect(stated(submission, 'exp')).toBe(110_205_160_000n);
});
