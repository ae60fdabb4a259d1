/** 佐证材料目录 as a sheet. Several indicators or items stand in one cell, joined by 、. */
import type { CellPlan, SheetPlan } from '../../engines/sheet/index.ts';
import { EVIDENCE_HEADS, EVIDENCE_MODES, EVIDENCE_SHEET } from '../heads.ts';
import { text, typed } from './cells.ts';
import type { CatalogueEntry } from './content.ts';

const SPARE_ROWS = 100;
const HEAD_ROWS = 4;
const WIDTHS = [12, 40, 22, 20, 13, 10, 20, 40, 18, 40];
const COLUMNS = Object.keys(EVIDENCE_HEADS) as (keyof typeof EVIDENCE_HEADS)[];

export function evidenceSheet(line: string, entries: readonly CatalogueEntry[]): SheetPlan {
  const rows = Array.from({ length: entries.length + SPARE_ROWS }, (_, index) => evidenceRow(entries[index]));
  const modes = Object.values(EVIDENCE_MODES);
  const rule = { kind: 'list', choices: modes, says: `请从“${modes.join('、')}”中选择。` } as const;
  return {
    name: EVIDENCE_SHEET,
    widths: WIDTHS,
    rows: [
      [text(EVIDENCE_SHEET, 'title')],
      [text(line, 'note')],
      [text('编号写作 B3.1-01；涉密材料只登记“现场查阅”，不得上传；文件写相对位置，如 佐证/决算批复.pdf。', 'note')],
      COLUMNS.map((column) => text(EVIDENCE_HEADS[column], 'head')),
      ...rows,
    ],
    merges: ['A1:J1', 'A2:J2', 'A3:J3'],
    validations: [{ range: `G${HEAD_ROWS + 1}:G${HEAD_ROWS + rows.length}`, rule }],
    frozenRows: HEAD_ROWS,
    protected: true,
  };
}

const evidenceRow = (entry: CatalogueEntry | undefined): CellPlan[] =>
  COLUMNS.map((column) => {
    const value = entry?.[column];
    const words = column === 'mode' && entry !== undefined ? EVIDENCE_MODES[entry.mode] : value;
    return typed(typeof words === 'object' ? words.join('、') : words, '文字');
  });
