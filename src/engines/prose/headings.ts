/**
 * Numbering of official papers: 一、 （一） 1. （1） (GB/T 9704-2012 7.3.3). Marks are found at the start of a paragraph
 * and, because copied texts lose their line breaks, also behind a sentence or a heading in the middle of one.
 */
import type { HeadingMark } from './contract.ts';
import { parseChineseOrdinal } from './numerals.ts';

const LEVEL_1 = /(?:^|(?<=[。：:）)]))\s*([一二三四五六七八九十]{1,3})(、)(?=[\p{Script=Han}“《])/gu;
const LEVEL_2 =
  /(?:^|(?<=[。；：:\p{Script=Han}”》]))\s*([（(])([一二三四五六七八九十]{1,3})([）)])(?=[\p{Script=Han}“《])/gu;
/** With its dot a number is a mark behind any word: 2.项目建设. */
const BEHIND_WORDS = '(?:^|(?<=[。；\\p{Script=Han}”》]))';
/** A heading may begin with a year: 3.2024年. */
const YEAR = '(?:19|20)\\d{2}\\s?[年—–～至-]';
/**
 * Without one it is a mark only where a sentence begins, or as the first right behind a heading whose line break was lost:
 * （一）保障优先发展1完善体制. In the middle of a sentence it is a number: 新建教学楼6栋.
 */
const BEHIND_STOP = '(?:^|(?<=[。；]))';
const BEHIND_HEADING = '(?<=[（(][一二三四五六七八九十]{1,3}[）)][^。；：\\d（）()]{2,40})(?=1(?!\\d))';
/** Where a sentence begins a number is still one before a word of measure (6名督学), a range (6至12岁) and in 1校1品. */
const MEASURE_WORD =
  '[名所个人县市区月年日次级项件份处起轮台套册家场条批万千百亿元间班倍成岁周天时分号届期类平栋幢座辆支门片亩部种棵笔余多几米吨张位篇块艘架盏只户村镇乡至到]|组(?!织)|大(?!力)|百分点|课时|学时|公[里斤顷]|\\p{Script=Han}\\d';
const LEVEL_3 = new RegExp(
  `${BEHIND_WORDS}\\s*(\\d{1,2})(?!\\d)\\s?[.．、]\\s?(?=[\\p{Script=Han}“《]|${YEAR})|(?:${BEHIND_STOP}|${BEHIND_HEADING})\\s*(\\d{1,2})(?!\\d)(?!${MEASURE_WORD})(?=[\\p{Script=Han}“《])`,
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
    [...text.matchAll(pattern)].map((match) => mark(match, level, Number(match[1] ?? match[2])));
  return [...chinese(1, LEVEL_1, 1), ...chinese(2, LEVEL_2, 2), ...arabic(3, LEVEL_3), ...arabic(4, LEVEL_4)].sort(
    (a, b) => a.start - b.start,
  );
}

function mark(match: RegExpExecArray, level: HeadingMark['level'], number: number): HeadingMark {
  const written = match[0].trim();
  return { start: match.index + match[0].indexOf(written), end: match.index + match[0].length, level, number, written };
}
