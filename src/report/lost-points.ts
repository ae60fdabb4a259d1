/**
 * 「存在问题」 and its twin 「下一步」: the leaves of the evaluee that were not wholly met, most lost first, each with the
 * scheme's sentence filled from the data. Every problem has a next step, because both come from the same leaf.
 *
 * A report names what weighs most: as many leaves as the section has entries for, each by itself. The others are named
 * in one last entry, with what they lost, under the branch they belong to. One more loss moves one leaf, not the list.
 */
import type { FormulaContext } from '../engines/formula/index.ts';
import { isWithin, knownShort } from '../evaluate/on-files.ts';
import {
  add,
  compare,
  decimal,
  divide,
  least,
  multiply,
  printDecimal,
  printMeasure,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../kernel/index.ts';
import type { SchemeIndicator } from '../scheme/on-files.ts';
import type { Material } from './collections.ts';
import { plainNumbers } from './format.ts';

export interface LostPoint {
  readonly code: string;
  readonly title: string;
  /** At least so much, where the leaf cannot be scored yet. */
  readonly lost: Rational;
  readonly open?: true;
  /** As printed with unit: `74.44%`. */
  readonly shown: string;
  readonly problem: string;
  readonly measure: string;
}

export interface NamedProblem {
  /** The leaves it speaks of: one, or all that lost little. */
  readonly codes: readonly string[];
  readonly title: string;
  /** 「一」「二」: how official papers count. */
  readonly ordinal: string;
  readonly problem: string;
  readonly measure: string;
}

/** 「[，其中{units}下降]」: said only where a unit below lost points too, for the whole can fall alone. */
const ABOUT_UNITS = /\[([^[\]]*\{units\}[^[\]]*)\]/g;

export function lostPoints({ scheme, evaluation, evaluee }: Material): readonly LostPoint[] {
  const result = evaluation.results.units.find((unit) => unit.code === evaluee.code);
  const context = evaluation.context(evaluee.code);
  const lost = (result?.results ?? []).flatMap((leaf): LostPoint[] => {
    const indicator = scheme.indicators.find(({ code }) => code === leaf.code);
    const [problem, measure] = [indicator?.leaf?.problem, indicator?.leaf?.measure];
    if (indicator === undefined || problem === undefined || measure === undefined) return [];
    const missing =
      leaf.points === undefined ? certainLoss(indicator, context) : subtract(decimal(leaf.of), decimal(leaf.points));
    // What is short of its target is told of, though its points were rounded up to full.
    if (missing.num <= 0n && leaf.verdict !== 'partly' && leaf.verdict !== 'unmet') return [];
    const shown = plainNumbers(leaf.shown);
    const failing = failingUnits(leaf.code, evaluation, evaluee.code);
    const words = {
      value: shown,
      units: failing.length === 0 ? evaluee.name : failing.join('、'),
      target: targetOf(indicator, context),
      failed: failedElements(indicator, context),
    };
    const fill = (text: string): string =>
      text
        .replace(ABOUT_UNITS, (_, clause: string) => (failing.length === 0 ? '' : clause))
        .replace(/\{(value|units|target|failed)\}/g, (_, name: keyof typeof words) => words[name]);
    return [
      {
        code: leaf.code,
        title: leaf.name,
        lost: missing,
        ...(leaf.points === undefined ? { open: true } : {}),
        shown,
        problem: fill(problem),
        measure: fill(measure),
      },
    ];
  });
  return lost.sort((a, b) => compare(b.lost, a.lost));
}

export const sumOfLost = (lost: readonly LostPoint[]): Rational =>
  lost.reduce((sum, each) => add(sum, each.lost), ZERO);

/** Of lost points, with the one for the rest: more than that nobody reads as what weighs. */
const MOST_ENTRIES = 12;

type Unnumbered = Omit<NamedProblem, 'ordinal'>;

/** What a report says of `lost`, most lost first, in the order it is said, after what weighs more than any points. */
export function namedProblems(
  lost: readonly LostPoint[],
  { scheme }: Pick<Material, 'scheme'>,
  before: readonly Unnumbered[] = [],
): readonly NamedProblem[] {
  const heavy = lost.filter(({ lost: one }) => one.num > 0n).slice(0, MOST_ENTRIES - 1);
  const light = lost.filter((each) => !heavy.includes(each));
  const alone = light.length === 1 ? [...heavy, ...light] : heavy;
  const named = alone.map(({ code, title, problem, measure }) => ({ codes: [code], title, problem, measure }));
  const rest = light.length > 1 ? [restOf(light, scheme)] : [];
  return [...before, ...named, ...rest].map((each, index) => ({ ...each, ordinal: chineseOrdinal(index + 1) }));
}

/** 「另有2项指标尚有差距：履行政府职责方面，公用经费（失0.01分）、编制（失0.74分）。」 A rate could be read as the indicator's own. */
function restOf(light: readonly LostPoint[], { indicators, pointsDecimals }: Material['scheme']): Unnumbered {
  const branches = indicators.filter(({ leaf }) => leaf === undefined);
  // The first branch a leaf lies in is the highest: a tree is read from its top.
  const topOf = (leaf: string): string =>
    branches
      .find(({ code }) => isWithin(leaf, code))
      ?.name.split('，')[0]
      ?.replace(/^全面/, '') ?? '';
  const places = new Map(indicators.map(({ code }, place) => [code as string, place]));
  const inOrder = light.toSorted((a, b) => (places.get(a.code) ?? 0) - (places.get(b.code) ?? 0));
  const said = [...Map.groupBy(inOrder, ({ code }) => topOf(code))].map(([branch, leaves]) => {
    const names = leaves
      .map(({ title, lost, open }) => {
        if (open) return `${title}（得分待定）`;
        return lost.num <= 0n ? title : `${title}（失${printDecimal(lost, pointsDecimals)}分）`;
      })
      .join('、');
    return branch === '' ? names : `${branch}方面，${names}`;
  });
  return {
    codes: inOrder.map(({ code }) => code),
    title: '其余尚有差距的指标',
    problem: `另有${light.length}项指标尚有差距：${said.join('；')}。`,
    measure: `对另外${light.length}项尚有差距的指标逐项明确责任、措施和时限，列入整改台账，逐项销号。`,
  };
}

/** The target of the leaf's rule, printed in the leaf's unit; 「规定标准」 where a rule has none. */
function targetOf(indicator: SchemeIndicator | undefined, context: FormulaContext): string {
  const rule = indicator?.leaf?.rule;
  const unit = indicator?.leaf?.unit ?? '%';
  if (rule === undefined || !('target' in rule)) return '规定标准';
  const target = rule.target.evaluate(context);
  if (target.kind !== 'measure') return '规定标准';
  // 95.00% says no more than 95%.
  return `${printMeasure(target, unit).replace(/\.0+$/, '')}${unit === '1' ? '' : unit}`;
}

/** Of a leaf that cannot be scored yet: what is gone whatever the missing figures will be. */
function certainLoss({ leaf, points }: SchemeIndicator, context: FormulaContext): Rational {
  const rule = leaf?.rule;
  if (rule === undefined || !('elements' in rule)) return ZERO;
  const failed = rational(BigInt(knownShort(rule, context).length));
  if (rule.type === 'list') return least(points, multiply(rule.take, failed));
  return multiply(points, divide(failed, rational(BigInt(rule.elements.length))));
}

/** Names of the elements of the leaf's rule that do not hold: 「普通初中、中等职业学校」. */
function failedElements(indicator: SchemeIndicator | undefined, context: FormulaContext): string {
  const rule = indicator?.leaf?.rule;
  if (rule === undefined || !('elements' in rule)) return '部分要求';
  const failed = knownShort(rule, context);
  return failed.length === 0 ? '部分要求' : failed.join('、');
}

/** Names of the units below the evaluee that lost points on the leaf, in the register's order; one undecided has not. */
function failingUnits(code: string, evaluation: Material['evaluation'], evaluee: string): readonly string[] {
  return evaluation.results.units
    .filter((unit) => unit.code !== evaluee)
    .filter(({ results }) =>
      results.some((leaf) => leaf.code === code && (leaf.verdict === 'partly' || leaf.verdict === 'unmet')),
    )
    .map(({ unit }) => unit);
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1..99 => 「一」..「九十九」. */
export function chineseOrdinal(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}
