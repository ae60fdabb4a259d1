/** Reads 佐证材料目录: one row a record, linked to indicators and items. */
import type { Sheet } from '../../engines/sheet/index.ts';
import type { EvidenceRecord } from '../contract.ts';
import { EVIDENCE_HEADS, EVIDENCE_MODES } from '../heads.ts';
import type { FormReader } from './form-sheet.ts';
import { cellsOf, columnOf, findHead, listOf, textOf } from './head.ts';
import { dateOf } from './ledger-cell.ts';

const MODES: ReadonlyMap<string, EvidenceRecord['mode']> = new Map([
  [EVIDENCE_MODES.upload, 'upload'],
  [EVIDENCE_MODES.pages, 'pages'],
  [EVIDENCE_MODES.onsite, 'onsite'],
]);

/** False when the sheet is no catalogue. */
export function readEvidenceSheet(
  sheet: Sheet,
  reader: FormReader,
  files: { has(file: string): boolean; hashOf(file: string): string | undefined },
): boolean {
  const head = findHead(sheet, [EVIDENCE_HEADS.number, EVIDENCE_HEADS.title]);
  if (head === undefined) return false;
  const columns = Object.entries(EVIDENCE_HEADS).map(([key, word]) => [key, columnOf(head, word)] as const);
  for (const [row, line] of sheet.rows) {
    if (row <= head.row) continue;
    const cells = cellsOf(line);
    const said = new Map(columns.map(([key, column]) => [key, column === undefined ? '' : textOf(cells.get(column))]));
    const take = (key: keyof typeof EVIDENCE_HEADS): string => said.get(key) ?? '';
    if (take('number') === '' && take('title') === '') continue;
    const place = { file: reader.file, sheet: sheet.name, cell: `A${row}`, unit: reader.unit.code };
    const { file: path, docNumber, issuer, pages } = Object.fromEntries(said);
    const file = path?.replaceAll('\\', '/');
    const sha256 = file === undefined || file === '' ? undefined : files.hashOf(file);
    if (file !== undefined && file !== '' && !files.has(file)) {
      reader.desk.tell('collect.evidence.fileMissing', 'warn', place, { number: take('number'), path: file });
    }
    const typed = take('date');
    const date = dateOf(typed);
    if (typed !== '' && date === undefined)
      reader.desk.tell('collect.evidence.date', 'warn', place, { number: take('number'), typed });
    reader.desk.evidence.push({
      number: take('number'),
      title: take('title'),
      ...given('docNumber', docNumber),
      ...given('issuer', issuer),
      ...given('date', date),
      ...given('pages', pages),
      mode: MODES.get(take('mode')) ?? 'upload',
      ...given('file', file),
      ...given('sha256', sha256),
      unit: reader.unit.code,
      indicators: listOf(take('indicators')),
      items: listOf(take('items')),
      at: place,
    });
  }
  return true;
}

const given = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [P in K]: string });
