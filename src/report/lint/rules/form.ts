/** TX-4 document numbers, TX-5 length, TX-8 one province's phrases, TM-2 years of document numbers, UN-7 digits and punctuation. */
import { findDocumentNumbers } from '../../../engines/prose/index.ts';
import type { WordParagraph } from '../../../engines/word/index.ts';
import { printDecimal } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule } from '../document.ts';
import { numberOf, phrasesOf, type Settings } from '../settings.ts';

export const documentNumbers: Rule = perParagraph((paragraph) =>
  findDocumentNumbers(paragraph.text).flatMap((number) => {
    const right = `${number.agency}〔${number.year}〕${number.serial.replace(/^0+(?=\d)/, '')}号`;
    const brackets = number.open !== '〔' || number.close !== '〕';
    const zero = /^0\d/.test(number.serial);
    if (!brackets && number.ordinal === '' && !zero) return [];
    return [finding('TX-4', paragraph, number, { right, fault: brackets ? 'brackets' : zero ? 'zero' : 'ordinal' })];
  }),
);

/** 字数 as Word and WPS count it: each Chinese character or mark is one, each run of Latin letters and digits is one. */
export const wordCount = (text: string): number => (text.match(/[\w.%:/+-]+|[^\s\w]/g) ?? []).length;

type Countable = Pick<LintParagraph, 'text' | 'inTable'>;

const isAttachment = ({ text }: Countable): boolean => /^附件[\d：:\s]/.test(text.trim());

/** What is counted: the report's own text, without tables, attachments and the mark of a draft, which goes before it does. */
const counted = <T extends Countable>(paragraphs: readonly T[]): readonly T[] => {
  const end = paragraphs.findIndex((paragraph, index) => index > 0 && isAttachment(paragraph));
  return paragraphs
    .slice(0, end === -1 ? undefined : end)
    .filter(({ inTable, text }) => !inTable && !text.startsWith('【草稿】'));
};

const countWords = (paragraphs: readonly Countable[]): number =>
  counted(paragraphs).reduce((sum, { text }) => sum + wordCount(text), 0);

/** 字数 of a report without its tables and attachments. */
export const wordsOf = (paragraphs: readonly WordParagraph[]): number =>
  countWords(paragraphs.map(({ text, table }) => ({ text, inTable: table !== undefined })));

/** 国教督办函〔2018〕16号: 自评报告不超过5000字; a scheme may set its own. */
export const lengthLimit = (settings: Settings): number => Number(printDecimal(numberOf(settings, 'TX-5', 'most'), 0));

export const length: Rule = ({ paragraphs, settings }) => {
  const count = countWords(paragraphs);
  const limit = lengthLimit(settings);
  const [first] = counted(paragraphs);
  if (count <= limit || first === undefined) return [];
  return [finding('TX-5', first, { start: 0, end: Math.min(20, first.text.length) }, { count, limit })];
};

/** Words of one province's politics, which a text copied from there brings along. */
export const localPhrases: Rule = ({ paragraphs, settings }) => {
  const phrases = phrasesOf(settings, 'TX-8', 'words').map(escapeRegExp);
  if (phrases.length === 0) return [];
  const pattern = new RegExp(`“?(?:${phrases.join('|')})”?`, 'g');
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(pattern)].map((match) =>
      finding('TX-8', paragraph, { start: match.index, end: match.index + match[0].length }, { phrase: match[0] }),
    ),
  );
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const HALF_WIDTH = /(?<=[\p{Script=Han}”》）])[,;:!?](?=[\p{Script=Han}“《（])/gu;
const FULL_DIGITS = /[０-９]+(?:[．，][０-９]+)*/g;
const SPACED = /\d[ \u00a0]+(?=(?:亿元|万元|元|万?人次?|名|所|个|间|%))/g;

/** 「17 193人」: thousands set apart by spaces. */
const SPLIT = /(?<![\d.])\d{1,3}(?:[ \u00a0]\d{3})+(?=[ \u00a0]?(?:亿元|万元|元|万?人次?|万?名|所|个|间|份|册|台|件))/g;

/** One hint a paragraph and kind, with the count: four half-width commas are one piece of work. */
export const typing: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : (
        [
          ['punctuation', HALF_WIDTH],
          ['digits', FULL_DIGITS],
          ['spaces', SPACED],
          ['split', SPLIT],
        ] as const
      ).flatMap(([fault, pattern]) => {
        const matches = [...paragraph.text.matchAll(pattern)];
        const [first] = matches;
        return first === undefined
          ? []
          : [
              finding(
                'UN-7',
                paragraph,
                { start: first.index, end: first.index + first[0].length },
                { fault, count: matches.length },
              ),
            ];
      }),
);

/** TM-2: the notice the report answers is of the report's year or the one after; an older one is last year's text. */
export const noticeYear: Rule = perParagraph((paragraph, { year }) => {
  if (year === undefined || !/评价方案|自评|自查/.test(paragraph.text)) return [];
  return findDocumentNumbers(paragraph.text).flatMap((number) => {
    const stated = Number(number.year);
    return Number.isNaN(stated) || stated === year || stated === year + 1
      ? []
      : [finding('TM-2', paragraph, number, { stated, year })];
  });
});
