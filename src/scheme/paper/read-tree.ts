/** Rows of indicator tables as a tree: a cell that is empty, or says the same again, is merged with the one above it. */
import type { Columns } from './columns.ts';
import type { PaperTable } from './tables.ts';

export interface PaperIndicator {
  /** Made from the order: `A`, `A1`, `A1.1`. */
  readonly code: string;
  readonly name: string;
  /** As written, `2.5`; undefined where none was found. */
  readonly points: string | undefined;
  readonly standard: string;
  /** Departments in the order they are named; the first leads. */
  readonly departments: readonly string[];
  readonly evidence: readonly string[];
  /** `表 2 第 7 行`. */
  readonly at: string;
  readonly isLeaf: boolean;
}

interface Node {
  readonly name: string;
  readonly at: string;
  readonly below: Node[];
  points: string | undefined;
  readonly standard: string[];
  readonly departments: string[];
  readonly evidence: string[];
}

const POINTS = /[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[）)]/;
const NUMBER = /^(\d+(?:\.\d+)?)\s*分?$/;
/** `A1.1 `, `1.`, `（一）`, `一、` before a name. */
const LEADING =
  /^\s*(?:[A-Z]\d*(?:\.\d+)*|\d+(?:\.\d+)*[.．、]?|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)\s*/;
const SUM_ROW = /^(合\s*计|总\s*计|总\s*分|小\s*计)/;

export function readTree(
  tables: readonly { readonly table: PaperTable; readonly columns: Columns }[],
): PaperIndicator[] {
  const top: Node[] = [];
  for (const { table, columns } of tables) readTable(table, columns, top);
  return top.flatMap((node, at) => list(node, String.fromCharCode('A'.charCodeAt(0) + at)));
}

function readTable({ name: table, rows }: PaperTable, columns: Columns, top: Node[]): void {
  const path: { readonly text: string; readonly node: Node }[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= columns.head) continue;
    const cell = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? ''));
    const texts = columns.levels.map((column) => cell(column).replace(/\s*\n\s*/g, ''));
    if (SUM_ROW.test(texts.find((text) => text !== '') ?? '')) continue;
    texts.forEach((text, depth) => {
      if (text === '' || path[depth]?.text === text) return;
      const siblings = depth === 0 ? top : path[Math.min(depth, path.length) - 1]?.node.below;
      // A level that was left empty: the row hangs below the one above it.
      const node = nodeOf(text, `${table} 第 ${index + 1} 行`);
      (siblings ?? top).push(node);
      path.splice(depth, path.length, { text, node });
    });
    const node = path.at(-1)?.node;
    if (node === undefined) continue;
    node.points ??= NUMBER.exec(cell(columns.points))?.[1];
    if (cell(columns.standard) !== '') node.standard.push(cell(columns.standard));
    addNew(node.departments, cell(columns.lead).split(/[、，,；;\n/]+/));
    addNew(node.evidence, cell(columns.evidence).split(/[；;\n]+/));
  }
}

const nodeOf = (text: string, at: string): Node => ({
  name: text.replace(POINTS, '').replace(LEADING, '').trim() || text,
  at,
  below: [],
  points: POINTS.exec(text)?.[1],
  standard: [],
  departments: [],
  evidence: [],
});

function addNew(to: string[], texts: readonly string[]): void {
  for (const text of texts.map((each) => each.replace(LEADING, '').trim()))
    if (text !== '' && !to.includes(text)) to.push(text);
}

/** The node and all below; who is responsible for a branch is so for its leaves that name nobody. */
function list(node: Node, code: string, heir: readonly string[] = []): PaperIndicator[] {
  const departments = node.departments.length > 0 ? node.departments : heir;
  const { name, points, at, evidence } = node;
  const isLeaf = node.below.length === 0;
  const self = { code, name, points, at, departments, evidence, standard: node.standard.join('\n'), isLeaf };
  const codeOf = (index: number): string => (code.length === 1 ? `${code}${index + 1}` : `${code}.${index + 1}`);
  return [self, ...node.below.flatMap((each, index) => list(each, codeOf(index), departments))];
}
