/** What every scoring rule stands on: the bench it is decided at, and the ways to read from it. */
import type { CompiledFormula, FormulaContext, Outcome } from '../../engines/formula/index.ts';
import {
  type Gap,
  greatest,
  joinGaps,
  least,
  type Measure,
  type Rational,
  type Unit,
  ZERO,
} from '../../kernel/index.ts';
import type { Scheme, ScoringRule } from '../../scheme/on-files.ts';
import { show } from '../print.ts';
import { usualUnit } from '../why.ts';

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

export type Rule<Type extends ScoringRule['type']> = Extract<ScoringRule, { type: Type }>;

/** Thrown by a rule that lacks an input; `score` turns it into its gap. */
export class Undecided extends Error {
  readonly gap: Gap;
  constructor(of: Gap) {
    super('undecided');
    this.gap = of;
  }
}

/** Ends the rule where anything it reads is missing. */
export function mustBeWhole(gaps: readonly Gap[]): void {
  const open = joinGaps(gaps);
  if (open !== undefined) throw new Undecided(open);
}

export function numberAt(formula: CompiledFormula, { context }: Bench): Measure {
  const outcome = formula.evaluate(context);
  if (outcome.kind === 'gap') throw new Undecided(outcome);
  if (outcome.kind !== 'measure') throw new Error(`a number was promised: ${formula.text}`);
  return outcome;
}

export const clamp = (points: Rational, most: Rational): Rational => greatest(ZERO, least(points, most));

export const unitFor = (formula: CompiledFormula, { unit, shown, items }: Bench): Unit =>
  unit !== undefined && (shown === undefined || shown.dimension === formula.dimension)
    ? unit
    : usualUnit(formula, items);

export const inUnit = (value: Measure, formula: CompiledFormula, bench: Bench): string =>
  show(value, unitFor(formula, bench));
