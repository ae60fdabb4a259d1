/** TM-1 year ranges, TM-3 stale years, TM-4 impossible dates, TX-9 the dash of a range. */
import { findDates, findMonths, findYearRanges, findYears } from '../../../engines/prose/index.ts';
import { parseDate } from '../../../kernel/index.ts';
import { finding, perParagraph, type Rule } from '../document.ts';

export const yearRanges: Rule = perParagraph((paragraph) =>
  findYearRanges(paragraph.text).flatMap((range) => {
    const data = { from: range.from, to: range.to };
    if (range.from === range.to) return [finding('TM-1', paragraph, range, { ...data, fault: 'equal' })];
    if (range.to < range.from) return [finding('TM-1', paragraph, range, { ...data, fault: 'backwards' })];
    if (range.joint === '') return [finding('TM-1', paragraph, range, { ...data, fault: 'dash' })];
    if (range.joint === '－') return [finding('TX-9', paragraph, range, { ...data, joint: range.joint })];
    return ['—', '至', '到'].includes(range.joint)
      ? []
      : [finding('TX-9', paragraph, range, { ...data, joint: range.joint }, 'hint')];
  }),
);

/** 「5-8%」: ranges of numbers take the wave, and so is none taken for a minus. */
const NUMBER_RANGE =
  /(?<![\d.A-Za-z〔（(-])(\d{1,4}(?:\.\d+)?)([%％]?)[-－–](\d{1,4}(?:\.\d+)?)([%％]|个?百分点|万?人|万元|亿元|名|所|岁|倍)/g;

export const numberRanges: Rule = perParagraph((paragraph) =>
  [...paragraph.text.matchAll(NUMBER_RANGE)].map((match) => {
    const [whole, from = '', percent = '', to = '', unit = ''] = match;
    const first = percent === '' && /^[%％]$/.test(unit) ? `${from}%` : `${from}${percent}`;
    const span = { start: match.index, end: match.index + whole.length };
    return finding('TX-9', paragraph, span, { from: first, to: `${to}${unit}`, of: 'numbers' }, 'hint');
  }),
);

/** Words that tie an older year to the past on purpose. */
const LOOKING_BACK = /上年|比|较|以来|自|从|起|届|级|—|至|同期|《|印发|出台|被|获|荣|曾|届|基期|年版|学年/;

/** 「由2020年的5.10万人增加到」: where something began. */
const STARTING_FROM = /由[^，。；]{0,8}$/;

/** 「2023年79.4亿元、2024年82.85亿元、2025年83.35亿元」: every year up to the report's, one after the other. */
const inSeries = (from: number, to: number, sentence: string): boolean =>
  Array.from({ length: to - from }, (_, step) => from + step + 1).every((next) => sentence.includes(`${next}年`));

/** Two years before the report's and older, in a sentence that speaks of the present. */
export const staleYears: Rule = perParagraph((paragraph, { year }) => {
  if (year === undefined || paragraph.inTable) return [];
  const ranges = findYearRanges(paragraph.text);
  return findYears(paragraph.text).flatMap((mention) => {
    const before = paragraph.text.slice(0, mention.start);
    const inRange = ranges.some(({ start, end }) => mention.start >= start && mention.end <= end);
    const inNumber = /[〔﹝[(（【]$/.test(before);
    const context = paragraph.text.slice(Math.max(0, mention.start - 8), mention.end + 8);
    const sentence = paragraph.sentences.find(({ start, end }) => mention.start >= start && mention.end <= end);
    if (mention.year >= year - 1 || inRange || inNumber || LOOKING_BACK.test(context) || STARTING_FROM.test(before))
      return [];
    if (inSeries(mention.year, year, sentence?.text ?? '')) return [];
    return [finding('TM-3', paragraph, { start: mention.start, end: mention.end + 1 }, { stated: mention.year, year })];
  });
});

export const impossibleDates: Rule = perParagraph((paragraph) => [
  ...findDates(paragraph.text).flatMap((date) => {
    // A leap year stands in where none is written, so 2月29日 alone is possible.
    const text = `${date.year ?? 2024}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
    return parseDate(text) === undefined ? [finding('TM-4', paragraph, date, {})] : [];
  }),
  ...findMonths(paragraph.text).flatMap((mention) =>
    mention.month >= 1 && mention.month <= 12 ? [] : [finding('TM-4', paragraph, mention, {})],
  ),
]);

/** CM-4: 「截至7月」 beside full-year money in one sentence. */
export const mixedAsOf: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    const part = /截至\d{1,2}月(?!\d|3[01]日|底)/.exec(sentence.text);
    const whole = /全年|20\d{2}年(?!\d{1,2}月)/.exec(sentence.text);
    if (part === null || whole === null || part[0] === '截至12月') return [];
    return [
      finding(
        'CM-4',
        paragraph,
        { start: sentence.start + part.index, end: sentence.start + part.index + part[0].length },
        { part: part[0], whole: whole[0] },
      ),
    ];
  }),
);
