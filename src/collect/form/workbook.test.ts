import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COMPLETE,
  CZ,
  collect,
  contentOf,
  countyFile,
  fileOf,
  find,
  org,
  registerFile,
  scheme,
  schoolFile,
  stated,
  told,
} from '../fixture.ts';
import type { Answer } from './content.ts';
import { formWorkbook, schoolWorkbook, workbookName } from './workbook.ts';

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return book;
}

test('files are named by unit, part and year', () => {
  expect(workbookName(find('云屏县'), 2025)).toBe('云屏县_2025.xlsx');
  expect(workbookName(find('云屏县'), 2025, '学校')).toBe('云屏县_学校_2025.xlsx');
  expect(workbookName(find('清江市'), 2025, '财政局')).toBe('清江市_财政局_2025.xlsx');
});

test('a department of the prefecture gets its own forms only', () => {
  expect(formWorkbook(scheme, find('清江市'), CZ).sheets.map(({ name }) => name)).toEqual([
    '财政表',
    '佐证材料目录',
    'luzhi',
  ]);
  expect(formWorkbook(scheme, find('云屏县'), undefined).sheets.map(({ name }) => name)).toEqual([
    '县级表',
    '督学花名册',
    '佐证材料目录',
    'luzhi',
  ]);
});

test('another program sees last year beside this year, open inputs, locked labels and rules', async () => {
  const sheet = (await opened(countyFile().bytes)).getWorksheet('县级表');
  if (sheet === undefined) throw new Error('no sheet');
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((column) => sheet.getRow(4).getCell(column).text)).toEqual([
    '代码',
    '数据项',
    '单位',
    '上年值（2024 决算数）',
    '本年值（2025 执行数）',
    '增减',
    '增幅',
    '说明',
    '佐证编号',
  ]);
  expect(['D5', 'E5'].map((address) => sheet.getCell(address).value)).toEqual([105318.72, 110205.16]);
  expect(['A5', 'D5', 'E5', 'F5'].map((address) => sheet.getCell(address).protection?.locked ?? true)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([sheet.getCell('F5').result, sheet.getCell('G5').result]).toEqual([4886.44, '4.64%']);
  expect(sheet.getCell('E9').dataValidation).toMatchObject({ type: 'list' });
  expect(sheet.getCell('E7').dataValidation).toMatchObject({ type: 'whole' });
  expect(sheet.state).toBe('visible');
});

test('a workbook whose columns and rows another program shuffled reads the same', async () => {
  const given = countyFile();
  const book = await opened(given.bytes);
  const sheet = book.getWorksheet('县级表');
  if (sheet === undefined) throw new Error('no sheet');
  sheet.spliceColumns(3, 0, ['备注列']);
  sheet.insertRow(6, ['插入的一行说明']);
  sheet.name = '表一';
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const facts = (file: typeof given) => collect(file).figures.map(({ key, value, nature }) => ({ key, value, nature }));
  expect(facts({ name: given.name, bytes })).toEqual(facts(given));
});

/** 万元 with two decimals, to ninety trillion 元: what is more is refused. */
const money = fc.bigInt(0n, 9n * 10n ** 11n).map((fen) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`);
const answer = (of: fc.Arbitrary<string>): fc.Arbitrary<Answer> =>
  fc.record({ now: fc.oneof(of, fc.constant('')), prior: fc.oneof(of, fc.constant('不适用')) });

test('what is exported comes back as it was: every number, word, blank and explanation', () => {
  const whole = fc.nat().map(String);
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => `说${text}明`.trim());
  const answers = fc.record({
    exp: answer(money),
    cost: answer(money),
    staff: answer(whole),
    rate: fc.record({ now: fc.integer({ min: 0, max: 12_000 }).map((steps) => (steps / 100).toFixed(2)) }),
    planned: fc.record({ now: fc.constantFrom('是', '否', '不适用', '') }),
    title: fc.record({ now: words, reason: words }),
  });
  fc.assert(
    fc.property(answers, (given) => {
      const submission = collect(countyFile(given as Readonly<Record<string, Answer>>));
      for (const [item, { now = '', prior }] of Object.entries<Answer>(given)) {
        const of = submission.figures.filter(({ key }) => key.item === item).map(({ typed }) => typed.text);
        expect(of[0]).toBe(now);
        if (prior !== undefined) expect(of[1]).toBe(prior);
      }
      expect(submission.findings.filter(({ code }) => code.startsWith('collect.'))).toEqual([]);
      expect(submission.figures.find(({ key }) => key.item === 'title')?.reason?.trim()).toBe(
        given.title.reason.trim(),
      );
    }),
    { numRuns: 25 },
  );
});

test('ledgers and the catalogue come back row by row', () => {
  const entry = { name: '王文', kind: '专职', schools: '5', appointed: '2025-03-01', chief: '是' };
  const evidence = {
    number: 'A1-01',
    title: '决算批复',
    docNumber: '云财〔2025〕3号',
    issuer: '县财政局',
    date: '2025-12-31',
    pages: '1-3',
    mode: 'onsite',
    indicators: ['A1'],
    items: ['exp', 'cost'],
  } as const;
  const ledgers = new Map([
    [
      'inspectors',
      [
        new Map(Object.entries(entry)),
        new Map([
          ['name', '李明'],
          ['kind', '兼职'],
        ]),
      ],
    ],
  ]);
  const submission = collect(countyFile(COMPLETE, { ledgers, evidence: [evidence] }));
  expect(submission.ledgerRows.map(({ values }) => ({ ...values }))).toEqual([
    {
      name: { kind: 'text', text: '王文' },
      kind: { kind: 'text', text: '专职' },
      schools: { kind: 'quantity', steps: 5n, unit: '所' },
      appointed: { kind: 'text', text: '2025-03-01' },
      chief: { kind: 'quantity', steps: 1n, unit: '是否' },
    },
    { name: { kind: 'text', text: '李明' }, kind: { kind: 'text', text: '兼职' } },
  ]);
  expect(submission.ledgerRows[0]?.at).toEqual({ file: '云屏县_2025.xlsx', sheet: '督学花名册', cell: 'A5' });
  const at = { file: '云屏县_2025.xlsx', sheet: '佐证材料目录', cell: 'A5', unit: '881221' };
  expect(submission.evidence).toEqual([{ ...evidence, unit: '881221', at }]);
  expect(submission.findings).toEqual([]);
});

test('a school list comes back with both years, and its schools stand in the tree', () => {
  const submission = collect(
    registerFile(),
    schoolFile({
      S1: { students: { now: '320', prior: '318' }, area: { now: '1800.50' } },
      S2: { students: { now: '12' } },
    }),
  );
  expect([stated(submission, 'students', '第一小学'), stated(submission, 'students', '第一小学', 'prior')]).toEqual([
    320n,
    318n,
  ]);
  expect(stated(submission, 'area', '第一小学')).toBe(180_050n);
  expect(told(submission)).toContain('error CM-1 I7');
  expect({ ...submission.org.find('S1')?.attributes }).toEqual({ type: '小学' });
  const alone = collect(schoolFile({ S1: { students: { now: '320' } } }));
  expect(alone.org.units.map(({ code, parent }) => [code, parent])).toEqual([
    ['881221', undefined],
    ['S1', '881221'],
    ['S2', '881221'],
  ]);
});

test('schools of a hosted zone stand in the list of the host', () => {
  const zone = {
    code: 'Z' as never,
    name: '开发区',
    kind: 'zone' as const,
    parent: org.root.code,
    host: find('云屏县').code,
    attributes: {},
  };
  const inZone = {
    code: 'S9' as never,
    name: '园区小学',
    kind: 'school' as const,
    parent: 'Z' as never,
    attributes: {},
  };
  const wider = {
    ...org,
    units: [...org.units, zone, inZone],
    children: (of: string) => (of === 'Z' ? [inZone] : org.children(of as never)),
    find: (of: string) => (of === 'Z' ? zone : org.find(of)),
  };
  const [sheet] = schoolWorkbook(scheme, wider, find('云屏县')).sheets;
  expect(
    sheet?.rows
      .slice(5)
      .map(([code, , where]) => [code, where].map((cell) => (cell?.content.kind === 'text' ? cell.content.text : ''))),
  ).toEqual([
    ['S1', ''],
    ['S2', ''],
    ['S9', '开发区'],
  ]);
});

test('an empty form of a unit says nothing wrong by itself', () => {
  expect(
    collect(
      fileOf(
        '清江市_财政局_2025.xlsx',
        formWorkbook(scheme, find('清江市'), CZ, contentOf({ exp: { now: '5', prior: '5' } })),
      ),
    ).findings.map(({ code }) => code),
  ).toEqual(['CM-3']);
});
