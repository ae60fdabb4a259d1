import { expect, test } from 'vitest';
import { readWorkbook } from '../../engines/sheet/index.ts';
import { buildOrgTree } from '../../org/index.ts';
import {
  COMPLETE,
  CZ,
  collect,
  contentOf,
  countyFile,
  fileOf,
  find,
  lastYearScheme,
  otherScheme,
  registerFile,
  sayAll,
  scheme,
  stated,
  text,
  told,
} from '../fixture.ts';
import { formWorkbook } from '../form/workbook.ts';

const filled = contentOf(COMPLETE);

test('nothing usable ends the action and says of each file why', () => {
  const files = [text('空.xlsx', ''), text('无关.csv', '姓名,电话\n甲,1\n')];
  const thrown = (() => {
    try {
      return collect(...files);
    } catch (problem) {
      return problem as Error & { findings: { code: string; data: never }[] };
    }
  })() as Error & { code: string; data: never; findings: { code: string; data: never }[] };
  expect(thrown.code).toBe('collect.nothingUsable');
  expect(thrown.findings.map(({ code }) => code)).toEqual(['ooxml.empty', 'collect.csvColumns']);
  sayAll([thrown, ...thrown.findings]);
});

test("last year's workbook is not read into this year", () => {
  const submission = collect(
    registerFile(),
    countyFile(),
    fileOf('白渡县_2024.xlsx', formWorkbook(lastYearScheme, find('白渡县'), undefined, filled)),
  );
  expect(told(submission)).toContain('error collect.file.year');
  expect(stated(submission, 'exp', '白渡县')).toBeUndefined();
  expect(sayAll(submission.findings)).toContain(
    '这份填报表属于 白渡县 2024年度，不能写入 2025年度，没有读取。请用 2025年度的填报表。',
  );
});

test('a workbook of another scheme is not read', () => {
  const submission = collect(
    registerFile(),
    fileOf('白渡县_2025.xlsx', formWorkbook(otherScheme, find('白渡县'), undefined, filled)),
  );
  expect(told(submission)).toContain('error collect.file.scheme');
  expect(submission.figures).toEqual([]);
});

test('a workbook of a unit the register does not have is not read', () => {
  const at = {};
  const stranger = buildOrgTree([{ code: '999999' as never, name: '外县', kind: 'county', attributes: {}, at }]).tree
    .root;
  const submission = collect(
    registerFile(),
    fileOf('外县_2025.xlsx', formWorkbook(scheme, stranger, undefined, filled)),
  );
  expect(told(submission)).toContain('error collect.file.unit');
  expect(submission.figures).toEqual([]);
  sayAll(submission.findings);
});

test('of two workbooks of one unit the first by name is read and the other named', () => {
  const submission = collect(
    registerFile(),
    countyFile(),
    countyFile({ ...COMPLETE, exp: { now: '1' } }, {}, '云屏县', '云屏县_2025（副本）.xlsx'),
  );
  expect(told(submission)).toContain('error collect.file.double');
  expect(stated(submission, 'exp')).toBe(11_020_516_000_0n);
});

test('a department the scheme does not have is refused, a workbook that says nothing of itself too', () => {
  const plan = formWorkbook(scheme, find('清江市'), 'XX' as never);
  const nameless = { sheets: plan.sheets.slice(0, 1).map((sheet) => ({ ...sheet, rows: [] })) };
  const submission = collect(registerFile(), fileOf('清江市_某局_2025.xlsx', plan), fileOf('通讯录.xlsx', nameless));
  expect(told(submission).slice(0, 2)).toEqual(['error collect.file.unknown', 'error collect.file.dept']);
  sayAll(submission.findings);
});

/** This year's workbook of 云屏县 with these words put in place of others in every cell. */
function reworded(replace: (words: string) => string) {
  const plan = formWorkbook(scheme, find('云屏县'), undefined, filled);
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) =>
        cell?.content.kind === 'text'
          ? { ...cell, content: { ...cell.content, text: replace(cell.content.text) } }
          : cell,
      ),
    ),
  }));
  return fileOf('云屏县_2025.xlsx', { ...plan, sheets });
}

test("last year's sheet pasted into this year's workbook is not read", () => {
  const submission = collect(
    registerFile(),
    reworded((words) => words.replace('评价年度：2025', '评价年度：2024')),
  );
  expect(told(submission)).toContain('error collect.sheet.year 881221');
  expect(submission.figures).toEqual([]);
  sayAll(submission.findings);
});

test('a column whose head names another year is not read, the other column is', () => {
  const submission = collect(
    registerFile(),
    reworded((words) => words.replace('上年值（2024', '上年值（2023')),
  );
  expect(told(submission)).toContain('error collect.column.year D4');
  expect([stated(submission, 'exp'), stated(submission, 'exp', '云屏县', 'prior')]).toEqual([
    110_205_160_000n,
    undefined,
  ]);
  sayAll(submission.findings);
});

test('a workbook whose head was changed to another unit is not taken for either', () => {
  const submission = collect(
    registerFile(),
    reworded((words) => words.replace('单位：云屏县', '单位：白渡县')),
  );
  expect(told(submission)).toContain('error collect.file.identity');
  expect(submission.figures).toEqual([]);
});

test('an empty, a cut-off and an encrypted file are findings with their own sentence, and the others are read', () => {
  const whole = countyFile();
  const cut = { name: '白渡县_2025.xlsx', bytes: whole.bytes.slice(0, whole.bytes.length - 200) };
  const locked = {
    name: '加密.xlsx',
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]),
  };
  const submission = collect(
    registerFile(),
    whole,
    cut,
    locked,
    text('空.xlsx', ''),
    text('旧表.xls', 'x'),
    text('说明.csv', '甲,乙\n1,2\n'),
  );
  const files = submission.findings
    .filter(({ at }) => at.unit === undefined)
    .map(({ code, at }) => [at.file, code.split('.')[0]]);
  expect(files).toEqual([
    ['白渡县_2025.xlsx', 'ooxml'],
    ['加密.xlsx', 'ooxml'],
    ['空.xlsx', 'ooxml'],
    ['旧表.xls', 'collect'],
    ['说明.csv', 'collect'],
  ]);
  expect(stated(submission, 'staff')).toBe(5210n);
  sayAll(submission.findings);
});

test('who handed in nothing is named, never taken for zero', () => {
  const submission = collect(registerFile(), countyFile());
  expect(told(submission)).toEqual([
    'warn collect.unitAbsent 8812',
    'warn collect.schoolsAbsent 881221',
    'warn collect.unitAbsent 881225',
  ]);
  expect(sayAll(submission.findings)[2]).toBe('没有 白渡县 的填报表。请补报，缺的数据不会按0计算。');
});

test('a department that is late is named apart from its government', () => {
  const other = fileOf('清江市_教育局_2025.xlsx', formWorkbook(scheme, find('清江市'), 'JY' as never));
  const table = text('补充.csv', 'unit,item,period,value,reporter\n清江市,exp,2025,1,JY\n');
  const submission = collect(registerFile(), countyFile(), other, table);
  expect(told(submission)).toContain('warn collect.deptAbsent 8812');
  sayAll(submission.findings);
});

test('a workbook of another draft of the scheme is read by its codes, and said', () => {
  const draft = { ...scheme, hash: 'f'.repeat(64), version: '0' };
  const submission = collect(
    registerFile(),
    fileOf('云屏县_2025.xlsx', formWorkbook(draft, find('云屏县'), undefined, filled)),
  );
  expect(told(submission)).toContain('warn collect.file.version');
  expect(stated(submission, 'staff')).toBe(5210n);
});

test('a blank workbook is one that asks for everything', () => {
  const blank = fileOf('清江市_财政局_2025.xlsx', formWorkbook(scheme, find('清江市'), CZ));
  expect(readWorkbook(blank.bytes, blank.name).properties['luzhi.unit']).toBe('8812');
  expect(told(collect(blank))).toEqual(['error CM-1 E5']);
});
