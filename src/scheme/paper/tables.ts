/** Tables of a Word file or a workbook as text, each cell at the place its column has in the head of the table. */
import { readWorkbook, type Sheet } from '../../engines/sheet/index.ts';
import { openWord, readBlocks, type TableBlock } from '../../engines/word/index.ts';

export interface PaperTable {
  /** `表 2`, or the name of the sheet. */
  readonly name: string;
  /** A merged cell holds its text where it begins and is empty further on. */
  readonly rows: readonly (readonly string[])[];
}

/** More than any issued table has; what a hostile file claims beyond is not laid out. */
const COLUMNS = 100;
const ROWS = 20_000;

/** Throws what the gate and the readers of Word files and workbooks throw. */
export const readTables = (bytes: Uint8Array, file: string): readonly PaperTable[] =>
  /\.xlsx$/i.test(file)
    ? readWorkbook(bytes, file).sheets.map((sheet) => ({ name: sheet.name, rows: rowsOfSheet(sheet) }))
    : readBlocks(openWord(bytes, file))
        .filter((block): block is TableBlock => block.kind === 'table')
        .map((table, at) => ({ name: `表 ${at + 1}`, rows: rowsOfTable(table) }));

function rowsOfSheet({ rows }: Sheet): string[][] {
  let last = 0;
  for (const at of rows.keys()) last = Math.max(last, at);
  return Array.from({ length: Math.min(last, ROWS) }, (_, at) => {
    const row: string[] = [];
    for (const { column, value } of rows.get(at + 1) ?? []) {
      if (column > COLUMNS) continue;
      while (row.length < column - 1) row.push('');
      row[column - 1] = value.kind === 'text' || value.kind === 'number' ? value.text.trim() : '';
    }
    return row;
  });
}

const rowsOfTable = ({ rows }: TableBlock): string[][] =>
  rows.map(({ cells }) =>
    cells.flatMap(({ paragraphs, span = 1 }) => [
      paragraphs
        .map(({ runs }) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join(''))
        .join('\n')
        .trim(),
      ...Array.from({ length: Math.min(span, COLUMNS) - 1 }, () => ''),
    ]),
  );
