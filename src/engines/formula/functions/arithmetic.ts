import {
  absolute,
  add,
  ceil,
  floor,
  greatest,
  least,
  type Rational,
  rational,
  round,
  toNumber,
  ZERO,
} from '../../../kernel/index.ts';
import { defineFunction } from '../define.ts';

const same = { type: 'number', dimension: 'same' } as const;
const pure = { type: 'number', dimension: '' } as const;
const first = (numbers: readonly Rational[]): Rational => numbers[0] ?? ZERO;

export const arithmetic = [
  defineFunction({
    names: ['SUM', '合计'],
    takes: [same],
    many: true,
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => numbers.reduce(add, ZERO),
  }),
  defineFunction({
    names: ['MIN', '最小'],
    takes: [same],
    many: true,
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => numbers.reduce(least),
  }),
  defineFunction({
    names: ['MAX', '最大'],
    takes: [same],
    many: true,
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => numbers.reduce(greatest),
  }),
  defineFunction({
    names: ['ABS', '绝对值'],
    takes: [same],
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => absolute(first(numbers)),
  }),
  defineFunction({
    names: ['ROUND', '四舍五入'],
    takes: [same, pure],
    gives: 'number',
    dimension: 'same',
    run: ({ numbers: [value = ZERO, decimals = ZERO] }) => round(value, Math.trunc(toNumber(decimals))),
  }),
  defineFunction({
    names: ['CEIL', '进一'],
    takes: [same],
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => rational(ceil(first(numbers))),
  }),
  defineFunction({
    names: ['FLOOR', '取整'],
    takes: [same],
    gives: 'number',
    dimension: 'same',
    run: ({ numbers }) => rational(floor(first(numbers))),
  }),
  defineFunction({
    names: ['NUMBER', '数值'],
    takes: [{ type: 'number' }],
    gives: 'number',
    run: ({ numbers }) => first(numbers),
  }),
];
