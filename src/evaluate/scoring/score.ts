/**
 * Scoring rules (reference 3.3). A rule gives exact points, or a gap when an input is missing: then nothing is got
 * and nothing is lost. Limits are compared unrounded; rounding happens once, for the whole leaf.
 */
import { add, type Gap, isZero, least, multiply, subtract, ZERO } from '../../kernel/index.ts';
import type { RulePart, ScoringRule } from '../../scheme/on-files.ts';
import { showPoints } from '../print.ts';
import { type Bench, clamp, inUnit, mustBeWhole, numberAt, type Rule, type Scored, Undecided } from './bench.ts';
import { list, share } from './elements.ts';
import { growth } from './growth.ts';
import { banded, ranking } from './placed.ts';
import { proportional, stepDown } from './target.ts';
import { threshold } from './threshold.ts';

/** Points of a rule, or the gap that keeps it from being decided. */
export function score(rule: ScoringRule, bench: Bench): Scored | Gap {
  try {
    return scoreRule(rule, bench);
  } catch (thrown) {
    if (thrown instanceof Undecided) return thrown.gap;
    throw thrown;
  }
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
        : `${rule.of ?? ''}共 ${inUnit(value, rule.value, bench)}，每项扣 ${showPoints(rule.each)} 分`;
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
