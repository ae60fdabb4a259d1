/**
 * Two questions of everyone who puts a stated figure before people: how a row of its item's unit shows it, and whether
 * two statements say the same. 3.2 typed in 亿元 stands in a row of 万元 as 32000; the words alone would say 3.2 万元.
 */
import { amountIn, isUnit, measureOf, printExact, type Unit } from '../../kernel/index.ts';
import type { VersionRow } from './version-row.ts';

type Stated = Pick<VersionRow, 'kind' | 'unit' | 'words' | 'gap' | 'typed' | 'typed_unit' | 'reason' | 'nature'> & {
  readonly steps: string | bigint | null;
};

/** As typed where it was typed in the item's own unit; else the same value in that unit. */
export function shownIn(unit: Unit, row: Stated): string {
  const { kind, steps, typed, typed_unit: written } = row;
  if (kind !== 'quantity' || written === null || written === unit || !isUnit(written)) return typed;
  const exact = measureOf({ kind: 'quantity', steps: BigInt(steps ?? 0), unit });
  return printExact(amountIn(exact, unit)) ?? typed;
}

/** Exact values, reason and nature; of what could not be read as a value, the words. */
export const saysTheSame = (one: Stated, other: Stated): boolean =>
  one.reason === other.reason && statesTheSame(one, other);

/** The same, whatever the reasons. */
export const statesTheSame = (one: Stated, other: Stated): boolean =>
  one.nature === other.nature && stands(one) === stands(other);

function stands({ kind, steps, unit, words, gap, typed }: Stated): string {
  if (kind === 'quantity') return `${unit} ${steps}`;
  return kind === 'text' ? `text ${words}` : `${gap} ${typed.trim()}`;
}
