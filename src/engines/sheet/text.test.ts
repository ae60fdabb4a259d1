import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { parseNumberText } from './number-text.ts';
import { plainDecimal } from './plain-decimal.ts';
import { readCsv } from './read-csv.ts';

const number = (text: string, notes: string[], more: object = {}) => ({
  kind: 'number',
  text,
  notes,
  percent: false,
  ...more,
});

test.each([
  ['1234.5', number('1234.5', [])],
  ['１，２３４．５', number('1234.5', ['fullwidth', 'thousands'])],
  ['1,234', number('1234', ['thousands'])],
  ['12.5%', number('12.5', ['percent'], { percent: true })],
  ['12.5％', number('12.5', ['fullwidth', 'percent'], { percent: true })],
  ['3亿', number('3', ['yi'], { scale: '亿' })],
  ['3.2 万', number('3.2', ['spaces', 'wan'], { scale: '万' })],
  ['\u00a05\u3000', number('5', ['spaces'])],
  ['1 234 567', number('1234567', ['spaces'])],
  ['-0', number('0', [])],
  ['-12', number('-12', [])],
  ['1.5e3', number('1500', [])],
  ['12345678901234567890.12', number('12345678901234567890.12', [])],
])('%j is taken as a number and says what was mended', (typed, expected) => {
  expect(parseNumberText(typed)).toEqual(expected);
});

test('signs for "not here" are told apart from "there are none" and "not asked of us"', () => {
  expect(['', ' ', '—', '－', '-', '——', '/', '／'].map((typed) => parseNumberText(typed).kind)).toEqual(
    Array(8).fill('missing'),
  );
  expect(['无', ' 无 '].map((typed) => parseNumberText(typed).kind)).toEqual(['none', 'none']);
  expect(parseNumberText('不适用').kind).toBe('not-applicable');
});

test('what is in doubt stays text', () => {
  const doubtful = [
    '1,23',
    '1.2.3',
    '12 5',
    '约300',
    '3万亿',
    '5%万',
    '1e308',
    '0x10',
    'NaN',
    '1-2',
    '九',
    '５０人',
    '1,2345',
    '.',
  ];
  expect(doubtful.filter((typed) => parseNumberText(typed).kind !== 'text')).toEqual([]);
  expect(parseNumberText('9'.repeat(100_000)).kind).toBe('text');
});

test('an exponent moves the point and changes no digit', () => {
  expect(['1E2', '1.25E-3', '-1.5e+1', '00.5', '5.', '1E-45', '', '.', 'e5'].map(plainDecimal)).toEqual([
    '100',
    '0.00125',
    '-15',
    '00.5',
    '5',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const plain = plainDecimal(String(value));
      if (plain !== undefined) expect(Number(plain)).toBe(value === 0 ? 0 : value);
    }),
  );
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (bytes: Uint8Array) =>
  [...readCsv(bytes, '数据.csv').rows].map(([row, cells]) => [
    row,
    ...cells.map(({ address, value }) => `${address}=${'text' in value ? value.text : ''}`),
  ]);

test('tables are read in the encodings and with the signs Chinese offices save them', () => {
  const expected = [
    [1, 'A1=县', 'B1=经费'],
    [3, 'A3=云屏,县', 'B3=他说"好"\n1,234'],
  ];
  expect(table(utf8('\ufeff县,经费\r\n\r\n"云屏,县","他说""好""\n1,234"\r\n'))).toEqual(expected);
  expect(table(Buffer.from('\ufeff县\t经费\n\n云屏,县\t"他说""好""\n1,234"', 'utf16le'))).toEqual(expected);
  const big = Buffer.from('\ufeff县\t经费\n\n云屏,县\t"他说""好""\n1,234"', 'utf16le').swap16();
  expect(table(big)).toEqual(expected);
  expect(table(utf8('县;经费\n\n云屏,县;"他说""好""\n1,234"'))).toEqual(expected);
  const gbk = Buffer.from('cfd82cbeadb7d10a31352c31360a', 'hex');
  expect(table(gbk)).toEqual([
    [1, 'A1=县', 'B1=经费'],
    [2, 'A2=15', 'B2=16'],
  ]);
  expect(table(utf8('a,,c,'))).toEqual([[1, 'A1=a', 'C1=c']]);
});

test('a table that cannot be read is refused in a sentence', () => {
  const code = (bytes: Uint8Array): string => {
    try {
      readCsv(bytes, '数据.csv');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const each of [zh, en])
        expect(each[error.code as keyof typeof zh](error.data as never)).toContain('数据.csv');
      return error.code;
    }
    return 'read';
  };
  expect(code(new Uint8Array())).toBe('sheet.csvEmpty');
  expect(code(utf8('a,b\n"c'))).toBe('sheet.csvQuote');
  expect(code(Buffer.from([0xff, 0xff, 0xff]))).toBe('sheet.csvEncoding');
  expect(code(Buffer.from('fffe8653ff', 'hex'))).toBe('sheet.csvEncoding');
  expect(code(utf8('a\u0000b'))).toBe('sheet.csvBinary');
  expect(code(new Uint8Array(50 * 1024 * 1024 + 1).fill(65))).toBe('sheet.csvTooLarge');
  expect(code(utf8(','.repeat(3_000_001)))).toBe('sheet.tooManyCells');
});

test('any texts put into a quoted table come back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }), (fields) => {
      const line = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',');
      const read = readCsv(utf8(`${line}\r\n`), 'a.csv').rows.get(1);
      expect(read?.map(({ value }) => ('text' in value ? value.text : ''))).toEqual(fields);
    }),
  );
});
