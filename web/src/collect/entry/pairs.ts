/** The figures of one unit as checks look at them. It stands apart from the checks, whose formula language comes later. */
import type { CheckedFigure, Pair } from '../../../../src/collect/pure.ts';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { type Cell, type Item, keyOf } from './cells.ts';
import { readTyped } from './reading.ts';

type Level = Pair['level'];

export function pairsOf(page: TaskPage, subject: string, cells: ReadonlyMap<string, Cell>): readonly Pair[] {
  const school = page.schools.find(({ code }) => code === subject);
  const unit = {
    ...(school ?? page.unit),
    kind: school === undefined ? page.unit.kind : 'school',
    attributes: school?.attributes ?? {},
  };
  const level: Level = school === undefined ? page.unit.level : 'school';
  return page.items.flatMap((item): Pair[] => {
    const [now, prior] = (['now', 'prior'] as const).map((year) =>
      figureOf(item, cells.get(keyOf({ subject, item: item.code, year }))),
    );
    if (now === undefined && prior === undefined) return [];
    return [
      {
        unit: unit as Pair['unit'],
        level,
        item: item as Pair['item'],
        ...(now === undefined ? {} : { now }),
        ...(prior === undefined ? {} : { prior }),
      },
    ];
  });
}

function figureOf(item: Item, cell: Cell | undefined): CheckedFigure | undefined {
  if (cell === undefined || cell.typed === '') return undefined;
  return {
    value: readTyped(item, cell.typed).value,
    typed: { text: cell.typed },
    source: { kind: 'form', by: cell.person },
    ...(cell.nature === undefined ? {} : { nature: cell.nature as NonNullable<CheckedFigure['nature']> }),
    ...(cell.reason === '' ? {} : { reason: cell.reason }),
    ...(cell.reasonHolds === undefined ? {} : { reasonHolds: cell.reasonHolds }),
  };
}
