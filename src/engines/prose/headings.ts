/**
 * Numbering of official papers: 一、 （一） 1. （1） (GB/T 9704-2012 7.3.3). Marks are found at the start of a paragraph
 * and, because copied texts lose their line breaks, also behind a sentence or a heading in the middle of one.
 */
import type { HeadingMark } from './contract.ts';
import { parseChineseOrdinal } from './numerals.ts';

const LEVEL_1 = /(?:^|(?<=[。：:）)]))\s*([一二三四五六七八九十]{1,3})(、)(?=[\p{Script=Han}“《])/gu;
const LEVEL_2 =
  /(?:^|(?<=[。；：:\p{Script=Han}”》]))\s*([（(])([一二三四五六七八九十]{1,3})([）)])(?=[\p{Script=Han}“《])/gu;
/** A digit without a dot before a word of measure is a number, not a mark: 配督学6名. With its dot it is one: 2.项目建设. */
const MEASURE_WORD =
  '[名所个人县市区月年日次级项件份处起轮台套册家场条批万亿元间班倍成岁周天时分号届期类]|百分点|课时|学时';
/** A heading may begin with a year: 3.2024年. */
const YEAR = '(?:19|20)\\d{2}\\s?[年—–～至-]';
const LEVEL_3 = new RegExp(
  `(?:^|(?<=[。\\p{Script=Han}”》]))\\s*(\\d{1,2})(?!\\d)(?:\\s?[.．、]\\s?(?=[\\p{Script=Han}“《]|${YEAR})|(?!${MEASURE_WORD})(?=[\\p{Script=Han}“《]))`,
  'gu',
);
const LEVEL_4 = /(?:^|(?<=[。；]))\s*[（(](\d{1,2})[）)](?=[\p{Script=Han}“《])/gu;

export function findHeadingMarks(text: string): readonly HeadingMark[] {
  const chinese = (level: 1 | 2, pattern: RegExp, group: number): HeadingMark[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const number = parseChineseOrdinal(match[group] ?? '');
      return number === undefined ? [] : [mark(match, level, number)];
    });
  const arabic = (level: 3 | 4, pattern: RegExp): HeadingMark[] =>
    [...text.matchAll(pattern)].map((match) => mark(match, level, Number(match[1])));
  return [...chinese(1, LEVEL_1, 1), ...chinese(2, LEVEL_2, 2), ...arabic(3, LEVEL_3), ...arabic(4, LEVEL_4)].sort(
    (a, b) => a.start - b.start,
  );
}

function mark(match: RegExpExecArray, level: HeadingMark['level'], number: number): HeadingMark {
  const written = match[0].trim();
  return { start: match.index + match[0].indexOf(written), end: match.index + match[0].length, level, number, written };
}
