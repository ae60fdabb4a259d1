import { expect, test } from 'vitest';
import type { CellValue } from '../../engines/sheet/index.ts';
import { decimal, type Unit } from '../../kernel/index.ts';
import { sayAll } from '../fixture.ts';
import { type Asked, readAnswer } from './value.ts';

const words = (text: string): CellValue => ({ kind: 'text', text });
const number = (text: string, percent = false): CellValue => ({ kind: 'number', text, percent });

function read(
  cell: CellValue | undefined,
  unit: Unit,
  more: Partial<Asked> & { formula?: boolean; written?: Unit } = {},
) {
  const { formula = false, written = unit, ...asked } = more;
  const type = unit === '是否' ? 'truth' : unit === '文字' ? 'text' : 'number';
  const { value, notes } = readAnswer(cell, { unit, type, ...asked }, written, formula);
  sayAll(notes.map(({ code, data }) => ({ code, data: { item: '某项', of: '云屏县', ...data } })));
  const worth = value.kind === 'quantity' ? value.steps : value.kind === 'text' ? value.text : value.why;
  return [worth, ...notes.map(({ code, severity }) => `${severity} ${code}`)];
}

test.each<[string, CellValue | undefined, Unit, string]>([
  ['text in a number cell', words('约11'), '个', 'collect.cell.text'],
  ['two numbers in a cell', words('12 34'), '人', 'collect.cell.text'],
  ['a formula error', { kind: 'error', error: '#DIV/0!' }, '人', 'collect.cell.error'],
  ['a formula nobody calculated', { kind: 'error', error: '#UNCALCULATED!' }, '人', 'collect.cell.uncalculated'],
  ['a date', { kind: 'date', date: '2025-03-01' }, '人', 'collect.cell.date'],
  ['TRUE', { kind: 'boolean', value: true }, '人', 'collect.cell.text'],
  ['a share in a cell of persons', words('85%'), '人', 'collect.cell.percent'],
  ['a cell of persons shown as a share', number('0.85', true), '人', 'collect.cell.percent'],
  ['万 in a % cell', words('3万'), '%', 'collect.cell.percent'],
  ['half a person', number('12.5'), '人', 'collect.cell.finer'],
  ['less than a fen', number('1.2345678'), '万元', 'collect.cell.finer'],
  ['none in a cell of money', words('无'), '万元', 'collect.cell.text'],
  ['neither yes nor no', words('基本'), '是否', 'collect.cell.truth'],
  ['a number for yes or no', number('1'), '是否', 'collect.cell.truth'],
])('%s is no value and is said as an error', (_, cell, unit, code) => {
  expect(read(cell, unit)).toEqual(['missing', `error ${code}`]);
});

test.each<[string, CellValue | undefined, Unit, unknown[]]>([
  ['an empty cell', undefined, '人', ['missing']],
  ['a dash', words('—'), '万元', ['missing']],
  ['不适用', words('不适用'), '万元', ['not-applicable']],
  ['不适用 for yes or no', words('不适用'), '是否', ['not-applicable']],
  ['zero', number('0'), '人', [0n]],
  ['a number', number('12.5'), '万元', [12_500_000n]],
  ['a number kept as text', words('12.5'), '万元', [12_500_000n]],
  ['none in a cell of counts', words('无'), '人', [0n, 'hint collect.cell.none']],
  ['full-width digits with a space', words('１７ 193'), '人', [17_193n, 'hint collect.cell.cleaned']],
  ['thousands commas, which are no slip', words('1,234.50'), '元', [123_450n]],
  ['亿 in a cell of 万元', words('1.2亿'), '万元', [12_000_000_000n, 'hint collect.cell.cleaned']],
  ['万 in a cell of persons', words('3万'), '人', [30_000n, 'hint collect.cell.cleaned']],
  ['a % sign in a % cell', words('97.25%'), '%', [9725n, 'hint collect.cell.cleaned']],
  ['a % cell shown as a share', number('0.9725', true), '%', [9725n]],
  ['是', words('是'), '是否', [1n]],
  ['FALSE', { kind: 'boolean', value: false }, '是否', [0n]],
  ['words', words(' 云屏县规划 '), '文字', ['云屏县规划']],
  ['a number where words are asked', number('12'), '文字', ['12']],
  ['dust of binary fractions', number('0.30000000000000004'), '万元', [300_000n]],
])('%s is read as it is meant', (_, cell, unit, expected) => {
  expect(read(cell, unit)).toEqual(expected);
});

test('a calculated cell is rounded to the step and told; a typed one is not guessed', () => {
  expect(read(number('13120.456789'), '元/人', { formula: true })).toEqual([1_312_046n, 'hint collect.cell.rounded']);
  expect(read(number('13120.456789'), '元/人')).toEqual(['missing', 'error collect.cell.finer']);
});

test('another unit of the family is converted exactly', () => {
  expect(read(number('1.5'), '万元', { written: '亿元' })).toEqual([15_000_000_000n]);
  expect(read(number('110205.163'), '万元', { written: '千元' })).toEqual([11_020_516_300n]);
});

test('a value outside what can be true is kept and said', () => {
  expect(read(number('-5'), '人', { min: decimal('0') })).toEqual([-5n, 'error collect.cell.range']);
  expect(read(number('101'), '%', { max: decimal('1') })).toEqual([10_100n, 'error collect.cell.range']);
  expect(read(number('100'), '%', { max: decimal('1') })).toEqual([10_000n]);
});
