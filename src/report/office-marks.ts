/**
 * 发文字号, 签发人, 印发日期 and 抄送: what the office gives a paper after it is written. Taken in the forms of GB/T 9704, and
 * where one is not given its place is kept: nothing is invented.
 */
import { parseDate } from '../kernel/index.ts';
import { ReportProblem } from './problems.ts';

export interface OfficeMarks {
  /** `清政函〔2026〕3号` */
  readonly number?: string;
  /** `李明`, or more names parted by 、 */
  readonly signatory?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  /** `市委办公室，市人大常委会办公室` */
  readonly copiesTo?: string;
}

/** Six-corner brackets, the year in full, no 第 and no leading zero. */
const NUMBER = /^\p{Script=Han}{2,12}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u;
export const isDocumentNumber = (text: string): boolean => NUMBER.test(text);
const NAMES = /^[\p{Script=Han}·]{2,12}(?:、[\p{Script=Han}·]{2,12}){0,4}$/u;
const UNITS = /^[\p{Script=Han}（）()、，]{2,200}$/u;

/** Throws `report.numberForm`, `report.signatoryForm`, `report.dateForm`, `report.copiesForm`. */
export function checkOfficeMarks(marks: OfficeMarks): OfficeMarks {
  const { number, signatory, date, copiesTo } = marks;
  if (number !== undefined && !isDocumentNumber(number)) throw ReportProblem.numberForm({ given: number });
  if (signatory !== undefined && !NAMES.test(signatory)) throw ReportProblem.signatoryForm({ given: signatory });
  if (date !== undefined && parseDate(date) === undefined) throw ReportProblem.dateForm({ given: date });
  if (copiesTo !== undefined && !UNITS.test(copiesTo.replace(/。$/, '')))
    throw ReportProblem.copiesForm({ given: copiesTo });
  return marks;
}

/** What a template reads as `@docNumber`, `@signatory`, `@printedOn` and `@copiesTo`. */
export function officeFacts({ number, signatory, date, copiesTo }: OfficeMarks): Readonly<Record<string, string>> {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return {
    docNumber: number ?? '　　〔　　　　〕　　号',
    signatory: signatory ?? '　　　',
    printedOn: date === undefined ? '　　　　年　　月　　日' : `${year}年${month}月${day}日`,
    copiesTo: copiesTo?.replace(/。$/, '') ?? '',
  };
}

const KEPT = [
  ['@docNumber', 'number', '发文字号'],
  ['@signatory', 'signatory', '签发人'],
  ['@printedOn', 'date', '印发日期'],
] as const;

/** Names of the places that a template keeps for the office and that are still open. */
export const openMarks = (formulas: readonly string[], marks: OfficeMarks): readonly string[] =>
  KEPT.flatMap(([fact, field, name]) => (formulas.includes(fact) && marks[field] === undefined ? [name] : []));
