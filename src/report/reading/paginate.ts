/**
 * A report laid on A4 pages as GB/T 9704 sets it: 22 lines of 28 characters. Counted, not measured, so that pages are
 * the same in every browser and known before anything is drawn. Word has the last say; the reader tells so.
 */
import type { Block, ParagraphBlock, Run, TableBlock } from '../../engines/word/index.ts';
import { fillOf, LINES, linesOf, linesOfRow, textOf } from './measure.ts';

/** A block, or a part of one, as it stands on a page. */
export type PagePiece =
  | (ParagraphBlock & {
      /** Offset of its first character in the whole paragraph. */
      readonly from: number;
      /** Goes on from the page before. */
      readonly continued: boolean;
    })
  | (TableBlock & { readonly continued: boolean });

export interface Page {
  /** From 1. */
  readonly no: number;
  readonly pieces: readonly PagePiece[];
  /** One of the pages behind the report itself. */
  readonly attachment: boolean;
}

/** Fewer lines of a paragraph are not left alone at the foot of a page. */
const FEWEST_LINES = 2;

export function paginate(blocks: readonly Block[]): readonly Page[] {
  const paper = new Paper();
  for (const block of blocks) {
    if (block.kind === 'table') putTable(block, paper);
    else putParagraph(block, paper);
  }
  return paper.pages;
}

/** Pages being filled. */
class Paper {
  readonly pages: { no: number; pieces: PagePiece[]; attachment: boolean }[] = [
    { no: 1, pieces: [], attachment: false },
  ];
  left = LINES;

  get isFresh(): boolean {
    return this.pages.at(-1)?.pieces.length === 0;
  }

  turn(attachment = this.pages.at(-1)?.attachment ?? false): void {
    this.pages.push({ no: this.pages.length + 1, pieces: [], attachment });
    this.left = LINES;
  }

  put(piece: PagePiece, lines: number): void {
    this.pages.at(-1)?.pieces.push(piece);
    this.left -= lines;
  }
}

function putParagraph(block: ParagraphBlock, paper: Paper): void {
  const opens = /^附件?\s?\d*$/.test(textOf(block.runs).trim());
  if (block.newPage === true && !paper.isFresh) paper.turn(opens ? true : undefined);
  let rest = block;
  let from = 0;
  for (;;) {
    const continued = from > 0;
    const lines = linesOf(rest, continued);
    // A heading stays with a line of what it heads.
    if (lines + (rest.level === undefined ? 0 : 1) <= paper.left || (paper.isFresh && rest.level !== undefined)) {
      paper.put({ ...rest, from, continued }, lines);
      return;
    }
    const room = Math.floor(paper.left);
    if (rest.level !== undefined || room < FEWEST_LINES) {
      paper.turn();
      continue;
    }
    const [head, tail] = splitRuns(rest.runs, fillOf(rest, room, continued));
    if (head.length > 0) paper.put({ ...rest, runs: head, from, continued }, room);
    from += textOf(head).length;
    rest = { ...rest, runs: tail };
    paper.turn();
  }
}

/** Up to `at` characters; a figure is never cut in two, it goes over whole. */
function splitRuns(runs: readonly Run[], at: number): readonly [readonly Run[], readonly Run[]] {
  let left = at;
  for (const [index, run] of runs.entries()) {
    const text = typeof run === 'string' ? run : run.text;
    if (text.length <= left) {
      left -= text.length;
      continue;
    }
    // A figure longer than a page's rest that stands first is taken all the same: it must stand somewhere.
    if (typeof run !== 'string') {
      const whole = index === 0 ? 1 : index;
      return [runs.slice(0, whole), runs.slice(whole)];
    }
    const words = left === 0 ? [] : [run.slice(0, left)];
    return [
      [...runs.slice(0, index), ...words],
      [run.slice(left), ...runs.slice(index + 1)],
    ];
  }
  return [runs, []];
}

/** As many rows as fit, page after page, its head on each. */
function putTable({ rows }: TableBlock, paper: Paper): void {
  const heads = rows.filter(({ head }) => head);
  const headLines = heads.reduce((sum, row) => sum + linesOfRow(row), 0);
  let open: TableBlock['rows'][number][] = [];
  let lines = headLines;
  let continued = false;
  const close = (): void => {
    if (open.length > 0) paper.put({ kind: 'table', rows: [...heads, ...open], continued }, lines);
    [open, lines, continued] = [[], headLines, continued || open.length > 0];
  };
  for (const row of rows.filter(({ head }) => !head)) {
    const need = linesOfRow(row);
    if (lines + need > paper.left && !(open.length === 0 && paper.isFresh)) {
      close();
      paper.turn();
    }
    open.push(row);
    lines += need;
  }
  close();
}
