/** An indicator table as a committee issued it, in Word or Excel, as the folder of a scheme. */
import type { Finding } from '../../kernel/index.ts';
import { SchemeProblem } from '../problems.ts';
import { findColumns } from './columns.ts';
import { type DraftHead, draftScheme } from './draft.ts';
import { readTree } from './read-tree.ts';
import { readTables } from './tables.ts';

export interface ImportedPaper {
  /** File name -> YAML text. */
  readonly files: Readonly<Record<string, string>>;
  readonly leaves: number;
  /** What the paper leaves open, each with its table and row. */
  readonly findings: readonly Finding[];
}

/** As codes of top indicators go. */
const MOST_TOP = 26;

/** Throws `scheme.paperUnread` where no table is one of indicators, and `scheme.paperTooWide` for more than 26 at the top. */
export function importPaper(bytes: Uint8Array, file: string, head: DraftHead): ImportedPaper {
  const found = readTables(bytes, file).flatMap((table) => {
    const columns = findColumns(table.rows);
    return columns === undefined ? [] : [{ table, columns }];
  });
  const tree = readTree(found);
  const leaves = tree.filter(({ isLeaf }) => isLeaf);
  if (leaves.length === 0) throw SchemeProblem.paperUnread({ file }, { file });
  const top = tree.filter(({ code }) => code.length === 1).length;
  if (top > MOST_TOP) throw SchemeProblem.paperTooWide({ file, count: top }, { file });
  const open = (code: string, of: (typeof leaves)[number]): Finding => ({
    code,
    severity: 'warn',
    at: { file },
    data: { code: of.code, name: of.name, at: of.at },
  });
  return {
    files: draftScheme(head, tree),
    leaves: leaves.length,
    findings: [
      ...leaves.filter(({ points }) => points === undefined).map((leaf) => open('scheme.paper.points', leaf)),
      ...leaves.filter(({ departments }) => departments.length === 0).map((leaf) => open('scheme.paper.lead', leaf)),
    ],
  };
}
