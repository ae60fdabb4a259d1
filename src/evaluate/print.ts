/** Values as JSON and as people read them. The only place where a value of an evaluation becomes text. */
import type { Outcome } from '../engines/formula/index.ts';
import {
  amountIn,
  compare,
  type Figure,
  type Gap,
  type Measure,
  measureOf,
  printDecimal,
  printExact,
  printMeasure,
  type Rational,
  type Source,
  type Unit,
  unitDefinition,
  withThousands,
} from '../kernel/index.ts';
import type { GapJson, NumberJson } from './contract.ts';

/** Digits of a value that no decimal says exactly. */
const LONG_DECIMALS = 12;

export function numberJson(of: Measure, unit: Unit): NumberJson {
  const { base } = unitDefinition(unit).family;
  const exact = printExact(of.exact);
  return exact === undefined
    ? { value: printDecimal(of.exact, LONG_DECIMALS), unit: base, rounded: true }
    : { value: exact, unit: base };
}

export const gapJson = (of: Gap): GapJson => ({
  gap: of.why,
  from: of.from.map(({ item, unit, period }) => ({ item, unit, period })),
});

export function valueJson(of: Outcome, unit: Unit): NumberJson | GapJson | { readonly text: string } {
  switch (of.kind) {
    case 'measure':
      return numberJson(of, unit);
    case 'gap':
      return gapJson(of);
    case 'text':
      return { text: of.text };
    case 'truth':
      return { text: of.truth ? '是' : '否' };
  }
}

/** `87.50`, or `87.50 + 加分 1.00`: a grade is of both, so whoever prints the grade prints both. */
export const showScore = ({ score, bonus }: { readonly score: string; readonly bonus: string }): string =>
  /[1-9]/.test(bonus) ? `${score} + 加分 ${bonus}` : score;

const JOINED = new Set<string>(['%', '个百分点', '年']);

/** `12,988.02 元`, `84.96%`, `是`, `缺`. */
export function show(of: Outcome, unit: Unit, decimals?: number): string {
  switch (of.kind) {
    case 'measure': {
      // 100.00% says no more than 100%.
      const plain = printMeasure(of, unit, decimals ?? decimalsFor(of, unit)).replace(/\.0+$/, '');
      // 2025年 is a year, not two thousand and twenty-five of them.
      const digits = unit === '年' ? plain : withThousands(plain);
      if (unit === '1') return digits;
      return JOINED.has(unit) ? `${digits}${unit}` : `${digits} ${unit}`;
    }
    case 'gap':
      return of.why === 'not-applicable' ? '不适用' : '缺';
    case 'text':
      return of.text;
    case 'truth':
      return of.truth ? '是' : '否';
  }
}

/** Counts computed by division (average class size) are not printed as whole. */
function decimalsFor(of: Measure, unit: Unit): number {
  // A pure number is a coefficient, which is printed with three decimals (reference 5.4), or a whole count.
  if (unit === '1') return of.exact.den === 1n ? 0 : 3;
  const usual = unitDefinition(unit).decimals;
  return usual === 0 && amountIn(of, unit).den !== 1n ? 2 : usual;
}

/** A value just short of a limit is never printed as the limit: 84.996 % against 85 % keeps a third decimal. */
export function showAgainst(of: Measure, limit: Rational, unit: Unit): string {
  let decimals = decimalsFor(of, unit);
  const target = { ...of, exact: limit };
  while (decimals < LONG_DECIMALS && compare(of.exact, limit) !== 0) {
    if (printMeasure(of, unit, decimals) !== printMeasure(target, unit, decimals)) break;
    decimals += 1;
  }
  return show(of, unit, decimals);
}

/** A limit as a scheme writes it: 85%, 10,000 元. */
export function showLimit(limit: Rational, unit: Unit): string {
  const amount = amountIn({ kind: 'measure', exact: limit, dimension: '' }, unit);
  const digits = withThousands(printExact(amount) ?? printDecimal(amount, 4));
  if (unit === '1') return digits;
  return JOINED.has(unit) ? `${digits}${unit}` : `${digits} ${unit}`;
}

export function showStated(value: Figure['value']): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'gap') return value.why === 'not-applicable' ? '不适用' : '缺';
  const { family } = unitDefinition(value.unit);
  const digits = printExact(measureOf(value).exact) ?? String(value.steps);
  return `${withThousands(digits)} ${family.base}`;
}

export const fileOf = (source: Source): string =>
  source.kind === 'cell'
    ? `${source.file} ${source.sheet} ${source.cell}`
    : 'file' in source
      ? source.file
      : source.kind === 'round'
        ? source.name
        : source.kind;

/** Points: decimals of the scheme, no trailing zeros: 2.67, 2, 0. */
export const showPoints = (points: Rational): string => printExact(points) ?? printDecimal(points, 4);
