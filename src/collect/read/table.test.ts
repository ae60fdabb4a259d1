import { expect, test } from 'vitest';
import {
  COMPLETE,
  collect,
  contentOf,
  countyFile,
  fileOf,
  find,
  registerFile,
  sayAll,
  scheme,
  stated,
  text,
  told,
} from '../fixture.ts';
import { formWorkbook, workbookName } from '../form/workbook.ts';
import type { GivenFile } from './open.ts';

const LONG = 'unit,item,period,value\n';

test('the long form gives one figure a row, last year by its year', () => {
  const submission = collect(
    registerFile(),
    text(
      '数据.csv',
      `${LONG}云屏县,exp,2025,110205.16\n云屏县,exp,2024,105318.72\n881221,教职工,2025,5210\nS1,students,at(2025-09-01),320\n第一小学,students,2024,318\n`,
    ),
  );
  expect([
    stated(submission, 'exp'),
    stated(submission, 'exp', '云屏县', 'prior'),
    stated(submission, 'staff'),
  ]).toEqual([110_205_160_000n, 105_318_720_000n, 5210n]);
  expect([stated(submission, 'students', '第一小学'), stated(submission, 'students', '第一小学', 'prior')]).toEqual([
    320n,
    318n,
  ]);
  expect(submission.figures[0]).toMatchObject({
    key: { reporter: { dept: 'CZ' } },
    source: { kind: 'csv', file: '数据.csv', line: 2, column: 'value' },
  });
});

test('each row that cannot be used is said with its line and the rest is read', () => {
  const rows = [
    '外县,exp,2025,1',
    '云屏县,expTotal,2025,1',
    '云屏县,exp,去年,1',
    '云屏县,exp,2025,约1',
    '云屏县,students,2025,5',
    '云屏县,staff,2025,10',
  ];
  const submission = collect(registerFile(), text('数据.csv', `${LONG}${rows.join('\n')}\n`));
  expect(
    told(submission).filter(
      (line) => !line.startsWith('warn collect.unit') && !line.includes('CM-1') && !line.includes('schoolsAbsent'),
    ),
  ).toEqual([
    'error collect.csv.unit 2',
    'error collect.row.unknown 3',
    'error collect.csv.period 4',
    'error collect.cell.text 5',
    'warn collect.row.notAsked 6',
  ]);
  expect(stated(submission, 'staff')).toBe(10n);
  sayAll(submission.findings);
});

test('another reporter is kept as such; a reporter nobody knows is refused', () => {
  const submission = collect(
    registerFile(),
    text('数据.csv', 'unit,item,period,value,reporter\n云屏县,exp,2025,1,教育局\n云屏县,exp,2025,1,某局\n'),
  );
  expect(submission.figures.map(({ key }) => key.reporter.dept)).toEqual(['JY']);
  expect(told(submission)).toContain('error collect.csv.reporter 3');
  sayAll(submission.findings);
});

test('the wide form makes the tree from its own columns, with attributes', () => {
  const submission = collect(
    text(
      'figures.csv',
      'unit,parent,kind,@type,students,备注\n云屏县,,county,,,\n甲校,云屏县,school,完全小学,100,好\n乙校,云屏县,school,教学点,,\n',
    ),
  );
  expect(submission.org.root).toMatchObject({ name: '云屏县', kind: 'county' });
  expect({ ...submission.org.find('甲校')?.attributes }).toEqual({ type: '完全小学' });
  expect(
    submission.figures.map(({ key, value }) => [key.subject, value.kind === 'quantity' ? value.steps : value]),
  ).toEqual([
    ['甲校', 100n],
    ['乙校', { kind: 'gap', why: 'missing', from: [{ item: 'students', unit: '乙校', period: 'at(2025-09-01)' }] }],
  ]);
  expect(told(submission)).toEqual(['warn collect.column.unknown 1', 'error CM-1 4']);
  sayAll(submission.findings);
});

test('a kind nobody declared is said, not guessed in silence', () => {
  const submission = collect(text('figures.csv', 'unit,kind,staff\n甲县,镇,5\n'));
  expect(told(submission)[0]).toBe('error collect.csv.kind 2');
  sayAll(submission.findings);
});

test('a table without a kind speaks of the lowest level judged, and equals stand under one root', () => {
  const { org, findings } = collect(text('figures.csv', `${LONG}甲县,staff,2025,1\n乙县,staff,2025,2\n`));
  expect(org.units.map(({ name, kind }) => [name, kind])).toEqual([
    ['全部单位', 'prefecture'],
    ['甲县', 'county'],
    ['乙县', 'county'],
  ]);
  expect(findings.filter(({ code }) => !code.startsWith('CM-'))).toEqual([]);
});

test('a total below a table is no unit', () => {
  for (const table of [`${LONG}甲县,staff,2025,5\n合计,staff,2025,5\n`, 'unit,staff\n甲县,5\n合计,5\n']) {
    const submission = collect(text('figures.csv', table));
    expect(submission.org.units.map(({ name }) => name)).toEqual(['甲县']);
    expect(told(submission)).toContain('hint collect.row.total 3');
    sayAll(submission.findings);
  }
});

test('the wide form takes last year in columns of its own, and names beside codes', () => {
  for (const prior of ['staff@-1', 'staff@2024']) {
    const submission = collect(text('figures.csv', `unit,name,kind,staff,${prior}\n881221,云屏县,county,5210,5188\n`));
    expect(submission.org.root).toMatchObject({ code: '881221', name: '云屏县' });
    expect([stated(submission, 'staff'), stated(submission, 'staff', '云屏县', 'prior')]).toEqual([5210n, 5188n]);
    expect(told(submission).filter((line) => line.includes('column'))).toEqual([]);
  }
  const older = collect(text('figures.csv', 'unit,staff,staff@2022\n云屏县,5210,5100\n'));
  expect(told(older)).toContain('warn collect.column.unknown 1');
});

test('a county that is only named as the parent of its schools is there; one left out beside another is a slip', () => {
  const alone = collect(
    text('figures.csv', 'unit,parent,kind,students\n甲校,云屏县,school,100\n乙校,云屏县,school,200\n'),
  );
  expect(alone.org.root).toMatchObject({ name: '云屏县', kind: 'county' });
  expect(alone.org.children(alone.org.root.code).map(({ name }) => name)).toEqual(['甲校', '乙校']);
  expect(told(alone)).toEqual([]);
  const slip = collect(text('figures.csv', 'unit,parent,kind,students\n云屏县,,county,\n甲校,云屏縣,school,100\n'));
  expect(told(slip)).toContain('error org.unit.parentUnknown 3');
});

/** The workbook of a unit as a program leaves it that keeps no hidden sheets and properties. */
function bare(name: string): GivenFile {
  const plan = formWorkbook(scheme, find(name), undefined, contentOf(COMPLETE));
  const sheets = plan.sheets.filter(({ hidden }) => hidden !== true);
  return fileOf(workbookName(find(name), 2025), { ...plan, properties: {}, sheets });
}
const kindsOf = ({ org }: ReturnType<typeof collect>) =>
  org.units.map(({ name, kind, parent }) => [name, kind, parent]);

test('the tree a table gives stands beside workbooks that no longer say what they are of', () => {
  const table = text('figures.csv', 'unit,parent,kind,staff\n清江市,,prefecture,\n云屏县,清江市,county,\n');
  const submission = collect(table, bare('清江市'), bare('云屏县'));
  expect(kindsOf(submission)).toEqual([
    ['清江市', 'prefecture', undefined],
    ['云屏县', 'county', '清江市'],
  ]);
  expect(told(submission).filter((line) => line.includes('kind'))).toEqual([]);
  const alone = collect(bare('清江市'), bare('云屏县'));
  expect(told(alone).filter((line) => line.includes('kind'))).toEqual([
    'warn collect.file.kindGuessed 清江市',
    'warn collect.file.kindGuessed 云屏县',
  ]);
  sayAll(alone.findings);
});

test('a table and a workbook that say another kind of one unit: the table stands, the file of the other is named', () => {
  const submission = collect(text('figures.csv', 'unit,kind,staff\n云屏县,zone,5210\n'), countyFile());
  expect(kindsOf(submission)).toEqual([['云屏县', 'zone', undefined]]);
  const differing = submission.findings.filter(({ code }) => code === 'collect.file.kindDiffers');
  expect(differing.map(({ at }) => at.file)).toEqual(['云屏县_2025.xlsx']);
  expect(sayAll(differing)).toEqual([
    '云屏县 在 云屏县_2025.xlsx 中是县，在 figures.csv 中是功能区，已按 figures.csv。请改正其中一处。',
  ]);
});
