/** A cell's type letter, its raw text and its format, made into a value. */
import { parseDate } from '../../kernel/index.ts';
import type { CellValue } from './contract.ts';
import { readEscapes } from './escapes.ts';
import type { Shown } from './number-format.ts';
import { plainDecimal } from './plain-decimal.ts';
import { dateOfSerial } from './serial.ts';

/** A formula nobody calculated: written by a program and never opened in Excel or WPS. */
export const UNCALCULATED = '#UNCALCULATED!';
/** A number no figure can be: 1e308, or text where a number should stand. */
export const UNREADABLE_NUMBER = '#NUM!';

const EMPTY: CellValue = { kind: 'empty' };

export interface RawCell {
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  readonly raw: string;
  readonly shown: Shown;
  readonly formula: boolean;
}

/** Undefined when a shared string is asked for that the file does not have. */
export function cellValue(cell: RawCell, shared: readonly CellValue[], is1904: boolean): CellValue | undefined {
  const { type, raw } = cell;
  if (type === 'inlineStr' || type === 'str') return raw === '' ? EMPTY : { kind: 'text', text: readEscapes(raw) };
  if (raw === '') return cell.formula ? { kind: 'error', error: UNCALCULATED } : EMPTY;
  if (type === 's') return /^\d+$/.test(raw) ? shared[Number(raw)] : undefined;
  if (type === 'b') return { kind: 'boolean', value: raw === '1' || raw === 'true' };
  if (type === 'e') return { kind: 'error', error: raw };
  if (type === 'd') {
    const date = parseDate(raw.slice(0, 10));
    return date === undefined ? { kind: 'error', error: UNREADABLE_NUMBER } : { kind: 'date', date };
  }
  return numberValue(raw, cell.shown, is1904);
}

function numberValue(raw: string, shown: Shown, is1904: boolean): CellValue {
  const text = plainDecimal(raw.trim());
  if (text === undefined) return { kind: 'error', error: UNREADABLE_NUMBER };
  const date = shown === 'date' ? dateOfSerial(Number(text), is1904) : undefined;
  return date === undefined ? { kind: 'number', text, percent: shown === 'percent' } : { kind: 'date', date };
}
