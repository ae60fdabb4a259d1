import { expect, test } from 'vitest';
import { COMPLETE, collect, contentOf, countyFile, fileOf, find, sayAll, scheme, told } from '../fixture.ts';
import { formWorkbook, workbookName } from '../form/workbook.ts';
import { dateOf } from './ledger-cell.ts';

const entries = (...rows: Readonly<Record<string, string>>[]) => ({
  ledgers: new Map([['inspectors', rows.map((row) => new Map(Object.entries(row)))]]),
});

test('a choice that is none, a date that is none, words for a number and an empty required cell are said, the row is kept', () => {
  const submission = collect(
    countyFile(
      COMPLETE,
      entries({ name: '王文', kind: '全职', schools: '五', appointed: '去年', chief: '有时' }, { kind: '专职' }),
    ),
  );
  expect(told(submission)).toEqual([
    'error collect.ledger.choice B5',
    'error collect.cell.text C5',
    'error collect.ledger.date D5',
    'error collect.cell.truth E5',
    'warn collect.ledger.empty A6',
  ]);
  expect(submission.ledgerRows.map(({ values }) => Object.keys(values))).toEqual([['name'], ['kind']]);
  sayAll(submission.findings);
});

test('a ledger handed in without rows came; one whose sheet is gone did not, and the file and sheet are named', () => {
  const county = find('云屏县');
  const empty = collect(countyFile());
  expect([empty.handedLedgers, told(empty)]).toEqual([[{ ledger: 'inspectors', unit: county.code }], []]);
  const whole = formWorkbook(scheme, county, undefined, contentOf(COMPLETE));
  const torn = { ...whole, sheets: whole.sheets.filter(({ name }) => name !== '督学花名册') };
  const submission = collect(fileOf(workbookName(county, 2025), torn));
  expect([submission.handedLedgers, told(submission)]).toEqual([[], ['error collect.ledgerAbsent 881221']]);
  expect(submission.findings.find(({ code }) => code === 'collect.ledgerAbsent')?.at).toMatchObject({
    file: '云屏县_2025.xlsx',
    sheet: '督学花名册',
  });
  expect(sayAll(submission.findings.filter(({ code }) => code === 'collect.ledgerAbsent'))).toEqual([
    '云屏县 的填报表中没有工作表“督学花名册”，或其表头认不出，按未交处理，不计为0。请补上这张表；没有内容的保留空表。',
  ]);
});

test('a citation of evidence is linked to the catalogue of its unit; an unknown number is said', () => {
  const record = {
    number: 'A1-01',
    title: '批复',
    date: '2025-12-31',
    mode: 'onsite',
    indicators: ['A1'],
    items: ['cost'],
  } as const;
  const answers = {
    ...COMPLETE,
    exp: { ...COMPLETE.exp, evidence: 'A1-01、A1-09' },
    cost: { ...COMPLETE.cost, evidence: 'A1-01' },
  };
  const submission = collect(countyFile(answers, { evidence: [record] }));
  expect(submission.evidence.map(({ items }) => items)).toEqual([['cost', 'exp']]);
  expect(told(submission)).toEqual(['warn collect.evidence.unknown A5']);
  expect(sayAll(submission.findings)).toEqual(['佐证材料目录中没有编号 A1-09。请在目录中登记，或改正此处的编号。']);
});

test.each([
  ['2025-03-01', '2025-03-01'],
  ['2025/3/1', '2025-03-01'],
  ['2025.3.1', '2025-03-01'],
  ['2025年3月1日', '2025-03-01'],
  ['2025-02-29', undefined],
  ['2025年3月', undefined],
])('the date %s is read as %s', (typed, expected) => {
  expect(dateOf(typed)).toBe(expected);
});

test('a total below a ledger is no row of it', () => {
  const submission = collect(
    countyFile(COMPLETE, entries({ name: '王文', kind: '专职', schools: '5' }, { name: '合计', schools: '5' })),
  );
  expect(told(submission)).toEqual(['hint collect.row.total A6']);
  expect(submission.ledgerRows.length).toBe(1);
  sayAll(submission.findings);
});
