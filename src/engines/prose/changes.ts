/** Growth and difference statements: the word, the direction and the number it governs; levels moved from and to. */
import type { ChangeMention, MoveMention, NumberMention } from './contract.ts';

const UP = ['增长', '增加', '提高', '上升', '提升', '增幅', '净增', '扩大', '增支', '增收', '增投', '增招'];
const DOWN = ['下降', '减少', '降低', '回落', '降幅', '缩小', '压减', '净减', '减支', '减收'];
const WORD = new RegExp(`(${[...UP, ...DOWN].join('|')})(?:了|到|为|达|约|近)?$`);

/** 「较上年多投入」, 「比上年少」, 「比上年扩招」: more or less than a year that is named. */
const COMPARED =
  /[比较](?:上一?年|去年|前年|(?:19|20)\d{2}年)(?:同期|度)?((?:多|少)(?:出|投入|投|安排|支出|支付|下达|招聘|招收|招生|招|收|发放|拨付|培训|资助|建成|建)?了?|新增|扩招)$/;

/** 增加到, 提高到 give the new level, not the change. */
const LEVEL = /(?:到|至)$/;
const RESTATED = /同口径|可比口径|剔除/;
/** 年均增长: compound growth a year, over as many years as lie between the two levels. */
const YEARLY = /年均$|年平均$|每年平均$|年复合$/;

/** Characters before a number in which its word stands. */
const WORD_MOST = 6;
const COMPARED_MOST = 16;

interface Word {
  readonly word: string;
  readonly start: number;
}

function wordBefore(text: string, end: number): Word | undefined {
  const before = text.slice(Math.max(0, end - WORD_MOST), end);
  if (LEVEL.test(before)) return undefined;
  const [whole = '', word] = WORD.exec(before) ?? [];
  if (word !== undefined) return { word, start: end - whole.length };
  if (!/[多少增招]/.test(before)) return undefined;
  const compared = COMPARED.exec(text.slice(Math.max(0, end - COMPARED_MOST), end))?.[1];
  return compared === undefined ? undefined : { word: compared, start: end - compared.length };
}

/** `numbers` of the same text; a word governs the number right behind it. */
export function findChanges(text: string, numbers: readonly NumberMention[]): readonly ChangeMention[] {
  return numbers.flatMap((by) => {
    if (by.kind === 'year' || by.kind === 'bare') return [];
    const found = wordBefore(text, by.start);
    if (found === undefined) return [];
    const { word, start } = found;
    const context =
      text
        .slice(Math.max(0, start - 12), start)
        .split(/[，,；。]/)
        .at(-1) ?? '';
    return [
      {
        start,
        end: by.end,
        word,
        direction: directionOf(word),
        by,
        restated: RESTATED.test(context),
        yearly: YEARLY.test(context),
      },
    ];
  });
}

const FROM = /[由从][^，,；。]{0,12}$/;
const TO = new RegExp(
  `^[^，,；。\\d]{0,6}?(${[...UP, ...DOWN, '增', '升', '提', '降', '减'].join('|')})(?:到了?|至|为)(?:(?:19|20)\\d{2}年(?:底|末|度)?的?)?$`,
);

/** 「由82.85亿元增加到86.42亿元」, 「从98%提高到2025年的99%」, 「由100降至90」: two numbers of one kind side by side. */
export function findMoves(text: string, numbers: readonly NumberMention[]): readonly MoveMention[] {
  const levels = numbers.flatMap((number) => {
    const end = endOfLevel(text, number);
    return number.kind === 'year' || end === undefined ? [] : [{ number, end }];
  });
  return levels.flatMap(({ number: to }, index) => {
    const { number: from, end } = levels[index - 1] ?? {};
    if (from === undefined || from.dimension !== to.dimension || from.kind !== to.kind) return [];
    const word = TO.exec(text.slice(end, to.start))?.[1];
    if (word === undefined || !FROM.test(text.slice(Math.max(0, from.start - 14), from.start))) return [];
    return [{ start: from.start, end: to.end, word, direction: directionOf(word), from, to }];
  });
}

/** 「17.2:1」 is a level of 17.2; of any other ratio neither side is one. */
function endOfLevel(text: string, { start, end }: NumberMention): number | undefined {
  if (/\d\s?[:：∶]\s?$/.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  const [ratio, right] = /^\s?[:：∶]\s?(\d+(?:\.\d+)?)/.exec(text.slice(end, end + 10)) ?? [];
  if (ratio === undefined) return end;
  return right === '1' ? end + ratio.length : undefined;
}

const directionOf = (word: string): 'up' | 'down' =>
  /^(?:多|新增|扩招|升)/.test(word) || UP.some((up) => up.startsWith(word)) ? 'up' : 'down';
