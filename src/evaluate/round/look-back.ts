/** The year before of a round whose units are not those of then: which unit was made from which. */
import { findRoundBefore, loadRound, type RoundContext } from '../../collect/index.ts';
import { pastsOf, successionsBetween } from '../../org/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Successor } from '../inherited.ts';

export interface LookBack {
  readonly last: RoundContext;
  readonly successors: readonly Successor[];
}

/** Undefined where no unit was merged or split since, or nothing was asked the year before. */
export async function lookBack(tx: Tx, { round, register }: RoundContext): Promise<LookBack | undefined> {
  const before = await findRoundBefore(tx, round);
  if (before === undefined) return undefined;
  const links = await successionsBetween(tx, round.tenant, before.as_of, round.as_of);
  if (links.length === 0) return undefined;
  const last = await loadRound(tx, round.tenant, before.round);
  const then = (unit: number) => last.register.unitOf(unit);
  const now = (unit: number) => register.unitOf(unit);
  const pasts = pastsOf(
    links,
    (unit) => then(unit) !== undefined,
    (unit) => now(unit) !== undefined,
  );
  const successors = [...pasts].flatMap(([number, { of, whole }]) => {
    const unit = now(number);
    return unit === undefined ? [] : [{ unit, whole, of: of.flatMap((each) => then(each)?.code ?? []) }];
  });
  return { last, successors };
}
