/** TM-1 year ranges, TM-3 stale years, TM-4 impossible dates, TX-9 the dash of a range. */
import { findDates, findYearRanges, findYears } from '../../../engines/prose/index.ts';
import { parseDate } from '../../../kernel/index.ts';
import { finding, perParagraph, type Rule } from '../document.ts';

export const yearRanges: Rule = perParagraph((paragraph) =>
  findYearRanges(paragraph.text).flatMap((range) => {
    const data = { from: range.from, to: range.to };
    if (range.from === range.to) return [finding('TM-1', 'error', paragraph, range, { ...data, fault: 'equal' })];
    if (range.to < range.from) return [finding('TM-1', 'error', paragraph, range, { ...data, fault: 'backwards' })];
    if (range.joint === '') return [finding('TM-1', 'error', paragraph, range, { ...data, fault: 'dash' })];
    if (range.joint === '－') return [finding('TX-9', 'error', paragraph, range, { ...data, joint: range.joint })];
    return ['—', '至', '到'].includes(range.joint)
      ? []
      : [finding('TX-9', 'hint', paragraph, range, { ...data, joint: range.joint })];
  }),
);

/** Words that tie an older year to the past on purpose. */
const LOOKING_BACK = /上年|比|较|以来|自|从|起|届|级|—|至|同期|《|印发|出台|被|获|荣|曾|届|基期|年版|学年/;

/** Two years before the report's and older, in a sentence that speaks of the present. */
export const staleYears: Rule = perParagraph((paragraph, { year }) => {
  if (year === undefined || paragraph.inTable) return [];
  const ranges = findYearRanges(paragraph.text);
  return findYears(paragraph.text).flatMap((mention) => {
    const inRange = ranges.some(({ start, end }) => mention.start >= start && mention.end <= end);
    const inNumber = /[〔﹝[(（【]$/.test(paragraph.text.slice(0, mention.start));
    const context = paragraph.text.slice(Math.max(0, mention.start - 8), mention.end + 8);
    if (mention.year >= year - 1 || inRange || inNumber || LOOKING_BACK.test(context)) return [];
    return [
      finding(
        'TM-3',
        'warn',
        paragraph,
        { start: mention.start, end: mention.end + 1 },
        { stated: mention.year, year },
      ),
    ];
  });
});

export const impossibleDates: Rule = perParagraph((paragraph) =>
  findDates(paragraph.text).flatMap((date) => {
    // A leap year stands in where none is written, so 2月29日 alone is possible.
    const text = `${date.year ?? 2024}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
    return parseDate(text) === undefined ? [finding('TM-4', 'error', paragraph, date, {})] : [];
  }),
);

/** CM-4: 「截至7月」 beside full-year money in one sentence. */
export const mixedAsOf: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    const part = /截至\d{1,2}月(?!\d|3[01]日|底)/.exec(sentence.text);
    const whole = /全年|20\d{2}年(?!\d{1,2}月)/.exec(sentence.text);
    if (part === null || whole === null || part[0] === '截至12月') return [];
    return [
      finding(
        'CM-4',
        'warn',
        paragraph,
        { start: sentence.start + part.index, end: sentence.start + part.index + part[0].length },
        { part: part[0], whole: whole[0] },
      ),
    ];
  }),
);
