/**
 * The seal of a workbook that went out: which task and round it is of, at which edition, and which version of each
 * figure and each record of evidence stood in it. A hidden sheet holds it in plain words with a signature over them, so that a workbook that comes
 * back is known as ours, and what changed here meanwhile is told from what was changed in it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cell, SheetPlan, Workbook } from '../engines/sheet/index.ts';

/** A figure as it stood in the workbook: code of the subject, item, year, version. */
export interface SealedFigure {
  readonly subject: string;
  readonly item: string;
  readonly year: 'now' | 'prior';
  readonly version: number;
}

/** A record of the catalogue as it stood in the workbook: its number, what its row said, its version. */
export interface SealedRecord {
  readonly number: string;
  readonly mark: string;
  readonly version: number;
}

export interface SealFacts {
  readonly round: string;
  readonly task: string;
  readonly edition: number;
  /** Hash of the scheme it was made by. */
  readonly scheme: string;
  /** When it went out, ISO. */
  readonly at: string;
}

/** As read: nothing of it is believed before `holdsSeal`. */
export interface ReadSeal {
  readonly signature: string;
  readonly lines: readonly string[];
  readonly facts: SealFacts;
  readonly figures: readonly SealedFigure[];
  readonly records: readonly SealedRecord[];
}

const RECORD = 'record';
const SEAL_SHEET = 'luzhi-seal';
const FACTS = ['round', 'task', 'edition', 'scheme', 'at'] as const;

const signatureOf = (lines: readonly string[], key: string): string =>
  createHmac('sha256', key).update(lines.join('\n')).digest('hex');

export function sealSheet(
  facts: SealFacts,
  figures: readonly SealedFigure[],
  records: readonly SealedRecord[],
  key: string,
): SheetPlan {
  const rows = [
    ...FACTS.map((name) => [name, String(facts[name])]),
    ...figures.map(({ subject, item, year, version }) => [subject, item, year, String(version)]),
    ...records.map(({ number, mark, version }) => [number, mark, RECORD, String(version)]),
  ];
  const signature = signatureOf(rows.map(lineOf), key);
  return {
    name: SEAL_SHEET,
    hidden: true,
    widths: [20, 70, 8, 8],
    rows: [['seal', signature], ...rows].map((words) =>
      words.map((text) => ({ content: { kind: 'text', text }, look: 'fixed' }) as const),
    ),
    protected: true,
  };
}

const lineOf = (words: readonly string[]): string => words.join('\t');
const wordOf = ({ value }: Cell): string => (value.kind === 'text' || value.kind === 'number' ? value.text : '');

/** Undefined where the sheet is gone or holds something else. */
export function readSeal(book: Workbook): ReadSeal | undefined {
  const sheet = book.sheets.find(({ name }) => name === SEAL_SHEET);
  const [[mark, signature = ''] = [], ...rows] = [...(sheet?.rows.values() ?? [])].map((cells) => cells.map(wordOf));
  if (mark !== 'seal') return undefined;
  const said = new Map(rows.slice(0, FACTS.length).map(([name = '', value = '']) => [name, value]));
  const take = (name: (typeof FACTS)[number]): string => said.get(name) ?? '';
  const listed = rows.slice(FACTS.length);
  return {
    signature,
    lines: rows.map(lineOf),
    facts: {
      round: take('round'),
      task: take('task'),
      edition: Number(take('edition')),
      scheme: take('scheme'),
      at: take('at'),
    },
    figures: listed.flatMap(([subject = '', item = '', year = '', version = '']) =>
      year === RECORD ? [] : [{ subject, item, year: year === 'prior' ? 'prior' : 'now', version: Number(version) }],
    ),
    records: listed.flatMap(([number = '', mark = '', kind = '', version = '']) =>
      kind === RECORD ? [{ number, mark, version: Number(version) }] : [],
    ),
  };
}

/** Whether the seal was made with this key and says what it said then. */
export function holdsSeal({ signature, lines }: ReadSeal, key: string): boolean {
  const [made, given] = [Buffer.from(signatureOf(lines, key)), Buffer.from(signature)];
  return made.length === given.length && timingSafeEqual(made, given);
}
