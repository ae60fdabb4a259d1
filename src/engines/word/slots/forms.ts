/**
 * Forms in which blanks are left (reference 10.1): XX, XXX.XX, X(2023)X号, 20XX, **, __, ××, ○○, 某县. A form never
 * fires on X光, XX染色体, 5G, Wi-Fi, 156×225, 二○○八年 or the stars of footnotes.
 *
 * A blank is what one value replaces: 「X(2023)X号」 and 「20__」 are one, 「XXXX年XX月XX日」 is three, because the
 * year and the day of such a date are often known apart.
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
  /** The words hold a mask at all: a whole 〔2020〕1号 is no blank. */
  readonly masked?: RegExp;
}

/** Words of which a Latin X is part. */
const X_WORDS = /^\s?(?:光|射线|形|型|轴|染色体|线(?:片|检查)|坐标|波段|变量|因子|世代|连锁)/;
/** Formulas and names with one X in them: X=3, X、Y, X-ray. */
const X_ALONE = /^(?:\s?[=+<>≤≥^/]|[、,，和与]\s?[YZ]|-[A-Za-z\d])/;
/** Ends of Latin words and model numbers; the X of 「XX-XX」 is neither. */
const LATIN = /(?:[A-Za-z\d_.]|[A-WYZa-wyz\d]-)$/;
const LATIN_WORD = /(?:[A-Za-z]\s|[=+<>≤≥^/]\s?)$/;
const MEASURE =
  /(?=\s?(?:[%％]|[亿万千]?元|万?人(?:次|(?![均员数才口]))|名|所|个|间|项|分|年|月|日|号|省|市|县|区|镇|乡|级))/;
const PLACE = '[省市县区镇乡](?![场域间别民村数均])';

const FORMS: readonly Form[] = [
  // 发文字号 with its year in any bracket, masked whole or in part: one blank.
  {
    pattern:
      /(?:[XxＸｘ×]{1,4}\p{Script=Han}{0,3})?[〔﹝［[(（【](?:(?:19|20)[\dXxＸｘ×_*○]{2}|[XxＸｘ×]{4})[〕﹞］\])）】]\s?第?[\dXxＸｘ×_*○]{1,6}号/gu,
    masked: /[XxＸｘ×_*○]/,
    notAfter: /[A-Za-z\d]$/,
  },
  // 202X年, 20XX-20XX, 20__年
  {
    pattern:
      /(?<![A-Za-z\d])20(?:\d[XxＸｘ×*○_]|[XxＸｘ×*○]{2}|_{2,})(?=$|[年学级届至\-—–~－.)）〕\]］】、，,。；;：:\s])/g,
  },
  // XXX.XX, XX, X.X, X,XXX.XX
  {
    pattern:
      /(?<![A-Za-z\dＸ.])(?:(?:[XＸ]{2,}|X(?=,XXX(?!X)))(?:,XXX(?!X))*(?:[.．][XＸ]+)?|[XＸ][.．][XＸ]+)(?![.．]?[A-Za-z\dＸ])/g,
    notBefore: X_WORDS,
    notAfter: LATIN,
  },
  {
    pattern: /(?<![A-Za-z\dＸ.])[XＸ](?![.．]?[A-Za-z\dＸ])/g,
    notBefore: new RegExp(`${X_WORDS.source}|${X_ALONE.source}`),
    notAfter: new RegExp(`${LATIN.source}|${LATIN_WORD.source}`),
  },
  // xx.xx, xxx; a small letter alone only where a measure follows.
  {
    pattern: /(?<![A-Za-z\dｘ.])(?:[xｘ]{2,}(?:[.．][xｘ]+)?|[xｘ][.．][xｘ]+)(?![.．]?[A-Za-z\dｘ])/g,
    notBefore: X_WORDS,
    notAfter: LATIN,
  },
  { pattern: new RegExp(`(?<![A-Za-z\\dｘ.])[xｘ]${MEASURE.source}`, 'g'), notAfter: LATIN },
  // ×× as letters, never as the sign of multiplication.
  { pattern: /(?<![\d×])(?:×{2,}(?:\.×+)?|×\.×+)(?![\d×])/g, notAfter: /[)）]$/ },
  { pattern: new RegExp(`(?<![\\d×)）])×(?=${PLACE}|[%％月日号])`, 'g') },
  // ○○县; 二○○八年 is a year in words.
  { pattern: /(?<![一二三四五六七八九十百○〇◯])[○〇◯]{2,}(?![一二三四五六七八九十○〇◯])/g },
  { pattern: /[□■]{2,}/g },
  // **, ****个, *%: stars between words. At the head or the end of a paragraph, or before a stop, they mark a footnote.
  { pattern: new RegExp(`(?<![A-Za-z\\d)）*])\\*+(?:\\.\\*+)?${MEASURE.source}`, 'g') },
  { pattern: /(?<=[\p{Script=Han}，。、；：（“,;:(])\*{2,}(?=\p{Script=Han})/gu },
  { pattern: /(?<![A-Za-z\d_])_{2,}(?![A-Za-z\d_])/g },
  { pattern: /某{2,}/g },
  { pattern: new RegExp(`某(?=${PLACE})`, 'g') },
  { pattern: new RegExp(`(?<=^|[^\\p{Script=Han}]|[在对和与由从到向给及是])[甲乙丙丁](?=${PLACE}|校)(?!.级)`, 'gu') },
];

/** Blanks of one text, in order, none inside another; an earlier form keeps its words from the later ones. */
export function findBlanks(text: string): readonly RawBlank[] {
  const found: RawBlank[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, notBefore, notAfter, masked } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      if (masked?.test(words) === false || taken.subarray(start, end).includes(1)) continue;
      if (notBefore?.test(text.slice(end, end + NEAR)) === true) continue;
      if (notAfter?.test(text.slice(Math.max(0, start - NEAR), start)) === true) continue;
      taken.fill(1, start, end);
      found.push({ start, end, text: words });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** No word that says "not a blank" is longer. */
const NEAR = 8;
