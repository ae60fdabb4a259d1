/** What another round offers to the form as it stands in this browser, with what was typed since it was asked. */
import type { ElsewherePage } from '../../../../src/collect/replies.ts';
import { type Cell, EMPTY, type Item, keyOf } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';

type Beside = ElsewherePage['rounds'][number];

export interface Offer {
  readonly key: string;
  readonly answer: Beside['answers'][number];
  readonly item: Item;
  readonly cell: Cell;
  /** As the row shows it. */
  readonly shown: string;
  readonly is: 'empty' | 'worded' | 'other';
}

/** Of rows one may type in, and of cells with nothing on its way to the server. */
export function offersOf({ answers }: Beside, { page, cells }: Snapshot): readonly Offer[] {
  const mine = new Set<string>(
    page.forms.flatMap(({ rows }) => rows.flatMap(({ item, mine }) => (mine ? [item] : []))),
  );
  const items = new Map<string, Item>(page.items.map((item) => [item.code, item]));
  return answers.flatMap((answer): Offer[] => {
    const key = keyOf(answer);
    const [item, cell] = [items.get(answer.item), cells.get(key) ?? EMPTY];
    if (item === undefined || !mine.has(answer.item) || cell.state !== 'saved') return [];
    const typed = answer.unit === null || answer.unit === item.unit ? answer.typed : answer.value;
    // Typed here since it was asked: the server says anew whether that is the same.
    if (cell.typed === typed || (cell.typed !== '' && answer.here === 'empty')) return [];
    const is = cell.typed !== '' ? 'other' : answer.definition === undefined ? 'empty' : 'worded';
    return [{ key, answer, item, cell, shown: readTyped(item, typed).shown, is }];
  });
}
