/**
 * Who a workbook says it is. It stands three times, since programs lose things: as custom properties, in a hidden
 * sheet, and in a line people read. What is missing in one is looked for in the next.
 */
import type { Sheet, SheetPlan, Workbook } from '../engines/sheet/index.ts';
import { parseKind, type UnitKind } from '../org/on-files.ts';
import { FORM_HEADS, SCHOOL_SHEET } from './heads.ts';

/** `forms`: forms, ledgers and catalogue of a unit or department; `schools`: the school list of a unit. */
export type WorkbookPart = 'forms' | 'schools';

export interface Identity {
  readonly scheme: string;
  readonly version: string;
  readonly hash: string;
  /** Code of the unit; its name where only the line is left. */
  readonly unit: string;
  /** Name and kind of the unit, for folders without a register. */
  readonly name?: string;
  readonly kind?: UnitKind;
  readonly dept?: string;
  readonly year: number;
  readonly part: WorkbookPart;
  /** The unit named in the line people read, where the line is there. */
  readonly lineUnit?: string;
}

const IDENTITY_SHEET = 'luzhi';
const KEYS = ['scheme', 'version', 'hash', 'unit', 'name', 'kind', 'dept', 'year', 'part'] as const;

export function identityProperties(identity: Identity): Readonly<Record<string, string>> {
  return Object.fromEntries(
    KEYS.flatMap((key) => (identity[key] === undefined ? [] : [[`luzhi.${key}`, String(identity[key])]])),
  );
}

export const identitySheet = (identity: Identity): SheetPlan => ({
  name: IDENTITY_SHEET,
  hidden: true,
  widths: [20, 70],
  rows: Object.entries(identityProperties(identity)).map((pair) =>
    pair.map((words) => ({ content: { kind: 'text', text: words }, look: 'fixed' }) as const),
  ),
  protected: true,
});

/** `单位：云屏县　　评价年度：2025　　方案：duty-2025　　版本：1` */
export function identityLine(identity: Identity, names: { readonly unit: string; readonly dept?: string }): string {
  const words = [
    ['单位', names.unit],
    ['部门', names.dept],
    ['评价年度', String(identity.year)],
    ['方案', identity.scheme],
    ['版本', identity.version],
  ];
  return words.flatMap(([key, value]) => (value === undefined ? [] : [`${key}：${value}`])).join('　　');
}

/** Undefined for a workbook that says of neither unit nor year. */
export function readIdentity(book: Workbook): Identity | undefined {
  const said = new Map<string, string>();
  for (const [key, value] of [...hiddenPairs(book), ...Object.entries(book.properties)]) said.set(key, value.trim());
  const line = lineOf(book);
  const take = (key: (typeof KEYS)[number], word: string): string | undefined => {
    const value = said.get(`luzhi.${key}`) ?? line.get(word);
    return value === '' ? undefined : value;
  };
  const [unit, year] = [take('unit', '单位'), take('year', '评价年度')];
  if (unit === undefined || year === undefined || !YEAR.test(year)) return undefined;
  const dept = take('dept', '部门');
  const lineUnit = line.get('单位');
  const [name, kind] = [take('name', '单位'), parseKind(take('kind', '类型') ?? '')];
  return {
    scheme: take('scheme', '方案') ?? '',
    version: take('version', '版本') ?? '',
    hash: take('hash', '校验') ?? '',
    unit,
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(dept === undefined ? {} : { dept }),
    year: Number(year.slice(0, 4)),
    part: partOf(said.get('luzhi.part'), book),
    ...(lineUnit === undefined ? {} : { lineUnit }),
  };
}

/** Where nothing says it any more, the title of its sheet shows a school list. */
function partOf(said: string | undefined, book: Workbook): WorkbookPart {
  if (said !== undefined) return said === 'schools' ? 'schools' : 'forms';
  const titled = book.sheets.some(
    (sheet) =>
      sheet.name.startsWith(SCHOOL_SHEET) ||
      (sheet.rows.get(1) ?? []).some(({ value }) => value.kind === 'text' && value.text.startsWith(SCHOOL_SHEET)),
  );
  return titled ? 'schools' : 'forms';
}

function hiddenPairs(book: Workbook): [string, string][] {
  const sheet = book.sheets.find(({ name }) => name === IDENTITY_SHEET);
  return [...(sheet?.rows.values() ?? [])].flatMap((cells): [string, string][] => {
    const [key, value] = cells.map(({ value }) => (value.kind === 'text' || value.kind === 'number' ? value.text : ''));
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
}

/** The evaluation year in the line of one sheet, which may have come from another year's workbook. */
export function sheetYear(sheet: Sheet): number | undefined {
  for (const line of headLines(sheet))
    for (const [key, value] of line) if (key === '评价年度' && YEAR.test(value)) return Number(value.slice(0, 4));
  return undefined;
}

const LINE_ROWS = 12;
const YEAR = /^\d{4}年?$/u;
const WORD = /^(单位|部门|评价年度|方案|版本)[：:](.+)$/u;

function lineOf(book: Workbook): Map<string, string> {
  const words = new Map<string, string>();
  for (const sheet of book.sheets)
    for (const line of headLines(sheet)) for (const [key, value] of line) words.set(key, value);
  return words;
}

function* headLines(sheet: Sheet): Generator<[string, string][]> {
  for (const [row, cells] of sheet.rows) {
    if (row > LINE_ROWS) return;
    for (const { value } of cells) {
      if (value.kind !== 'text' || value.text === FORM_HEADS.unit) continue;
      yield value.text.split(/[\s　]+/u).flatMap((piece): [string, string][] => {
        const match = WORD.exec(piece);
        return match?.[1] === undefined || match[2] === undefined ? [] : [[match[1], match[2]]];
      });
    }
  }
}
