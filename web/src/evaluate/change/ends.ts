/**
 * What a score can be compared with: last year, this round's computed score and those people gave, the runs reports were
 * made from, and other rounds. An end is named in the address and brought to one shape. Pure.
 */
import type { LastYear, Matrix, ScorePage, UnitPage } from '../../../../src/evaluate/replies.ts';
import { add, decimal, printDecimal, ZERO } from '../../../../src/kernel/index.ts';

export const OWNERS = ['stated', 'proposed', 'verified'] as const;
export type Owner = (typeof OWNERS)[number];

/** `last`, `now`, `stated`, `report~id~3`, `round~duty-2024`. */
export type EndKey =
  | { readonly kind: 'last' }
  | { readonly kind: 'now' }
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'report'; readonly report: string; readonly version: number }
  | { readonly kind: 'round'; readonly round: string };

export function parseEnd(text: string): EndKey | undefined {
  if (text === 'last' || text === 'now') return { kind: text };
  const owner = OWNERS.find((each) => each === text);
  if (owner !== undefined) return { kind: 'owner', owner };
  const [kind, id = '', version = ''] = text.split('~');
  if (kind === 'report' && /^\d+$/.test(version)) return { kind, report: id, version: Number(version) };
  return kind === 'round' && id !== '' ? { kind, round: id } : undefined;
}

/** Where its points are asked. */
export function pathOf(end: EndKey, round: string, unit: string): string {
  switch (end.kind) {
    case 'last':
      return `/rounds/${round}/last-year`;
    case 'now':
      return `/rounds/${round}/matrix`;
    case 'owner':
      return `/rounds/${round}/scores/${unit}`;
    case 'report':
      return `/rounds/${round}/reports/${end.report}/results/${unit}?version=${end.version}`;
    case 'round':
      return `/rounds/${end.round}/matrix`;
  }
}

export interface End {
  readonly score: string;
  readonly leaves: readonly {
    readonly code: string;
    readonly name: string;
    readonly of: string;
    /** Absent while undecided. */
    readonly points?: string;
  }[];
  /** Only its sum is known. */
  readonly isSumOnly: boolean;
}

/** Undefined where the unit has nothing there. */
export function endOf(key: EndKey, answer: unknown, unit: string, names: ReadonlyMap<string, string>): End | undefined {
  switch (key.kind) {
    case 'last': {
      const found = (answer as LastYear).units.find((each) => each.unit === unit);
      if (found === undefined) return undefined;
      const leaves = Object.entries(found.leaves).map(([code, { points, of }]) => ({
        ...{ code, of, points },
        name: names.get(code) ?? code,
      }));
      return { score: found.score, leaves, isSumOnly: leaves.length === 0 };
    }
    case 'owner':
      return ownedEnd(answer as ScorePage, key.owner);
    case 'now':
    case 'round': {
      const { leaves, units } = answer as Matrix;
      const found = units.find(({ code }) => code === unit);
      return found && { score: found.score, leaves: leavesIn(found.cells, leaves), isSumOnly: false };
    }
    case 'report': {
      const { score, results } = answer as UnitPage;
      return { score, leaves: results, isSumOnly: false };
    }
  }
}

const leavesIn = (cells: Matrix['units'][number]['cells'], leaves: Matrix['leaves']): End['leaves'] =>
  leaves.flatMap(({ code, name }) => {
    const cell = cells[code];
    return cell === undefined ? [] : [{ ...cell, code, name }];
  });

/** What nobody proposed is reported as computed; what nobody stated or verified is open. */
function ownedEnd({ leaves, sums }: ScorePage, owner: Owner): End | undefined {
  const given = leaves.map(({ code, name, of, computed, ...all }) => {
    const points = all[owner]?.points ?? (owner === 'proposed' ? computed : undefined);
    return { code, name, of, ...(points === undefined ? {} : { points }) };
  });
  if (leaves.every((leaf) => leaf[owner] === undefined)) return undefined;
  return { score: sums[owner].score, leaves: given, isSumOnly: false };
}

export interface LeafMove {
  readonly code: string;
  readonly name: string;
  readonly was: string;
  readonly is: string;
  readonly difference: string;
}

/** Leaves decided at both ends and worth the same, those that moved; for an end that is not whole. */
export function decidedMoves(from: End, to: End, decimals: number): readonly LeafMove[] {
  const then = new Map(from.leaves.map((leaf) => [leaf.code, leaf]));
  return to.leaves.flatMap(({ code, name, of, points }): LeafMove[] => {
    const was = then.get(code);
    if (points === undefined || was?.points === undefined || Number(was.of) !== Number(of)) return [];
    const moved = add(decimal(points), negated(was.points));
    if (moved.num === ZERO.num) return [];
    const difference = `${moved.num > 0n ? '+' : ''}${printDecimal(moved, decimals)}`;
    return [{ code, name, was: was.points, is: points, difference }];
  });
}

const negated = (points: string) => {
  const { num, den } = decimal(points);
  return { num: -num, den };
};

export const undecidedOf = ({ leaves, isSumOnly }: End): End['leaves'] =>
  isSumOnly ? [] : leaves.filter(({ points }) => points === undefined);
