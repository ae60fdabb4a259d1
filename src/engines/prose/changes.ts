/** Growth and difference statements: the word, the direction and the number it governs; levels moved from and to. */
import type { ChangeMention, MoveMention, NumberMention } from './contract.ts';

const UP = ['增长', '增加', '提高', '上升', '提升', '增幅', '净增', '扩大'];
const DOWN = ['下降', '减少', '降低', '回落', '降幅', '缩小', '压减'];
const WORD = new RegExp(`(${[...UP, ...DOWN].join('|')})(?:了|到|为|达|约|近)?$`);

/** 增加到, 提高到 give the new level, not the change. */
const LEVEL = /(?:到|至)$/;
const RESTATED = /同口径|可比口径|剔除/;
/** 年均增长: compound growth a year, over as many years as lie between the two levels. */
const YEARLY = /年均$|年平均$|每年平均$|年复合$/;

/** `numbers` of the same text; a word governs the number right behind it. */
export function findChanges(text: string, numbers: readonly NumberMention[]): readonly ChangeMention[] {
  return numbers.flatMap((by) => {
    if (by.kind === 'year' || by.kind === 'bare') return [];
    const before = text.slice(Math.max(0, by.start - 6), by.start);
    const match = WORD.exec(before);
    if (match === null || LEVEL.test(before)) return [];
    const word = match[1] ?? '';
    const start = by.start - (before.length - match.index);
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
  const levels = numbers.filter(({ kind }) => kind !== 'year');
  return levels.flatMap((to, index) => {
    const from = levels[index - 1];
    if (from === undefined || from.dimension !== to.dimension || from.kind !== to.kind) return [];
    const word = TO.exec(text.slice(from.end, to.start))?.[1];
    if (word === undefined || !FROM.test(text.slice(Math.max(0, from.start - 14), from.start))) return [];
    return [{ start: from.start, end: to.end, word, direction: directionOf(word), from, to }];
  });
}

const directionOf = (word: string): 'up' | 'down' =>
  UP.some((up) => up.startsWith(word)) || word === '升' ? 'up' : 'down';
