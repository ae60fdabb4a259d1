/**
 * At most three things a leader has to know: what takes a grade, what costs most points, and who is late. One of each
 * kind first, so that a long list of one does not hide the others. Pure.
 */
import { compare, decimal, printDecimal, type Rational, subtract } from '../../kernel/index.ts';
import type { IndicatorResult, UnitResult } from '../contract.ts';

export type Attention =
  | {
      readonly kind: 'veto' | 'downgrade' | 'ceiling';
      readonly unit: string;
      readonly unitName: string;
      readonly name: string;
      readonly was: string;
      readonly is: string;
      /** More units with one of its kind. */
      readonly more: number;
    }
  | ({ readonly kind: 'lost'; readonly unit: string; readonly unitName: string } & LostPoints)
  | { readonly kind: 'open'; readonly units: readonly string[]; readonly leaves: number }
  | { readonly kind: 'overdue'; readonly units: readonly string[]; readonly tasks: number };

export interface LostPoints {
  readonly code: string;
  readonly name: string;
  readonly lost: string;
  readonly of: string;
  readonly why: string;
}

const MOST = 3;

/** Leaves that cost points, dearest first; what is undecided has not lost any yet. */
export function lostPoints({ results }: Pick<UnitResult, 'results'>, decimals: number): readonly LostPoints[] {
  return results
    .flatMap((leaf) => {
      const lost = lossOf(leaf);
      return lost === undefined || lost.num <= 0n ? [] : [{ leaf, lost }];
    })
    .toSorted((a, b) => compare(b.lost, a.lost))
    .map(({ leaf: { code, name, of, why }, lost }) => ({ code, name, of, why, lost: printDecimal(lost, decimals) }));
}

const lossOf = ({ points, of }: IndicatorResult): Rational | undefined =>
  points === undefined ? undefined : subtract(decimal(of), decimal(points));

interface Seen {
  /** The unit the round is about, where it may be seen. */
  readonly evaluee: UnitResult | undefined;
  readonly units: readonly UnitResult[];
  /** Names of units with tasks past their time, one a task. */
  readonly late: readonly string[];
  readonly decimals: number;
}

export function attention({ evaluee, units, late, decimals }: Seen): readonly Attention[] {
  const clauses = (['vetoes', 'downgrades', 'ceilings'] as const).flatMap((held) => {
    const [first, ...others] = units.filter((unit) => unit[held].length > 0);
    const [clause] = first?.[held] ?? [];
    if (first === undefined || clause === undefined) return [];
    const kind = ({ vetoes: 'veto', downgrades: 'downgrade', ceilings: 'ceiling' } as const)[held];
    const { code: unit, unit: unitName, gradeBySum: was, grade: is } = first;
    return [{ kind, unit, unitName, name: clause.name, was, is, more: others.length }];
  });
  const about = evaluee ?? units[0];
  const lost =
    about === undefined
      ? []
      : lostPoints(about, decimals).map((leaf) => ({
          kind: 'lost' as const,
          unit: about.code,
          unitName: about.unit,
          ...leaf,
        }));
  const waiting = units.filter(({ undecided }) => undecided.length > 0 && undecided !== about?.undecided);
  const leaves = waiting.reduce((count, { undecided }) => count + undecided.length, 0);
  const open = leaves === 0 ? [] : [{ kind: 'open' as const, units: waiting.map(({ unit }) => unit), leaves }];
  const overdue =
    late.length === 0 ? [] : [{ kind: 'overdue' as const, units: [...new Set(late)], tasks: late.length }];
  const [clause, ...moreClauses] = clauses;
  const [dearest, ...moreLost] = lost;
  const first = [clause, dearest, overdue[0]].filter((each) => each !== undefined);
  return [...first, ...open, ...moreClauses, ...moreLost].slice(0, MOST);
}
