/** Reads a form sheet: a row an item, found by its code, or by its name where the code is gone. */
import { printAddress, type Sheet } from '../../engines/sheet/index.ts';
import { type DeptCode, NATURES, type Nature, parseUnit, sameFamily, type Unit } from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/index.ts';
import type { SchemeItem } from '../../scheme/index.ts';
import { FORM_HEADS } from '../heads.ts';
import type { Desk, Shift } from './desk.ts';
import { cellsOf, columnOf, findHead, type Head, textOf } from './head.ts';
import { readAnswer } from './value.ts';

export interface FormReader {
  readonly desk: Desk;
  readonly file: string;
  readonly unit: OrgUnit;
  /** The department whose workbook it is; else each row is its own department's. */
  readonly dept?: DeptCode;
  /** By exact name; undefined for a name two items share. */
  readonly byName: ReadonlyMap<string, SchemeItem | undefined>;
  /** Items this workbook has stated so far. */
  readonly stated: Map<string, string>;
  formulas: number;
}

/** False when the sheet is no form. */
export function readFormSheet(sheet: Sheet, reader: FormReader): boolean {
  const head = findHead(sheet, [FORM_HEADS.now]);
  if (head === undefined) return false;
  const column = (key: keyof typeof FORM_HEADS): number | undefined => columnOf(head, FORM_HEADS[key]);
  const [code, name, now, prior] = [column('code'), column('item'), column('now'), column('prior')];
  if (now === undefined || (code === undefined && name === undefined)) return false;
  const [unit, reason] = [column('unit'), column('reason')];
  const years: [Shift, number, Nature | undefined][] = [[0, now, natureIn(head, now)]];
  if (prior !== undefined) years.push([-1, prior, natureIn(head, prior)]);
  const { desk, file } = reader;
  let asksPrior = false;
  for (const [row, line] of sheet.rows) {
    if (row <= head.row) continue;
    const cells = cellsOf(line);
    const at = (number: number | undefined) => (number === undefined ? undefined : cells.get(number));
    const [rowCode, rowName] = [textOf(at(code)), textOf(at(name))];
    if (rowCode === '' && rowName === '') continue;
    const place = {
      file,
      sheet: sheet.name,
      cell: printAddress({ row, column: code ?? name ?? now }),
      unit: reader.unit.code,
    };
    const item = desk.scheme.items.get(rowCode as SchemeItem['code']) ?? reader.byName.get(rowName);
    if (item === undefined) {
      const filled = textOf(at(now)) !== '' || textOf(at(prior)) !== '';
      if (filled || /^[A-Za-z]\w*$/.test(rowCode))
        desk.tell('collect.row.unknown', 'error', place, { code: rowCode, item: rowName });
      continue;
    }
    if (item.computed !== undefined) continue;
    const earlier = reader.stated.get(item.code);
    if (earlier !== undefined) {
      desk.tell('collect.row.double', 'error', { ...place, item: item.code }, { item: item.name, first: earlier });
      continue;
    }
    reader.stated.set(item.code, `${sheet.name}!${place.cell}`);
    if (item.by[levelOf(reader.unit)] === undefined) {
      if (textOf(at(now)) !== '')
        desk.tell(
          'collect.row.notAsked',
          'warn',
          { ...place, item: item.code },
          { item: item.name, of: reader.unit.name },
        );
      continue;
    }
    const written = unitOf(textOf(at(unit)), item);
    if (written === undefined) {
      desk.tell(
        'collect.unitMismatch',
        'error',
        { ...place, item: item.code },
        { item: item.name, asked: item.unit, got: textOf(at(unit)) },
      );
      continue;
    }
    if (!sameSize(written, item.unit)) {
      desk.tell(
        'collect.unitConverted',
        'hint',
        { ...place, item: item.code },
        { item: item.name, asked: item.unit, got: written },
      );
    }
    asksPrior ||= item.prior;
    const dept = reader.dept ?? item.by[levelOf(reader.unit)];
    const said = textOf(at(reason));
    for (const [shift, number, nature] of years) {
      if (shift === -1 && !item.prior) continue;
      const cell = cells.get(number);
      if (cell?.formula === true) reader.formulas += 1;
      desk.state({
        unit: reader.unit,
        ...(dept === undefined ? {} : { dept }),
        item,
        shift,
        answered: readAnswer(cell?.value, item, written, cell?.formula ?? false),
        writtenUnit: written,
        ...(nature === undefined ? {} : { nature }),
        source: { kind: 'cell', file, sheet: sheet.name, cell: printAddress({ row, column: number }) },
        ...(said === '' || shift === -1 ? {} : { reason: said }),
      });
    }
  }
  if (asksPrior && prior === undefined)
    desk.tell(
      'collect.priorColumn',
      'warn',
      { file, sheet: sheet.name, unit: reader.unit.code },
      { sheet: sheet.name, of: reader.unit.name },
    );
  return true;
}

/** 「本年值（2025 执行数）」 => 执行数. */
const natureIn = (head: Head, column: number): Nature | undefined =>
  NATURES.find((nature) => head.words.get(column)?.includes(nature) === true);

/** The unit a row states, when it is one of the item's family; a blank is the item's own. */
export function unitOf(text: string, item: SchemeItem): Unit | undefined {
  if (text === '') return item.unit;
  const unit = parseUnit(text);
  return unit !== undefined && sameFamily(unit, item.unit) ? unit : undefined;
}

const sameSize = (a: Unit, b: Unit): boolean => a === b || (a === '人' && b === '名') || (a === '名' && b === '人');
