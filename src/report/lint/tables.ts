/** Tables of a report as rows of cells under the words of their first row, for rules that read them across. */
import type { LintDocument, LintParagraph } from './document.ts';

export interface Cell {
  /** Of all its paragraphs; the first one is where a finding points. */
  readonly text: string;
  readonly paragraph: LintParagraph;
}

export interface Table {
  readonly heads: readonly string[];
  /** By the number of their cell in the row; an empty cell is left out. */
  readonly rows: readonly ReadonlyMap<number, Cell>[];
}

export function tablesOf({ paragraphs }: Pick<LintDocument, 'paragraphs'>): readonly Table[] {
  const placed = paragraphs.flatMap((paragraph) => {
    const { table, at } = paragraph;
    return table === undefined ? [] : [{ paragraph, ...table, whole: `${at.part}\t${table.table}` }];
  });
  return [...Map.groupBy(placed, ({ whole }) => whole).values()].map((cells) => {
    const rows = [...Map.groupBy(cells, ({ row }) => row).values()].map(
      (row) =>
        new Map(
          [...Map.groupBy(row, ({ cell }) => cell)].flatMap(([cell, [first, ...rest]]): [number, Cell][] =>
            first === undefined
              ? []
              : [
                  [
                    cell,
                    {
                      text: [first, ...rest].map(({ paragraph }) => paragraph.text.trim()).join(''),
                      paragraph: first.paragraph,
                    },
                  ],
                ],
          ),
        ),
    );
    const [head = new Map<number, Cell>(), ...others] = rows;
    const width = Math.max(0, ...head.keys()) + 1;
    return { heads: Array.from({ length: width }, (_, cell) => head.get(cell)?.text ?? ''), rows: others };
  });
}
