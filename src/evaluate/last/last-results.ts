/**
 * What each unit had the year before. The paper that came back goes first, where the office stated it; else last year's
 * round, 核定 where every leaf was verified and 系统测算 where not. Where there is neither, there is nothing to compare.
 */
import { findRoundBefore, type RoundContext } from '../../collect/index.ts';
import { printDecimal } from '../../kernel/index.ts';
import type { Tx, Who } from '../../platform/index.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { readRoundScores } from '../scores/scores.store.ts';
import { sideBySide } from '../scores/side-by-side.ts';
import { readLastStatements } from './last.store.ts';

export type LastSource =
  | { readonly kind: 'stated'; readonly basis: string; readonly person: string; readonly at: Date }
  | { readonly kind: 'round'; readonly round: string; readonly name: string; readonly owner: 'computed' | 'verified' };

export interface LastResult {
  readonly score: string;
  /** 「待定」 where it was never decided. */
  readonly grade: string;
  /** Of leaves whose points are known, with what they were out of. */
  readonly leaves: ReadonlyMap<string, { readonly points: string; readonly of: string }>;
  readonly source: LastSource;
}

/** By number of the unit. */
export async function lastResults(tx: Tx, who: Who, context: RoundContext): Promise<ReadonlyMap<number, LastResult>> {
  const found = new Map<number, LastResult>(await ofRoundBefore(tx, who, context));
  const full = new Map(context.scheme.indicators.map(({ code, points }) => [code as string, points]));
  const { tenant, round } = context.round;
  for (const { unit, score, grade, points, basis, person, at } of await readLastStatements(tx, { tenant, round })) {
    const leaves = Object.entries(points).flatMap(([code, got]) => {
      const of = full.get(code);
      return of === undefined
        ? []
        : [[code, { points: got, of: printDecimal(of, context.scheme.pointsDecimals) }] as const];
    });
    found.set(unit, { score, grade, leaves: new Map(leaves), source: { kind: 'stated', basis, person, at } });
  }
  return found;
}

async function ofRoundBefore(
  tx: Tx,
  who: Who,
  { round }: RoundContext,
): Promise<readonly (readonly [number, LastResult])[]> {
  const before = await findRoundBefore(tx, round);
  if (before === undefined) return [];
  const last = await evaluateRound(tx, who, before.round);
  const scores = Map.groupBy(await readRoundScores(tx, round.tenant, before.round), ({ unit }) => unit);
  const named = { kind: 'round', round: before.round, name: last.round.name } as const;
  return last.evaluation.results.units.map((result) => {
    const unit = last.register.numberOf(result.code) ?? 0;
    const { leaves, sums } = sideBySide(last.scheme, result, false, scores.get(unit) ?? []);
    const verified = sums.verified.grade !== undefined;
    const pointsOf = (leaf: (typeof leaves)[number]) => (verified ? leaf.verified?.points : leaf.computed);
    return [
      unit,
      {
        score: verified ? sums.verified.score : result.score,
        grade: sums.verified.grade ?? result.grade,
        leaves: new Map(
          leaves.flatMap((leaf) => {
            const points = pointsOf(leaf);
            return points === undefined ? [] : [[leaf.code, { points, of: leaf.of }] as const];
          }),
        ),
        source: { ...named, owner: verified ? ('verified' as const) : ('computed' as const) },
      },
    ] as const;
  });
}
