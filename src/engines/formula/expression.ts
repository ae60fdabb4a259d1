/** A checked expression: what it gives, what it reads, and how it is computed. Closures over a context; no text is ever run. */
import { type Dimension, type Gap, gap, joinGaps, type Measure, measure, type Rational } from '../../kernel/index.ts';
import type { FormulaContext, FormulaType, Outcome, Reads } from './contract.ts';

export interface Expression extends Reads {
  readonly type: FormulaType;
  readonly dimension: Dimension;
  /** A number without a dimension of its own: it takes that of what it is added to or compared with. */
  readonly bare: boolean;
  run(context: FormulaContext): Outcome;
}

export const isGap = (outcome: Outcome): outcome is Gap => outcome.kind === 'gap';
export const truth = (value: boolean): Outcome => ({ kind: 'truth', truth: value });
export const number = (exact: Rational, dimension: Dimension = ''): Measure => measure(exact, dimension);

/** Runs all parts; hands on one gap for all that are gaps, else the outcomes. */
export function runAll(parts: readonly Expression[], context: FormulaContext): readonly Exclude<Outcome, Gap>[] | Gap {
  const given: Exclude<Outcome, Gap>[] = [];
  const gaps: Gap[] = [];
  for (const part of parts) {
    const outcome = part.run(context);
    if (isGap(outcome)) gaps.push(outcome);
    else given.push(outcome);
  }
  return joinGaps(gaps) ?? given;
}

export const isGapList = (outcomes: readonly Outcome[] | Gap): outcomes is Gap => !Array.isArray(outcomes);
export const exactOf = (outcome: Outcome): Rational => {
  if (outcome.kind !== 'measure') throw new Error(`a number was promised, not ${outcome.kind}`);
  return outcome.exact;
};
export const truthOf = (outcome: Outcome): boolean => outcome.kind === 'truth' && outcome.truth;
export const textOf = (outcome: Outcome): string => (outcome.kind === 'text' ? outcome.text : '');

export const dividedByZero = (): Gap => gap('divided-by-zero');

export const NOTHING_READ: Reads = { uses: [], ledgers: [], attributes: [], indicators: [] };

/** What all parts read; every item once for each shift and group. */
export function readsOf(parts: readonly Reads[]): Reads {
  const uses = new Map(
    parts.flatMap((part) => part.uses).map((use) => [`${use.item}\t${use.shift}\t${use.group ?? ''}`, use]),
  );
  return {
    uses: [...uses.values()],
    ledgers: parts.flatMap(({ ledgers }) => ledgers),
    attributes: [...new Set(parts.flatMap(({ attributes }) => attributes))],
    indicators: [...new Set(parts.flatMap(({ indicators }) => indicators))],
  };
}
