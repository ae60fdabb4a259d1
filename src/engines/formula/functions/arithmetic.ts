import {
  absolute,
  add,
  ceil,
  floor,
  greatest,
  least,
  multiply,
  parseUnit,
  type Rational,
  rational,
  round,
  toNumber,
  unitDefinition,
  ZERO,
} from '../../../kernel/index.ts';
import { defineForm, defineFunction } from '../define.ts';
import { number } from '../expression.ts';

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
  // The way back from NUMBER: one inspector for five schools is persons again.
  defineForm({
    names: ['AMOUNT', '数量'],
    count: [2, 2],
    build([arg, named], builder) {
      const inner = arg && builder.wants(builder.build(arg), 'number', arg);
      if (arg === undefined || named === undefined || inner === undefined) return undefined;
      if (inner.dimension !== '') return builder.refuse('formula.dimension', arg, { wanted: '', got: inner.dimension });
      if (named.kind !== 'text') return builder.refuse('formula.type', named, { wanted: 'text', got: named.kind });
      const unit = parseUnit(named.text);
      if (unit === undefined) return builder.refuse('formula.unknownUnit', named, { unit: named.text });
      const { family, inBase } = unitDefinition(unit);
      return {
        ...inner,
        dimension: family.dimension,
        bare: false,
        run(context) {
          const outcome = inner.run(context);
          return outcome.kind === 'measure' ? number(multiply(outcome.exact, inBase), family.dimension) : outcome;
        },
      };
    },
  }),
];
