import { expect, test } from 'vitest';
import { rational, type Unit, unitDefinition } from '../kernel/index.ts';
import { fits, parseFormat, plainNumbers, printNumber } from './format.ts';

test.each([
  '',
  '亿',
  '元元 2',
  '人 9',
  '人 2 正数',
  '% 2 绝对值',
  '增长/下降',
  '增长/下降 文字',
  '增长 % 2',
  'constructor',
  '文字 去',
  '文字 去2',
])('nobody can print “%s”', (text) => expect(parseFormat(text)).toBeUndefined());

test.each([
  ['亿元 2', 12345678900n, 100n, '1.23'],
  ['万元', 12345000n, 1000n, '1.23'],
  ['% 2', 1n, 8n, '12.50'],
  ['% 2', -1n, 8n, '-12.50'],
  ['% 2', 1n, 1n, '100'],
  ['% 2', 9999n, 10000n, '99.99'],
  ['% 2', 999999n, 1000000n, '100.00'],
  ['增长/下降 % 2', -1n, 8n, '下降12.50%'],
  ['增长/下降 % 2', 1n, 8n, '增长12.50%'],
  ['增长/下降 % 2', 0n, 1n, '持平'],
  ['比上年增长/比上年下降 % 2', 1n, 8n, '比上年增长12.50%'],
  ['比上年增长/比上年下降 % 2', 0n, 1n, '与上年持平'],
  ['较上年提高/较上年下降 个百分点 2', 1n, 1000000n, '与上年基本持平'],
  ['增长/下降 % 2', 1n, 1000000n, '基本持平'],
  ['提高/下降 个百分点 2', 21n, 10000n, '提高0.21个百分点'],
  ['增加/减少 亿元 2', -12345678900n, 100n, '减少1.23亿元'],
  ['人', 1234n, 1n, '1234'],
  ['1:X 1', 33n, 2n, '1:16.5'],
  ['年份', 2026n, 1n, '2026'],
])('%s prints %s/%s as %s', (text, num, den, printed) => {
  const format = parseFormat(text);
  expect(format && printNumber(rational(num, den), format)).toBe(printed);
});

test('words may leave out the end that stands behind them', () => {
  expect(parseFormat('文字 去市')).toMatchObject({ kind: 'text', without: '市' });
});

test('a figure reads alike in the text and the tables of a report', () => {
  expect(plainNumbers('实际 27,521.30 万元，未达到 1,234,567 万元，共 2 起')).toBe(
    '实际27521.30万元，未达到1234567万元，共2起',
  );
  expect(plainNumbers('1,2,3 和 2025年')).toBe('1,2,3和2025年');
});

test('a half is not lost to binary fractions: 1.005 万元 has 1.01 万元 in two places', () => {
  const format = parseFormat('万元 2');
  expect(format && printNumber(rational(10050n, 1n), format)).toBe('1.01');
});

test('money does not print as people; a ratio prints whatever is counted', () => {
  const dimension = (unit: Unit) => unitDefinition(unit).family.dimension;
  const [money, bare] = [parseFormat('亿元 2'), parseFormat('1:X 1')];
  expect(money && fits(money, dimension('人'))).toBe(false);
  expect(money && fits(money, dimension('万元'))).toBe(true);
  expect(bare && fits(bare, dimension('人'))).toBe(true);
});
