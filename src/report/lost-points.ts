/**
 * 「存在问题」 and its twin 「下一步」: the leaves of the evaluee that lost points, most lost first, each with the
 * scheme's sentence filled from the data. Every problem has a next step, because both come from the same leaf.
 */
import type { FormulaContext } from '../engines/formula/index.ts';
import { compare, decimal, printMeasure, type Rational, subtract } from '../kernel/index.ts';
import type { SchemeIndicator } from '../scheme/on-files.ts';
import type { Material } from './collections.ts';

export interface LostPoint {
  readonly code: string;
  readonly title: string;
  /** 「一」「二」: how official papers count. */
  readonly ordinal: string;
  readonly lost: Rational;
  readonly problem: string;
  readonly measure: string;
}

export function lostPoints({ scheme, evaluation, evaluee }: Material): readonly LostPoint[] {
  const result = evaluation.results.units.find((unit) => unit.code === evaluee.code);
  const lost = (result?.results ?? []).flatMap((leaf) => {
    const indicator = scheme.indicators.find(({ code }) => code === leaf.code);
    const [problem, measure] = [indicator?.leaf?.problem, indicator?.leaf?.measure];
    if (leaf.points === undefined || problem === undefined || measure === undefined) return [];
    const missing = subtract(decimal(leaf.of), decimal(leaf.points));
    if (missing.num <= 0n) return [];
    const words = {
      value: leaf.shown,
      units: failingUnits(leaf.code, evaluation, evaluee.code),
      target: targetOf(indicator, evaluation.context(evaluee.code)),
    };
    const fill = (text: string): string =>
      text.replace(/\{(value|units|target)\}/g, (_, name: keyof typeof words) => words[name]);
    return [{ code: leaf.code, title: leaf.name, lost: missing, problem: fill(problem), measure: fill(measure) }];
  });
  return lost
    .sort((a, b) => compare(b.lost, a.lost))
    .map((each, index) => ({ ...each, ordinal: chineseOrdinal(index + 1) }));
}

/** The target of the leaf's rule, printed in the leaf's unit; 「规定标准」 where a rule has none. */
function targetOf(indicator: SchemeIndicator | undefined, context: FormulaContext): string {
  const rule = indicator?.leaf?.rule;
  const unit = indicator?.leaf?.unit ?? '%';
  if (rule === undefined || !('target' in rule)) return '规定标准';
  const target = rule.target.evaluate(context);
  return target.kind === 'measure' ? `${printMeasure(target, unit)}${unit === '1' ? '' : unit}` : '规定标准';
}

/** Units below the evaluee that lost points on the leaf, in the register's order. */
function failingUnits(code: string, evaluation: Material['evaluation'], evaluee: string): string {
  const below = evaluation.results.units.filter((unit) => unit.code !== evaluee);
  const failing = below.filter((unit) =>
    unit.results.some((leaf) => leaf.code === code && leaf.verdict !== 'met' && leaf.verdict !== 'information'),
  );
  return failing.length === 0 ? '部分县（市、区）' : failing.map((unit) => unit.unit).join('、');
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1..99 => 「一」..「九十九」. */
export function chineseOrdinal(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}
