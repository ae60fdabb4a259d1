/**
 * Why a score is not last year's: what each leaf gave and took, in the order a waterfall is read. Exact: the steps add
 * up to the difference of the two sums. Pure.
 */
import {
  add,
  compare,
  decimal,
  isZero,
  negate,
  printDecimal,
  type Rational,
  subtract,
  ZERO,
} from '../../kernel/index.ts';

/**
 * - scheme: what no leaf of both years explains: leaves that are new, gone or worth other points
 * - leaf: one leaf of both years
 * - rest: all smaller ones together
 * - open: leaves that had points last year and are undecided now
 */
export interface ChangeStep {
  readonly kind: 'scheme' | 'leaf' | 'rest' | 'open';
  readonly code?: string;
  readonly name?: string;
  /** Leaves it stands for. */
  readonly count: number;
  /** Points, signed: `-1.33`. */
  readonly difference: string;
}

export interface ScoreChange {
  readonly was: string;
  readonly is: string;
  /** In order: scheme, rises from the largest, rest, falls to the largest, open. Empty where last year is known in sum alone. */
  readonly steps: readonly ChangeStep[];
}

/** What is compared: a sum, and leaves with their points where there are any. */
export interface ChangeEnd {
  readonly score: string;
  readonly results: readonly {
    readonly code: string;
    readonly name: string;
    readonly of: string;
    readonly points?: string;
  }[];
}
export interface ChangeStart {
  readonly score: string;
  readonly leaves: ReadonlyMap<string, { readonly points: string; readonly of: string }>;
}

/** Leaves that get a step of their own. */
const NAMED = 10;

export function attributeChange(now: ChangeEnd, last: ChangeStart, decimals: number): ScoreChange {
  const print = (points: Rational): string => printDecimal(points, decimals);
  const signed = (points: Rational): string => `${compare(points, ZERO) > 0 ? '+' : ''}${print(points)}`;
  const ends = { was: print(decimal(last.score)), is: now.score };
  if (last.leaves.size === 0) return { ...ends, steps: [] };
  const both = now.results.flatMap(({ code, name, of, points }) => {
    const then = last.leaves.get(code);
    return then === undefined || compare(decimal(then.of), decimal(of)) !== 0 ? [] : [{ code, name, points, then }];
  });
  const moved = both.flatMap(({ code, name, points, then }) => {
    if (points === undefined) return [];
    const difference = subtract(decimal(points), decimal(then.points));
    return isZero(difference) ? [] : [{ code, name, difference }];
  });
  const open = both.filter(({ points }) => points === undefined);
  const lostOpen = negate(sum(open.map(({ then }) => decimal(then.points))));
  const explained = add(sum(moved.map(({ difference }) => difference)), lostOpen);
  const scheme = subtract(subtract(decimal(now.score), decimal(last.score)), explained);
  const bySize = moved.toSorted((a, b) => compare(size(b.difference), size(a.difference)));
  // One more is a step of its own: a rest of one says less than its name.
  const named = bySize.length <= NAMED + 1 ? bySize : bySize.slice(0, NAMED);
  const rest = bySize.slice(named.length);
  const leaf = ({ code, name, difference }: (typeof moved)[number]): ChangeStep[] => [
    { kind: 'leaf', code, name, count: 1, difference: signed(difference) },
  ];
  const together = (kind: ChangeStep['kind'], difference: Rational, count: number): ChangeStep[] =>
    count === 0 || (kind === 'scheme' && isZero(difference)) ? [] : [{ kind, count, difference: signed(difference) }];
  const unshared = now.results.length - both.length;
  return {
    ...ends,
    steps: [
      ...together('scheme', scheme, Math.max(unshared, 1)),
      ...named.filter(({ difference }) => compare(difference, ZERO) > 0).flatMap(leaf),
      ...together('rest', sum(rest.map(({ difference }) => difference)), rest.length),
      ...named
        .filter(({ difference }) => compare(difference, ZERO) < 0)
        .toReversed()
        .flatMap(leaf),
      ...together('open', lostOpen, open.length),
    ],
  };
}

const sum = (numbers: readonly Rational[]): Rational => numbers.reduce(add, ZERO);
const size = (number: Rational): Rational => (compare(number, ZERO) < 0 ? negate(number) : number);
