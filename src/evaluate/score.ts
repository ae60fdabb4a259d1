/**
 * Scoring rules (reference 3.3). A rule gives exact points, or a gap when an input is missing: then nothing is got
 * and nothing is lost. Limits are compared unrounded; rounding happens once, for the whole leaf.
 */
import type { CompiledFormula, FormulaContext, Outcome } from '../engines/formula/index.ts';
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  type Gap,
  gap,
  greatest,
  isZero,
  joinGaps,
  least,
  type Measure,
  multiply,
  type Rational,
  rational,
  subtract,
  type Unit,
  ZERO,
} from '../kernel/index.ts';
import type { RulePart, Scheme, ScoringRule } from '../scheme/on-files.ts';
import { show, showAgainst, showLimit, showPoints } from './print.ts';
import { type Limit, limitOf, sayLimit, usualUnit } from './why.ts';

export interface Scored {
  readonly points: Rational;
  /** Without the points: 「实际 84.96%，未达到 85%」. */
  readonly because: string;
  /** How the points come from full points, when that is more than all or nothing: `4 × 4/6`. */
  readonly sum?: string;
}

export interface Bench {
  readonly context: FormulaContext;
  readonly full: Rational;
  /** Whose words say in which unit a value is counted. */
  readonly items: Scheme['items'];
  /** What is shown as the value of the leaf, and in which unit. */
  readonly shown?: CompiledFormula;
  readonly unit?: Unit;
  /** Values of the same formula at all evaluees of the level, for ranking. */
  peers(value: CompiledFormula): readonly Outcome[];
}

type Rule<Type extends ScoringRule['type']> = Extract<ScoringRule, { type: Type }>;

class Undecided extends Error {
  readonly gap: Gap;
  constructor(of: Gap) {
    super('undecided');
    this.gap = of;
  }
}

/** Ends the rule where anything it reads is missing. */
function mustBeWhole(gaps: readonly Gap[]): void {
  const open = joinGaps(gaps);
  if (open !== undefined) throw new Undecided(open);
}

/** Points of a rule, or the gap that keeps it from being decided. */
export function score(rule: ScoringRule, bench: Bench): Scored | Gap {
  try {
    return scoreRule(rule, bench);
  } catch (thrown) {
    if (thrown instanceof Undecided) return thrown.gap;
    throw thrown;
  }
}

function numberAt(formula: CompiledFormula, { context }: Bench): Measure {
  const outcome = formula.evaluate(context);
  if (outcome.kind === 'gap') throw new Undecided(outcome);
  if (outcome.kind !== 'measure') throw new Error(`a number was promised: ${formula.text}`);
  return outcome;
}

function scoreRule(rule: ScoringRule, bench: Bench): Scored {
  switch (rule.type) {
    case 'threshold':
      return threshold(rule, bench);
    case 'stepDown':
      return stepDown(rule, bench);
    case 'proportional':
      return proportional(rule, bench);
    case 'banded':
      return banded(rule, bench);
    case 'ranking':
      return ranking(rule, bench);
    case 'list':
      return list(rule, bench);
    case 'share':
      return share(rule, bench);
    case 'growth':
      return growth(rule, bench);
    case 'countCapped': {
      const value = numberAt(rule.value, bench);
      const points = clamp(multiply(value.exact, rule.each), least(rule.most, bench.full));
      return {
        points,
        because: `共 ${inUnit(value, rule.value, bench)}，每项 ${showPoints(rule.each)} 分，最多 ${showPoints(rule.most)} 分`,
      };
    }
    case 'deduct': {
      const value = numberAt(rule.value, bench);
      const taken = multiply(value.exact, rule.each);
      const because = isZero(value.exact)
        ? '没有扣分情形'
        : `共 ${inUnit(value, rule.value, bench)}，每项扣 ${showPoints(rule.each)} 分`;
      return { points: clamp(subtract(bench.full, taken), bench.full), because };
    }
    case 'judged': {
      const value = numberAt(rule.value, bench);
      return { points: clamp(value.exact, bench.full), because: `评审给 ${showPoints(value.exact)} 分` };
    }
    case 'information':
      return { points: ZERO, because: '仅供了解，不计分' };
    case 'parts':
      return parts(rule, bench);
  }
}

const clamp = (points: Rational, most: Rational): Rational => greatest(ZERO, least(points, most));

const unitFor = (formula: CompiledFormula, { unit, shown, items }: Bench): Unit =>
  unit !== undefined && (shown === undefined || shown.dimension === formula.dimension)
    ? unit
    : usualUnit(formula, items);

const inUnit = (value: Measure, formula: CompiledFormula, bench: Bench): string => show(value, unitFor(formula, bench));

function threshold({ met }: Rule<'threshold'>, bench: Bench): Scored {
  const outcome = met.evaluate(bench.context);
  if (outcome.kind === 'gap') throw new Undecided(outcome);
  const holds = outcome.kind === 'truth' && outcome.truth;
  return { points: holds ? bench.full : ZERO, because: becauseOf(met, holds, bench) };
}

function becauseOf(met: CompiledFormula, holds: boolean, bench: Bench): string {
  const moved = changeOf(met, bench);
  if (moved !== undefined) return `${moved}，${holds ? '符合要求' : '不符合要求'}`;
  const value = bench.shown?.evaluate(bench.context);
  if (bench.shown === undefined || value === undefined || value.kind === 'gap')
    return holds ? '符合要求' : '不符合要求';
  const unit = unitFor(bench.shown, bench);
  const limit: Limit | undefined = limitOf(met);
  // 超过 0 万元 says nothing: what is asked is that there be some.
  if (limit === undefined || value.kind !== 'measure' || (limit.sign === '>' && isZero(limit.exact)))
    return `实际 ${show(value, unit)}，${holds ? '符合要求' : '不符合要求'}`;
  return `实际 ${showAgainst(value, limit.exact, unit)}，${sayLimit(limit, showLimit(limit.exact, unit), holds)}`;
}

const CHANGE = /^CHANGE\([^()]+\) ?[<>=≥≤]/;

/** A condition on the change of one item is read with both years: 「上年 828,510.00 万元，本年 …，比上年增加 …」. */
function changeOf(met: CompiledFormula, bench: Bench): string | undefined {
  const [item, ...others] = new Set(met.uses.map(({ item }) => item));
  if (item === undefined || others.length > 0 || !CHANGE.test(met.text)) return undefined;
  const [now, then] = [bench.context.item(item), bench.context.prior().item(item)];
  if (now.kind !== 'measure' || then.kind !== 'measure') return undefined;
  return sayChange(now, then, bench.items.get(item)?.unit ?? '1');
}

/** Both years and the difference between them; of rates it is read in percentage points. */
function sayChange(now: Measure, then: Measure, unit: Unit): string {
  const moved = subtract(now.exact, then.exact);
  const word = compare(moved, ZERO) > 0 ? '增加' : '减少';
  const difference: Measure = { ...now, exact: absolute(moved) };
  const said = isZero(moved) ? '与上年持平' : `比上年${word} ${show(difference, unit === '%' ? '个百分点' : unit)}`;
  return `上年 ${show(then, unit)}，本年 ${show(now, unit)}，${said}`;
}

/** How far the value is on the wrong side of the target; zero or less when it is reached. */
const shortfall = (value: Rational, target: Rational, direction: 'atLeast' | 'atMost'): Rational =>
  direction === 'atLeast' ? subtract(target, value) : subtract(value, target);

const asLimit = (target: Rational, direction: 'atLeast' | 'atMost'): Limit => ({
  sign: direction === 'atLeast' ? '>=' : '<=',
  exact: target,
});

function against(
  value: Measure,
  target: Measure,
  formula: CompiledFormula,
  direction: 'atLeast' | 'atMost',
  bench: Bench,
) {
  const unit = unitFor(formula, bench);
  const short = shortfall(value.exact, target.exact, direction);
  const reached = compare(short, ZERO) <= 0;
  const limit = sayLimit(asLimit(target.exact, direction), showLimit(target.exact, unit), reached);
  return { short, reached, because: `实际 ${showAgainst(value, target.exact, unit)}，${limit}` };
}

function stepDown(rule: Rule<'stepDown'>, bench: Bench): Scored {
  const [value, target] = [numberAt(rule.value, bench), numberAt(rule.target, bench)];
  const { short, reached, because } = against(value, target, rule.value, rule.direction, bench);
  if (reached) return { points: bench.full, because };
  // 每低……扣: a step begun counts.
  const steps = rational(ceil(divide(short, rule.step)));
  const taken = multiply(steps, rule.take);
  return {
    points: clamp(subtract(bench.full, taken), bench.full),
    because: `${because}，计 ${steps.num} 档，每档扣 ${showPoints(rule.take)} 分`,
  };
}

function proportional(rule: Rule<'proportional'>, bench: Bench): Scored {
  const [value, target] = [numberAt(rule.value, bench), numberAt(rule.target, bench)];
  const { reached, because } = against(value, target, rule.value, rule.direction, bench);
  if (reached) return { points: bench.full, because };
  const [over, under] = rule.direction === 'atLeast' ? [value.exact, target.exact] : [target.exact, value.exact];
  if (isZero(under)) throw new Undecided(gap('divided-by-zero'));
  return { points: clamp(multiply(bench.full, divide(over, under)), bench.full), because: `${because}，按比例计分` };
}

function banded(rule: Rule<'banded'>, bench: Bench): Scored {
  const value = numberAt(rule.value, bench);
  const band = rule.bands.find(({ from }) => compare(value.exact, from) >= 0);
  const said = `实际 ${band === undefined ? inUnit(value, rule.value, bench) : showAgainst(value, band.from, unitFor(rule.value, bench))}`;
  if (band === undefined) return { points: ZERO, because: `${said}，未达到最低一档` };
  const from = showLimit(band.from, unitFor(rule.value, bench));
  return { points: clamp(band.points, bench.full), because: `${said}，属于${band.word ?? `${from} 以上`}一档` };
}

/** Ties share the better rank. While one evaluee has no value, no rank is known. */
function ranking(rule: Rule<'ranking'>, bench: Bench): Scored {
  const value = numberAt(rule.value, bench);
  const peers = bench.peers(rule.value);
  mustBeWhole(peers.filter((peer): peer is Gap => peer.kind === 'gap' && peer.why !== 'not-applicable'));
  const better = peers.filter((peer) => {
    if (peer.kind !== 'measure') return false;
    const order = compare(peer.exact, value.exact);
    return rule.direction === 'atLeast' ? order > 0 : order < 0;
  }).length;
  const points = rule.points[Math.min(better, rule.points.length - 1)] ?? ZERO;
  return {
    points: clamp(points, bench.full),
    because: `实际 ${inUnit(value, rule.value, bench)}，列第 ${better + 1} 位`,
  };
}

/** What a unit is not asked for (普通高等学校 in a county) is neither met nor failed: it is left out of the count. */
function elementsOf(
  elements: Rule<'list'>['elements'],
  { context }: Bench,
): { readonly met: number; readonly of: number; readonly failed: readonly string[] } {
  const asked = elements.flatMap(({ name, met }) => {
    const outcome = met.evaluate(context);
    return outcome.kind === 'gap' && outcome.why === 'not-applicable' ? [] : [{ name, outcome }];
  });
  mustBeWhole(asked.flatMap(({ outcome }) => (outcome.kind === 'gap' ? [outcome] : [])));
  if (asked.length === 0) throw new Undecided(gap('not-applicable'));
  const failed = asked.filter(({ outcome }) => outcome.kind === 'truth' && !outcome.truth).map(({ name }) => name);
  return { met: asked.length - failed.length, of: asked.length, failed };
}

function list(rule: Rule<'list'>, bench: Bench): Scored {
  const { met, of, failed } = elementsOf(rule.elements, bench);
  const taken = multiply(rational(BigInt(failed.length)), rule.take);
  const because =
    failed.length === 0
      ? `${met} 项要求全部达到`
      : `${of} 项要求中 ${failed.length} 项未达到（${failed.join('、')}），每项扣 ${showPoints(rule.take)} 分`;
  return { points: clamp(subtract(bench.full, taken), bench.full), because };
}

function share(rule: Rule<'share'>, bench: Bench): Scored {
  const { met, of, failed } = elementsOf(rule.elements, bench);
  const points = multiply(bench.full, rational(BigInt(met), BigInt(of)));
  const missed = failed.length === 0 ? '' : `（未达到：${failed.join('、')}）`;
  return { points, because: `${of} 项中 ${met} 项达到${missed}`, sum: `${showPoints(bench.full)} × ${met}/${of}` };
}

function growth(rule: Rule<'growth'>, bench: Bench): Scored {
  const [now, then] = [rule.value.evaluate(bench.context), rule.value.evaluate(bench.context.prior())];
  mustBeWhole([now, then].filter((outcome): outcome is Gap => outcome.kind === 'gap'));
  if (now.kind !== 'measure' || then.kind !== 'measure') throw new Error(`a number was promised: ${rule.value.text}`);
  const change = rule.direction === 'up' ? subtract(now.exact, then.exact) : subtract(then.exact, now.exact);
  const because = sayChange(now, then, unitFor(rule.value, bench));
  if (isZero(rule.atLeast)) {
    const order = compare(change, ZERO);
    return { points: order > 0 || (order === 0 && !rule.strictly) ? bench.full : ZERO, because };
  }
  if (isZero(then.exact)) throw new Undecided(gap('divided-by-zero'));
  const rate: Measure = { kind: 'measure', dimension: '', exact: divide(change, absolute(then.exact)) };
  const order = compare(rate.exact, rule.atLeast);
  const reached = order > 0 || (order === 0 && !rule.strictly);
  const limit = sayLimit(
    { sign: rule.strictly ? '>' : '>=', exact: rule.atLeast },
    showLimit(rule.atLeast, '%'),
    reached,
  );
  return {
    points: reached ? bench.full : ZERO,
    because: `${because}，变动 ${showAgainst(rate, rule.atLeast, '%')}，${limit}`,
  };
}

function parts(rule: Rule<'parts'>, bench: Bench): Scored {
  const scored = rule.parts.map((part) => ({
    part,
    got: score(part.rule, { ...partBench(bench, part), full: part.points }),
  }));
  mustBeWhole(scored.flatMap(({ got }) => ('kind' in got ? [got] : [])));
  const decided = scored.flatMap(({ part, got }) => ('kind' in got ? [] : [{ part, got }]));
  return {
    points: decided.reduce((sum, { got }) => add(sum, got.points), ZERO),
    because: decided.map(({ part, got }) => `${part.name}：${got.because}，计 ${showPoints(got.points)} 分`).join('；'),
  };
}

/** A part's value is its own; that of the leaf would be shown beside the wrong limit. */
const partBench = ({ shown: _shown, unit: _unit, ...bench }: Bench, { unit }: RulePart): Bench =>
  unit === undefined ? bench : { ...bench, unit };
