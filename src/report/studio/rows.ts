/** Rows of a table that all ask for the same (15 counties, a row each): one row stands for them, its cells whole. */
import type { FoundSlot, WordParagraph } from '../../engines/word/index.ts';
import type { Blank } from './contract.ts';

interface Folded {
  readonly slot: FoundSlot;
  readonly row?: NonNullable<Blank['row']>;
}

interface RepeatedRows {
  /** Undefined for a cell of a row that repeats another. */
  foldedInto(slot: FoundSlot): Folded | undefined;
}

/** Fewer rows alike are just rows. */
const FEWEST = 3;

export function repeatedRows(paragraphs: readonly WordParagraph[], slots: readonly FoundSlot[]): RepeatedRows {
  const placed = new Map(paragraphs.map((paragraph) => [paragraph.at.paragraph, paragraph]));
  const blank = new Set(slots.map(({ at }) => at.paragraph));
  const runs = runsOf(
    paragraphs.filter(({ table }) => table !== undefined),
    blank,
  );
  return {
    foldedInto(slot) {
      const paragraph = placed.get(slot.at.paragraph);
      const place = paragraph?.table;
      const run = runs.find(
        ({ table, row, through }) =>
          place !== undefined && table === place.table && place.row >= row && place.row <= through,
      );
      if (paragraph === undefined || place === undefined || run === undefined) return { slot };
      if (place.row > run.row) return undefined;
      // The whole cell becomes the figure: 「XX县」 is a county's name.
      const whole = { ...slot, text: paragraph.text, at: { ...slot.at, offset: 0 } };
      return { slot: whole, row: { ...run, cell: place.cell } };
    },
  };
}

function runsOf(
  cells: readonly WordParagraph[],
  blank: ReadonlySet<number>,
): readonly { readonly table: number; readonly row: number; readonly through: number }[] {
  const tables = Map.groupBy(cells, ({ table }) => table?.table ?? -1);
  return [...tables].flatMap(([table, all]) => {
    const rows = [...Map.groupBy(all, ({ table: at }) => at?.row ?? -1)].sort(([a], [b]) => a - b);
    const runs: { table: number; row: number; through: number; shape: string }[] = [];
    for (const [row, inside] of rows) {
      const shape = inside.map(({ text }) => text).join('\t');
      const last = runs.at(-1);
      if (last?.shape === shape && last.through === row - 1) last.through = row;
      else if (inside.every(({ at }) => blank.has(at.paragraph))) runs.push({ table, row, through: row, shape });
    }
    return runs
      .filter(({ row, through }) => through - row + 1 >= FEWEST)
      .map(({ table: of, row, through }) => ({ table: of, row, through }));
  });
}
