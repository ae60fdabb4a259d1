/** 数据表: rows of this year beside the year before, as people read them. */
import type { NumberJson, UnitResult, Walk } from '../evaluate/on-files.ts';
import {
  decimal,
  divide,
  equal,
  type GapCause,
  isUnit,
  printDecimal,
  subtract,
  unitDefinition,
  ZERO,
} from '../kernel/index.ts';
import { behindFigures } from './behind.ts';
import type { Entry, Material } from './collections.ts';
import { natureOf } from './natures.ts';

/** 数据表: every figure a scored formula reads, this year beside the year before. */
export function dataRows({ scheme, evaluation, evaluee }: Material, result: UnitResult): readonly Entry[] {
  const used = new Set(result.results.flatMap((leaf) => leaf.inputs.map((input) => input.item)));
  return [...scheme.items.values()].flatMap((item) => {
    // The evaluation year and other constants of the scheme are nobody's figure.
    const constant = item.computed?.kind === 'formula' && item.computed.formula.uses.length === 0;
    if (!used.has(item.code) || item.type !== 'number' || constant) return [];
    const [now, prior] = [evaluation.walk(item.code, evaluee.code, 0), evaluation.walk(item.code, evaluee.code, -1)];
    const asked = item.prior || numberOf(prior) !== undefined ? prior : undefined;
    const unit = item.unit === '1' ? '—' : item.unit;
    return [
      {
        name: item.code,
        facts: {
          name: item.name,
          unit,
          now: amount(now, item.unit, true),
          prior: amount(prior, item.unit, item.prior),
          growth: growth(now, prior, item.unit),
          nature: item.nature === undefined ? '统计数' : (natureOf(now) ?? item.nature.this),
          code: item.code,
        },
        behind: (fact) => behindFigures(...({ now: [now], prior: [asked], growth: [now, asked] }[fact] ?? [])),
      },
    ];
  });
}

const numberOf = (walk: Walk | undefined): NumberJson | undefined =>
  walk !== undefined && 'unit' in walk.value ? walk.value : undefined;

/** What was filed with another nature (预算数 beside 执行数) is there, but in no sum. */
const NOT_THERE: Readonly<Record<GapCause, string>> = {
  missing: '缺',
  'not-applicable': '不适用',
  'not-comparable': '口径不同',
  'divided-by-zero': '—',
};

function amount(walk: Walk | undefined, unit: string, asked: boolean): string {
  const value = numberOf(walk);
  if (value === undefined && !asked) return '—';
  if (value === undefined) return walk !== undefined && 'gap' in walk.value ? NOT_THERE[walk.value.gap] : '缺';
  if (!isUnit(unit)) return value.value;
  const { inBase, decimals } = unitDefinition(unit);
  const printed = printDecimal(divide(decimal(value.value), inBase), decimals);
  // A whole pure number is a count; any other a coefficient, with three decimals (reference 5.4).
  return unit === '1' ? printDecimal(decimal(value.value), /\./.test(value.value) ? 3 : 0) : printed;
}

/** Shares and rates; a coefficient is a pure number, whose change in per cent is as telling as any. */
const isRate = (unit: string): boolean => unit === '%' || unit === '个百分点';

/** `4.31%`; of a rate the difference, `0.21个百分点`: a rate of a rate says nothing. */
function growth(now: Walk | undefined, prior: Walk | undefined, unit: string): string {
  const [a, b] = [numberOf(now), numberOf(prior)];
  if (a === undefined || b === undefined || unit === '年') return '—';
  const difference = subtract(decimal(a.value), decimal(b.value));
  const { inBase } = unitDefinition('%');
  if (a.unit === '1' && isRate(unit)) return `${printDecimal(divide(difference, inBase), 2)}个百分点`;
  if (equal(decimal(b.value), ZERO)) return '—';
  return `${printDecimal(divide(divide(difference, decimal(b.value)), inBase), 2)}%`;
}
