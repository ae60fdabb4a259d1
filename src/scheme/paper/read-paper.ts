/** An indicator table as a committee issued it, in Word or Excel, read as a tree; and what of the file was not understood. */
import type { Finding, FindingData } from '../../kernel/index.ts';
import { SchemeProblem } from '../problems.ts';
import { findColumns } from './columns.ts';
import { type PaperIndicator, readTree } from './read-tree.ts';
import { type PaperTable, readTables } from './tables.ts';

export interface ReadPaper {
  readonly indicators: readonly PaperIndicator[];
  /** Tables that were read, each with the headings of its levels from the highest to the lowest. */
  readonly tables: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** What the paper leaves open, and what of it was not read, each with its table and row. */
  readonly findings: readonly Finding[];
}

/** As codes of top indicators go. */
const MOST_TOP = 26;
/** Ten times the longest scheme that was issued. */
const MOST_LEAVES = 1_000;
/** Of a head, enough to know the table by. */
const TOLD_HEADINGS = 6;

/**
 * Throws `scheme.paperOther` for another kind of file, `scheme.paperUnread` where no table is one of indicators,
 * `scheme.paperTooWide` for more than 26 at the top, `scheme.paperTooLong` for more than 1,000 leaves, and what the gate throws.
 */
export function readPaper(bytes: Uint8Array, file: string): ReadPaper {
  if (!/\.(docx|xlsx)$/i.test(file)) throw SchemeProblem.paperOther({ file }, { file });
  const tables = readTables(bytes, file);
  const found = tables.flatMap((table) => {
    const columns = findColumns(table.rows);
    return columns === undefined ? [] : [{ table, columns }];
  });
  const indicators = readTree(found);
  const leaves = indicators.filter(({ isLeaf }) => isLeaf);
  if (leaves.length === 0) throw SchemeProblem.paperUnread({ file }, { file });
  const top = indicators.filter(({ code }) => code.length === 1).length;
  if (top > MOST_TOP) throw SchemeProblem.paperTooWide({ file, count: top }, { file });
  if (leaves.length > MOST_LEAVES) throw SchemeProblem.paperTooLong({ file, count: leaves.length }, { file });
  const told = (code: string, severity: Finding['severity'], data: FindingData): Finding => ({
    code: `scheme.paper.${code}`,
    severity,
    at: { file },
    data,
  });
  const open = (code: string, { code: of, name, at }: PaperIndicator) => told(code, 'warn', { code: of, name, at });
  const others = tables.filter((table) => !found.some((each) => each.table === table) && table.rows.length > 0);
  return {
    indicators,
    tables: found.map(({ table, columns }) => ({
      name: table.name,
      levels: columns.levels.map((column) => table.rows[columns.head]?.[column] ?? ''),
    })),
    findings: [
      ...leaves.filter(({ points }) => points === undefined).map((leaf) => open('points', leaf)),
      ...leaves.filter(({ departments }) => departments.length === 0).map((leaf) => open('lead', leaf)),
      ...found.flatMap(({ table: { name }, columns: { unread } }) =>
        unread.map((heading) => told('column', 'hint', { table: name, heading })),
      ),
      ...others.map((table) => told('table', 'hint', { table: table.name, headings: headingsOf(table) })),
    ],
  };
}

/** The first row that says anything. */
const headingsOf = ({ rows }: PaperTable): readonly string[] =>
  rows
    .map((row) => row.filter((text) => text !== ''))
    .find((row) => row.length > 0)
    ?.slice(0, TOLD_HEADINGS) ?? [];
