/**
 * Numbers as people type them into a cell that holds text: full-width digits, thousands commas, spaces copied from a
 * web page, 万 and 亿, a percent sign. What was mended is noted, so that a person can be asked; what is in doubt stays
 * text. The words for "nothing here" are told apart, because missing is not zero and none is not missing.
 */
import { plainDecimal } from './plain-decimal.ts';

export type NumberNote = 'fullwidth' | 'thousands' | 'spaces' | 'wan' | 'yi' | 'percent';

export type NumberText =
  /** `text` is a plain decimal as typed: `12.5` for `12.5%`, `3` for `3亿`; scale and percent are told, not applied. */
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly notes: readonly NumberNote[];
      readonly scale?: '万' | '亿';
      readonly percent: boolean;
    }
  /** Empty, or a dash or stroke that stands for "not filled". */
  | { readonly kind: 'missing' }
  /** 无: there are none. */
  | { readonly kind: 'none' }
  /** 不适用. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'text' };

// Spaces of every width, zero-width ones and the byte order mark, which web pages and PDFs leave behind.
const SPACES = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/gu;
const FULL_WIDTH = /[０-９．，％＋－]/gu;
const MISSING = /^[-—–―－─_/／\\…]{0,8}$/u;
const NOT_APPLICABLE: ReadonlySet<string> = new Set(['不适用', '不涉及', 'N/A', 'n/a', 'NA']);
const TYPED = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:[eE][+-]?\d{1,4})?([万亿]?)(%?)$/u;
/** Longest text worth looking at; no number is longer. */
const LENGTH_LIMIT = 80;

export function parseNumberText(typed: string): NumberText {
  if (typed.length > LENGTH_LIMIT) return { kind: 'text' };
  const notes: NumberNote[] = [];
  const trimmed = typed.replace(SPACES, ' ').trim();
  if (MISSING.test(trimmed)) return { kind: 'missing' };
  if (trimmed === '无') return { kind: 'none' };
  if (NOT_APPLICABLE.has(trimmed)) return { kind: 'not-applicable' };
  // A space may part thousands or stand before a unit; between other digits it may part two numbers.
  const joined = trimmed.replace(/ (?=\d{3}(?!\d))| (?=[万亿%％])/gu, '');
  if (joined !== typed) notes.push('spaces');
  const narrow = joined.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (narrow !== joined) notes.push('fullwidth');
  const match = TYPED.exec(narrow);
  if (match === null) return { kind: 'text' };
  const [, , , , scale, percent] = match;
  if (narrow.includes(',')) notes.push('thousands');
  if (scale === '万') notes.push('wan');
  if (scale === '亿') notes.push('yi');
  if (percent === '%') notes.push('percent');
  if (scale !== '' && percent !== '') return { kind: 'text' };
  const text = plainDecimal(narrow.replace(/[,万亿%]/gu, ''));
  if (text === undefined) return { kind: 'text' };
  return {
    kind: 'number',
    text,
    notes,
    ...(scale === '万' || scale === '亿' ? { scale } : {}),
    percent: percent === '%',
  };
}
