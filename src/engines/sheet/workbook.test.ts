import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { type PartToWrite, readPackage, writePackage } from '../ooxml/index.ts';
import type { CellPlan, CellToWrite, WorkbookPlan } from './contract.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetNames } from './sheet-name.ts';
import { writeWorkbook } from './write-workbook.ts';

const FILE = '云屏县_2025.xlsx';
const label = (text: string): CellPlan => ({ look: 'label', content: { kind: 'text', text } });
const oneSheet = (rows: WorkbookPlan['sheets'][number]['rows']): WorkbookPlan => ({
  sheets: [{ name: '表B3', widths: [20], rows }],
});

/** A workbook of ours with some parts put in place of its own. */
function withParts(
  replace: Readonly<Record<string, string>>,
  plan: WorkbookPlan = oneSheet([[label('甲')]]),
): Uint8Array {
  const office = readPackage(writeWorkbook(plan), 'xlsx', FILE);
  const parts: PartToWrite[] = office.names.map((name) => ({ name, bytes: replace[name] ?? office.text(name) }));
  const added = Object.keys(replace).filter((name) => !office.has(name));
  return writePackage([...parts, ...added.map((name) => ({ name, bytes: replace[name] ?? '' }))], 'xlsx');
}
const sheetXml = (inside: string): string =>
  `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</x:worksheet>`;
const ofXml = (inside: string, file = 'xl/worksheets/sheet1.xml') =>
  readWorkbook(withParts({ [file]: sheetXml(inside) }), FILE).sheets[0];

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const table of [zh, en]) {
      const sentence = table[error.code as keyof typeof zh](error.data as never);
      expect(sentence).not.toMatch(/undefined|NaN|！|非法/);
    }
    return error.code;
  }
  return 'read';
}

test('a workbook another program wrote is read as people see it', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('数据');
  sheet.getCell('A1').value = { richText: [{ text: '生均' }, { text: '公用经费', font: { bold: true } }] };
  sheet.getCell('B1').value = 48205.16;
  sheet.getCell('C1').value = { formula: 'B1*2', result: 96410.32 };
  sheet.getCell('D1').value = { formula: 'B1*3' };
  sheet.getCell('E1').value = true;
  sheet.getCell('F1').value = { error: '#DIV/0!' };
  sheet.getCell('A2').value = 0.125;
  sheet.getCell('A2').numFmt = '0.00%';
  sheet.getCell('B2').value = new Date(Date.UTC(2025, 8, 1));
  sheet.getCell('B2').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell('C2').value = new Date(Date.UTC(2025, 8, 1));
  sheet.getCell('C2').numFmt = '[$-804]yyyy/m/d;@';
  sheet.getCell('D2').value = 1e-7;
  sheet.getCell('E2').value = 1.5;
  sheet.getCell('E2').numFmt = '[Red]#,##0.00"元/d"';
  sheet.getCell('B3').value = '合并';
  sheet.mergeCells('B3:D3');
  book.addWorksheet('底表').state = 'veryHidden';
  const read = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), FILE);
  expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['数据', false],
    ['底表', true],
  ]);
  const values = ['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'A2', 'B2', 'C2', 'D2', 'E2'].map(
    (address) => read.sheets[0]?.cell(address)?.value,
  );
  expect(values).toEqual([
    { kind: 'text', text: '生均公用经费' },
    { kind: 'number', text: '48205.16', percent: false },
    { kind: 'number', text: '96410.32', percent: false },
    { kind: 'error', error: '#UNCALCULATED!' },
    { kind: 'boolean', value: true },
    { kind: 'error', error: '#DIV/0!' },
    { kind: 'number', text: '0.125', percent: true },
    { kind: 'date', date: '2025-09-01' },
    { kind: 'date', date: '2025-09-01' },
    { kind: 'number', text: '0.0000001', percent: false },
    { kind: 'number', text: '1.5', percent: false },
  ]);
  expect(read.sheets[0]?.cell('C1')?.formula).toBe(true);
  expect(read.sheets[0]?.merges).toEqual(['B3:D3']);
});

test('a Mac workbook counts its days from 1904', async () => {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = true;
  const cell = book.addWorksheet('数据').getCell('A1');
  cell.value = new Date(Date.UTC(2024, 1, 29));
  cell.numFmt = 'yyyy-mm-dd';
  const read = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), FILE);
  expect(read.sheets[0]?.cell('A1')?.value).toEqual({ kind: 'date', date: '2024-02-29' });
});

test('a dimension that lies costs nothing, foreign prefixes and phonetic guides are read past', () => {
  const sheet = ofXml(
    '<x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="1048576"><x:c r="XFD1048576" t="inlineStr"><x:is><x:r><x:t>校</x:t></x:r><x:rPh><x:t>xiao</x:t></x:rPh><x:r><x:t>舍</x:t></x:r></x:is></x:c></x:row></x:sheetData>',
  );
  expect(sheet?.rows.size).toBe(2);
  expect(sheet?.cell('XFD1048576')?.value).toEqual({ kind: 'text', text: '校舍' });
});

test('formulas are never run: the shown value is taken, and one without is an error by name', () => {
  const sheet = ofXml(
    '<x:sheetData><x:row r="1"><x:c r="A1"><x:f>WEBSERVICE("http://10.0.0.1")</x:f></x:c><x:c r="B1" t="str"><x:f>HYPERLINK("http://a")</x:f><x:v>看</x:v></x:c><x:c r="C1" t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c></x:row></x:sheetData>',
  );
  expect(sheet?.cell('A1')?.value).toEqual({ kind: 'error', error: '#UNCALCULATED!' });
  expect(sheet?.cell('B1')?.value).toEqual({ kind: 'text', text: '看' });
  expect(sheet?.cell('C1')?.value).toEqual({ kind: 'error', error: '#DIV/0!' });
});

test('numbers keep every digit the file holds, and what is no figure is an error', () => {
  const numbers = ['0.30000000000000004', '12345678901234567890', '1.5E+3', '-0', '1e308', '1E400', 'abc'];
  const cells = numbers.map((raw) => `<x:c><x:v>${raw}</x:v></x:c>`).join('');
  const sheet = ofXml(`<x:sheetData><x:row>${cells}</x:row></x:sheetData>`);
  const shown = sheet?.rows
    .get(1)
    ?.map(({ value }) => ('text' in value ? value.text : 'error' in value ? value.error : ''));
  expect(shown).toEqual(['0.30000000000000004', '12345678901234567890', '1500', '0', '#NUM!', '#NUM!', '#NUM!']);
});

test('a workbook that is not whole is refused with its place', () => {
  const bad = (inside: string): string => refusal(() => ofXml(`<x:sheetData>${inside}</x:sheetData>`));
  expect(bad('<x:row r="1"><x:c r="A1" t="s"><x:v>7</x:v></x:c></x:row>')).toBe('sheet.sharedString');
  expect(bad('<x:row r="1"><x:c r="XFE1"><x:v>7</x:v></x:c></x:row>')).toBe('sheet.address');
  expect(bad('<x:row r="1048577"/>')).toBe('sheet.address');
  expect(bad('<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="A1"><x:v>2</x:v></x:c></x:row>')).toBe(
    'sheet.address',
  );
  expect(bad('<x:row r="2"/><x:row r="1"/>')).toBe('sheet.address');
  expect(refusal(() => readWorkbook(withParts({ 'xl/_rels/workbook.xml.rels': '<a/>' }), FILE))).toBe('sheet.noSheets');
  const merges = '<x:mergeCell ref="A1:B1"/>'.repeat(100_001);
  expect(refusal(() => ofXml(merges))).toBe('sheet.tooManyMerges');
  expect(ofXml('<x:mergeCell ref="A1:B1"/>'.repeat(10_000))?.merges).toHaveLength(10_000);
});

test('a comment or a property called __proto__ changes nothing', () => {
  const comments =
    '<comments><commentList><comment ref="__proto__"><text><t>x</t></text></comment></commentList></comments>';
  const plan = { ...oneSheet([[label('甲')]]), properties: { form: 'B3', ['__proto__']: 'p' } };
  const read = readWorkbook(withParts({ 'xl/comments1.xml': comments }, plan), FILE);
  expect(Object.entries(read.properties)).toEqual([
    ['form', 'B3'],
    ['__proto__', 'p'],
  ]);
  expect(({} as Record<string, unknown>).ref).toBeUndefined();
});

test('text that looks like a formula stays text, for us and for other programs', async () => {
  const texts = [
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=cmd|x!A1',
    '\u0000=1',
    '{{7*7}}',
    '<%=1%>',
    '_x0041_',
  ];
  const bytes = writeWorkbook(oneSheet(texts.map((text) => [label(text)])));
  const read = readWorkbook(bytes, FILE).sheets[0];
  expect(texts.map((_, i) => read?.cell(`A${i + 1}`))).toMatchObject(
    texts.map((text) => ({ value: { kind: 'text', text }, formula: false })),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  expect(sheet?.getCell('A1').value).toBe('=1+1');
  expect(sheet?.getCell('A4').value).toBe('@SUM(A1)');
});

test('what a form says is there for other programs: looks, locks, rules, frozen rows, hidden sheets', async () => {
  const bytes = writeWorkbook({
    sheets: [
      {
        name: '表B3',
        widths: [30, 12],
        frozenRows: 2,
        protected: true,
        merges: ['A1:B1'],
        rows: [
          [{ look: 'title', content: { kind: 'text', text: '经费' } }],
          [label('支出'), { look: 'input', content: { kind: 'number', text: '48205.16', decimals: 2 } }],
          [label('增长'), { look: 'computed', content: { kind: 'formula', formula: 'B2*2', cached: '96410.32' } }],
        ],
        validations: [
          { range: 'B2', rule: { kind: 'decimal', min: '0', says: '请填数字' } },
          { range: 'A9', rule: { kind: 'list', choices: ['是', '否'], says: '选“是”或“否”' } },
          {
            range: 'A10',
            rule: { kind: 'list', choices: Array.from({ length: 99 }, (_, i) => `学校${i}`), says: '选' },
          },
        ],
      },
      { name: '_标识', hidden: true, widths: [], rows: [] },
    ],
    properties: { form: 'B3' },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('表B3');
  expect(sheet?.getCell('B2').numFmt).toBe('#,##0.00');
  expect(sheet?.getCell('B2').protection.locked).toBe(false);
  expect(sheet?.getCell('B3').formula).toBe('B2*2');
  expect(sheet?.getCell('B3').protection?.locked).not.toBe(false);
  expect(sheet?.getCell('B2').dataValidation).toMatchObject({ type: 'decimal', prompt: '请填数字' });
  expect(sheet?.getCell('A9').dataValidation.formulae).toEqual(['"是,否"']);
  expect(sheet?.getCell('A10').dataValidation.formulae).toEqual(["'选项'!$A$1:$A$99"]);
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  expect(sheet?.model.merges).toEqual(['A1:B1']);
  expect(book.worksheets.map(({ state }) => state)).toEqual(['visible', 'hidden', 'hidden']);
});

test('sheet names keep to the rules of Excel and stay apart', () => {
  const wanted = ['表B3/经费:情况', '表B3 经费 情况', "'引'", '', 'history', '很'.repeat(40), '很'.repeat(40), '=cmd'];
  const names = sheetNames(wanted);
  expect(names.slice(0, 6)).toEqual([
    '表B3 经费 情况',
    '表B3 经费 情况(2)',
    '引',
    'Sheet',
    'history(2)',
    '很'.repeat(31),
  ]);
  expect(names.every((name) => name.length <= 31)).toBe(true);
  expect(new Set(names).size).toBe(wanted.length);
});

test('a text longer than a cell holds is refused, not cut', () => {
  expect(refusal(() => writeWorkbook(oneSheet([[label('长'.repeat(32_768))]])))).toBe('sheet.textTooLong');
});

const decimalText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
  .map(([negative, digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0');
    const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    return `${negative ? '-' : ''}${plain}`;
  });
const content: fc.Arbitrary<CellToWrite> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary', maxLength: 40 }) }),
  fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('=1', ' 5 ', '增长\r\n率', '_x000D_', ']]>') }),
  fc.record({ kind: fc.constant('number' as const), text: decimalText, percent: fc.boolean() }),
  fc.constant({ kind: 'empty' as const }),
);

test('what is exported and imported again is unchanged, whatever the text', () => {
  const property = fc.property(
    fc.array(fc.array(content, { maxLength: 6 }), { maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    (rows, text) => {
      const plan = rows.map((row) => row.map((cell): CellPlan => ({ look: 'input', content: cell })));
      const read = readWorkbook(writeWorkbook({ ...oneSheet(plan), properties: { text } }), FILE);
      const back = rows.map((row, r) =>
        row.map((_, c) => read.sheets[0]?.rows.get(r + 1)?.find(({ column }) => column === c + 1)?.value),
      );
      const expected = rows.map((row) =>
        row.map((cell) =>
          cell.kind === 'empty' || (cell.kind === 'text' && cell.text === '')
            ? undefined
            : cell.kind === 'text'
              ? { kind: 'text', text: cell.text.toWellFormed() }
              : { kind: 'number', text: 'text' in cell ? cell.text : '', percent: 'percent' in cell && cell.percent },
        ),
      );
      expect(back).toEqual(expected);
      expect(read.properties.text).toBe(text.toWellFormed());
    },
  );
  fc.assert(property, { numRuns: 150 });
});
