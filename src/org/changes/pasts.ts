/**
 * Where the past of a unit is to be looked for: in the units it was made from. Merged wholly, their figures added up
 * are its own; where one of them went to several, nobody can say which part of its past went where.
 */
import type { Succession } from './changes.store.ts';

export interface Past {
  /** Units that stood then and went, wholly or in part, into the unit; itself among them when it stood. */
  readonly of: readonly number[];
  /** Whether all that became of each of them is in the unit. */
  readonly whole: boolean;
}

type Link = Pick<Succession, 'unit' | 'successor'>;

/**
 * Of units that stand now and whose past is not simply their own; `then` and `now` say whether a unit stood.
 */
export function pastsOf(
  links: readonly Link[],
  then: (unit: number) => boolean,
  now: (unit: number) => boolean,
): ReadonlyMap<number, Past> {
  const back = closure(links.map(({ unit, successor }) => [successor, unit]));
  const forth = closure(links.map(({ unit, successor }) => [unit, successor]));
  const touched = [...new Set(links.flatMap(({ unit, successor }) => [unit, successor]))].filter(now);
  return new Map(
    touched.map((unit) => {
      const of = [...back(unit)].filter(then).sort((a, b) => a - b);
      const whole = of.every((each) => [...forth(each)].every((end) => end === unit || !now(end)));
      return [unit, { of, whole }];
    }),
  );
}

/** The unit itself and all that can be reached from it. */
function closure(edges: readonly (readonly [number, number])[]): (from: number) => ReadonlySet<number> {
  const next = Map.groupBy(edges, ([from]) => from);
  return (from) => {
    // A set grows while it is walked.
    const met = new Set([from]);
    for (const unit of met) for (const [, to] of next.get(unit) ?? []) met.add(to);
    return met;
  };
}
