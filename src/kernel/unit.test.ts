import { expect, test } from 'vitest';
import {
  amountIn,
  combineDimensions,
  decimal,
  gap,
  type ItemCode,
  joinGaps,
  measureOf,
  parseItemCode,
  parseUnit,
  parseUnitCode,
  printMeasure,
  quantity,
  quantityJson,
  sameFamily,
  UNITS,
  type UnitCode,
  unitDefinition,
} from './index.ts';

test('a unit nobody declared is not guessed', () => {
  expect(parseUnit('担')).toBeUndefined();
  expect(parseUnit('')).toBeUndefined();
});

test('money finer than a fen is refused', () => {
  expect(quantity(decimal('1.005'), '元')).toBeUndefined();
  expect(quantity(decimal('0.5'), '人')).toBeUndefined();
});

test.each([
  ['482.0516', '万元', '4820516.00', '元'],
  ['86.4218950000', '亿元', '8642189500.00', '元'],
  ['12.5', '㎡', '12.50', '㎡'],
  ['95.82', '%', '0.9582', '1'],
  ['1.7193', '万人', '17193', '人'],
  ['90', '分钟', undefined, undefined],
] as const)('%s %s is kept as %s %s', (text, unit, value, base) => {
  const counted = quantity(decimal(text), unit);
  expect(counted === undefined ? undefined : quantityJson(counted)).toEqual(value && { value, unit: base });
});

test('the same money prints in any unit of money', () => {
  const counted = quantity(decimal('864218.95'), '万元') ?? expect.unreachable();
  expect(printMeasure(measureOf(counted), '亿元')).toBe('86.42');
  expect(printMeasure(measureOf(counted), '元')).toBe('8642189500.00');
  expect(amountIn(measureOf(counted), '万元')).toEqual(decimal('864218.95'));
});

test('every unit stores what a person writes in it with two decimals, or refuses it', () => {
  for (const unit of UNITS) expect(unitDefinition(unit).inBase.num > 0n, unit).toBe(true);
});

test('people write units in many ways', () => {
  expect(parseUnit('平方米')).toBe('㎡');
  expect(parseUnit(' 元/生 ')).toBe('元/人');
  expect(sameFamily('万元', '亿元')).toBe(true);
  expect(sameFamily('人', '人次')).toBe(false);
});

test('dimensions multiply and divide', () => {
  expect(combineDimensions('money', 'person', -1)).toBe('money/person');
  expect(combineDimensions('money/person', 'person', 1)).toBe('money');
  expect(combineDimensions('', 'person', -1)).toBe('1/person');
  expect(combineDimensions('1/person', 'person', 1)).toBe('');
});

test('several gaps become one that names every missing figure once, the mendable cause first', () => {
  const ref = (unit: string) => ({ item: 'gpbEduExp' as ItemCode, unit: unit as UnitCode, period: 'calendar(2025)' });
  const joined = joinGaps([gap('divided-by-zero', [ref('a')]), gap('missing', [ref('a'), ref('b')])]);
  expect(joined).toEqual({ kind: 'gap', why: 'missing', from: [ref('a'), ref('b')] });
});

test('codes are parsed once, and nothing dangerous is a code', () => {
  expect(parseItemCode('gpbEduExp')).toBe('gpbEduExp');
  expect(parseItemCode('__proto__')).toBeUndefined();
  expect(parseItemCode('a b')).toBeUndefined();
  expect(parseUnitCode('云屏县')).toBe('云屏县');
  expect(parseUnitCode('../x')).toBeUndefined();
});
