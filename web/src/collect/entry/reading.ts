/** A typed text as its item reads it: the same reading the server makes, and how the value is shown. */
import { readAnswer } from '../../../../src/collect/pure.ts';
import {
  amountIn,
  decimal,
  divide,
  isZero,
  type Measure,
  measureOf,
  multiply,
  ONE,
  parseDecimal,
  printDecimal,
  printMeasure,
  subtract,
  unitDefinition,
} from '../../../../src/kernel/index.ts';
import { printAmount, printGrowth } from '../../parts/numbers.ts';
import type { Item } from './cells.ts';

export interface Reading extends ReturnType<typeof readAnswer> {
  /** `48,205.16`, 是, 不适用. */
  readonly shown: string;
}

const KEPT = 20_000;
const known = new Map<string, Reading>();

export function readTyped(item: Item, typed: string): Reading {
  const key = `${item.code}\t${typed}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readAnswer({ kind: 'text', text: typed }, askedOf(item), item.unit, false);
  const reading = { ...read, shown: shown(item, read) };
  if (known.size > KEPT) known.clear();
  known.set(key, reading);
  return reading;
}

const askedOf = ({ unit, type, min, max }: Item) => {
  const [least, most] = [parseDecimal(min ?? ''), parseDecimal(max ?? '')];
  return {
    unit,
    type,
    ...(least === undefined ? {} : { min: least }),
    ...(most === undefined ? {} : { max: most }),
  };
};

function shown(item: Item, { value, text, notes }: ReturnType<typeof readAnswer>): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'gap') {
    if (value.why === 'not-applicable') return '不适用';
    // What could not be read stays as it was typed, so that it can be put right.
    return notes.length > 0 ? text : '';
  }
  if (item.type === 'truth') return value.steps === 0n ? '否' : '是';
  const digits = printMeasure(measureOf(value), item.unit);
  // 2025 is a year, not two thousand and twenty-five of them.
  return item.unit === '年' ? digits : printAmount(digits);
}

const numberOf = ({ value }: Reading): Measure | undefined =>
  value.kind === 'quantity' ? measureOf(value) : undefined;

export interface Compared {
  readonly change: string;
  readonly growth: string;
}
const NOT_COMPARED: Compared = { change: '—', growth: '—' };
const HUNDRED = decimal('100');

/** 增减 and 增幅; a dash where there is nothing to compare. Shares change by 个百分点 and do not grow. */
export function compareYears(item: Item, now: Reading, prior: Reading): Compared {
  const [a, b] = [numberOf(now), numberOf(prior)];
  if (item.type !== 'number' || !item.prior || a === undefined || b === undefined) return NOT_COMPARED;
  const difference = { ...a, exact: subtract(a.exact, b.exact) };
  const printed = printDecimal(amountIn(difference, item.unit), unitDefinition(item.unit).decimals);
  const change = `${difference.exact.num > 0n ? '+' : ''}${printAmount(printed)}`;
  if (isZero(b.exact) || item.unit === '%' || item.unit === '年') return { change, growth: '—' };
  return { change, growth: printGrowth(printDecimal(multiply(subtract(divide(a.exact, b.exact), ONE), HUNDRED), 2)) };
}
