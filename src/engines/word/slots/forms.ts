/**
 * Forms in which blanks are left (reference 10.1): XX, XXX.XX, X(2023)X号, 20XX, **, __, ××, ○○, 某县. A form never
 * fires on X光, XX染色体, 5G, Wi-Fi, 156×225 or the stars of footnotes.
 */
export interface RawBlank {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Form {
  readonly pattern: RegExp;
  /** Not a blank when these words follow or stand before. */
  readonly notBefore?: RegExp;
  readonly notAfter?: RegExp;
}

/** Words of which a Latin X is part. */
const X_WORDS = /^(?:光|射线|形|型|染色体|轴|线(?:片|检查))/;
const LATIN = /[A-Za-z0-9_.-]$/;

const FORMS: readonly Form[] = [
  // 发文字号 with its year in any bracket, masked whole or in part: one blank.
  {
    pattern:
      /[Xx×]{1,4}[\p{Script=Han}]{0,3}[〔﹝[(（【](?:(?:19|20)[\dXx×_]{2}|[Xx×]{4})[〕﹞\])）】]第?[Xx×\d]{1,4}号/gu,
    notAfter: LATIN,
  },
  { pattern: /[〔﹝[(（【](?:20[Xx×_]{2}|[Xx×]{4}|(?:19|20)\d{2})[〕﹞\])）】]第?[Xx×_]{1,4}号/gu },
  // 202X年, 20XX年
  { pattern: /(?<!\d)20\d?[Xx×]{1,2}(?=年|-|—|学年|级|届)/g },
  // XXX.XX, XX, X
  { pattern: /(?<![A-Za-z\d.])X+(?:\.X+)?(?![A-Za-z\d.])/g, notBefore: X_WORDS, notAfter: LATIN },
  // xx.xx元, x所, xxxx人: small letters only where a measure follows.
  {
    pattern: /(?<![A-Za-z\d.])x+(?:\.x+)?(?=\s?(?:%|％|[亿万]?元|万?人次?|名|所|个|间|年|月|日|号|县|市|区|级))/g,
    notAfter: LATIN,
  },
  // ×× as letters, never as the sign of multiplication.
  { pattern: /(?<![\d×])×{1,4}(?:\.×+)?(?![\d×])(?=[\p{Script=Han}%％,，。、；）)]|$)/gu, notAfter: /[\d)）]$/ },
  { pattern: /[○〇◯□■]{2,}/g },
  // **, ****个, *%: stars between words; one alone marks a footnote.
  { pattern: /\*{2,}(?:\.\*+)?/g },
  { pattern: /(?<![\p{Script=Han}\w])\*(?=年|月|日|%|％|所|个|人|名)/gu },
  { pattern: /_{2,}/g },
  { pattern: /某(?=县|市|区|省|镇|乡|学校|单位|局)/g },
  { pattern: /(?<=^|[，。；、在对和与由])[甲乙丙丁](?=县|市|区|校)/gu },
];

/** Blanks of one text, in order, none inside another. */
export function findBlanks(text: string): readonly RawBlank[] {
  const found: RawBlank[] = [];
  for (const { pattern, notBefore, notAfter } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      if (notBefore?.test(text.slice(end)) === true || notAfter?.test(text.slice(0, start)) === true) continue;
      if (!found.some((blank) => start < blank.end && end > blank.start)) found.push({ start, end, text: words });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
