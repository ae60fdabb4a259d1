/** Everything that is to be said of one item of one unit: what its words are, what the server refused, what checks found. */
import { bySeverity, type Finding } from '../../../../src/kernel/index.ts';
import { EMPTY, type Item, keyOf } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';

const NONE: readonly Finding[] = [];

export function foundAt(
  now: Snapshot,
  item: Item,
  subject: { readonly code: string; readonly name: string },
): readonly Finding[] {
  const checked = now.findings.get(`${subject.code}\t${item.code}`) ?? NONE;
  const own = (['now', 'prior'] as const).flatMap((year): readonly Finding[] => {
    const cell = now.cells.get(keyOf({ subject: subject.code, item: item.code, year })) ?? EMPTY;
    const { notes } = readTyped(item, cell.typed);
    if (notes.length === 0) return cell.refusal;
    return notes.map(({ code, severity, data }) => ({
      code,
      severity,
      at: { unit: subject.code, item: item.code },
      data: { item: item.name, of: subject.name, ...data },
    }));
  });
  return own.length === 0 && checked.length < 2 ? checked : [...own, ...checked].toSorted(bySeverity);
}

/** The strongest that asks for something; how a number was tidied up is told in the panel alone. */
export const markOf = (found: readonly Finding[]): Finding | undefined =>
  found.find(({ code }) => code !== 'collect.cell.cleaned' && code !== 'collect.cell.none');
