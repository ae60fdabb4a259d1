import { expect, test } from 'vitest';
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../engines/sheet/index.ts';
import { COMPLETE, collect, contentOf, countyFile, fileOf, find, sayAll, scheme, stated, told } from '../fixture.ts';
import { formWorkbook } from '../form/workbook.ts';

const FORM = '县级表';
const text = (words: string): CellPlan => ({ content: { kind: 'text', text: words }, look: 'label' });
const number = (digits: string): CellPlan => ({ content: { kind: 'number', text: digits }, look: 'input' });

/** 云屏县's filled workbook with its form changed by `change`. */
function edited(
  change: (rows: (CellPlan | undefined)[][]) => (CellPlan | undefined)[][],
  rest: Partial<SheetPlan> = {},
) {
  const plan = formWorkbook(scheme, find('云屏县'), undefined, contentOf(COMPLETE));
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === FORM
      ? { name: rest.name ?? FORM, widths: [], rows: change(sheet.rows.map((row) => [...row])) }
      : sheet,
  );
  return fileOf('云屏县_2025.xlsx', { ...plan, sheets });
}
const row = (rows: (CellPlan | undefined)[][], code: string): (CellPlan | undefined)[] => {
  const found = rows.find(([first]) => first?.content.kind === 'text' && first.content.text === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const setting = (code: string, column: number, cell: CellPlan) => (rows: (CellPlan | undefined)[][]) => {
  row(rows, code)[column] = cell;
  return rows;
};

test('a unit of another family is refused for its row and nothing is read from it', () => {
  const submission = collect(edited(setting('exp', 2, text('人'))));
  expect(told(submission)).toContain('error collect.unitMismatch A5');
  expect(stated(submission, 'exp')).toBeUndefined();
  expect(sayAll(submission.findings)).toContain('“教育支出”以万元计，表中为“人”，没有读取。请在表中改正单位和数值。');
});

test('another unit of the same family is converted and said', () => {
  const submission = collect(edited(setting('exp', 2, text('亿元'))));
  expect(told(submission)).toContain('warn collect.unitConverted A5');
  expect(stated(submission, 'exp')).toBe(1_102_051_600_000_000n);
  expect(sayAll(submission.findings)).toContainEqual(
    expect.stringMatching(/单位改成了亿元：[\d.]+ 亿元按 [\d.]+ 万元采用/),
  );
});

test('a misspelt code beside a known name is read by the name and said', () => {
  const submission = collect(edited(setting('exp', 0, text('expp'))));
  expect(told(submission)).toEqual(['warn collect.row.code A5']);
  expect(stated(submission, 'exp')).toBe(110_205_160_000n);
  expect(sayAll(submission.findings)[0]).toContain('把代码改回 exp');
});

test('a code beside the name of another item is nobody knows which, and is not read', () => {
  const submission = collect(edited(setting('exp', 1, text('教职工'))));
  expect(told(submission)).toContain('error collect.row.otherName A5');
  expect(stated(submission, 'exp')).toBeUndefined();
  sayAll(submission.findings);
});

test('a code nobody declared is said and its row left out', () => {
  const submission = collect(
    edited((rows) => [...rows, [text('expTotal'), text('支出合计'), text('万元'), undefined, number('1')]]),
  );
  expect(told(submission)).toEqual(['error collect.row.unknown A12']);
  sayAll(submission.findings);
});

test('the same item twice: the first is taken and the second named', () => {
  const submission = collect(
    edited((rows) => [...rows, [text('staff'), text('教职工'), text('人'), undefined, number('1')]]),
  );
  expect(told(submission)).toEqual(['error collect.row.double A12']);
  expect(stated(submission, 'staff')).toBe(5210n);
  expect(sayAll(submission.findings)[0]).toContain('县级表!A7');
});

test("a form without last year's column says so once and reads this year", () => {
  const submission = collect(edited((rows) => rows.map((cells) => cells.filter((_, index) => index !== 3))));
  expect(told(submission).filter((line) => line.includes('prior'))).toEqual(['warn collect.priorColumn 881221']);
  expect(stated(submission, 'exp')).toBe(110_205_160_000n);
  expect(stated(submission, 'exp', '云屏县', 'prior')).toBeUndefined();
  sayAll(submission.findings);
});

test('inserted rows, moved columns and a renamed sheet are read as before', () => {
  const before = collect(countyFile()).figures.map(({ key, value, nature, reason }) => ({
    key,
    value,
    nature,
    reason,
  }));
  const shuffled = edited(
    (rows) => [[], [text('本表由县教育局汇总')], ...rows.flatMap((cells) => [cells.toReversed(), [text('小计')]])],
    { name: 'Sheet1 (2)' },
  );
  const after = collect(shuffled);
  expect(after.figures.map(({ key, value, nature, reason }) => ({ key, value, nature, reason }))).toEqual(before);
  expect(told(after)).toEqual([]);
});

test('a row whose code is gone is found by its name', () => {
  const submission = collect(edited(setting('staff', 0, text(''))));
  expect(stated(submission, 'staff')).toBe(5210n);
});

test('who it is is known from the properties, the hidden sheet or the line people read', () => {
  const plan = formWorkbook(scheme, find('云屏县'), undefined, contentOf(COMPLETE));
  const stripped: WorkbookPlan[] = [
    { sheets: plan.sheets },
    { sheets: plan.sheets.filter(({ name }) => name !== 'luzhi'), properties: plan.properties ?? {} },
    { sheets: plan.sheets.filter(({ name }) => name !== 'luzhi') },
  ];
  for (const each of stripped) {
    const { figures, org } = collect(fileOf('表.xlsx', each));
    expect(org.root.name).toBe('云屏县');
    expect(figures.length).toBe(10);
  }
});

test('formulas are taken at the value they show, said once a file', () => {
  const formula: CellPlan = { content: { kind: 'formula', formula: '5000+210', cached: '5210' }, look: 'input' };
  const submission = collect(edited(setting('staff', 4, formula)));
  expect(told(submission)).toEqual(['hint collect.formulaCells 881221']);
  expect(stated(submission, 'staff')).toBe(5210n);
  const uncalculated = collect(
    edited(setting('staff', 4, { content: { kind: 'formula', formula: 'A1' }, look: 'input' })),
  );
  expect(told(uncalculated)[0]).toBe('error collect.cell.uncalculated E7');
});

test('the nature in the head is recorded, and a nature nobody asked for is to be explained', () => {
  const head = (words: string) => (rows: (CellPlan | undefined)[][]) => {
    row(rows, '代码')[4] = text(words);
    return rows;
  };
  const natures = (submission: ReturnType<typeof collect>) =>
    submission.figures.filter(({ key }) => key.item === 'exp').map(({ nature }) => nature);
  expect(natures(collect(edited(head('本年值（2025 执行数）'))))).toEqual(['执行数', '决算数']);
  const mixed = collect(edited(head('本年值（2025 预算数）')));
  expect(natures(mixed)).toEqual(['预算数', '决算数']);
  expect(told(mixed)).toEqual(['warn CM-5 E5']);
  expect(sayAll(mixed.findings)[1]).toBe(
    '2025年数要填执行数，表头写的是预算数（“教育支出”等 1 项）。请核对；属实请说明原因。',
  );
});
