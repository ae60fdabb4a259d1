/** Growth and difference statements: the word, the direction and the number it governs. */
import type { ChangeMention, NumberMention } from './contract.ts';

const UP = ['增长', '增加', '提高', '上升', '提升', '增幅', '净增', '扩大'];
const DOWN = ['下降', '减少', '降低', '回落', '降幅', '缩小', '压减'];
const WORD = new RegExp(`(${[...UP, ...DOWN].join('|')})(?:了|到|为|达|约|近)?$`);

/** 增加到, 提高到 give the new level, not the change. */
const LEVEL = /(?:到|至)$/;
const RESTATED = /同口径|可比口径|剔除/;

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
        direction: UP.includes(word) ? ('up' as const) : ('down' as const),
        by,
        restated: RESTATED.test(context),
      },
    ];
  });
}
