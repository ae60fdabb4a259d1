/** 「现将XX市」 「XX局」 whose 局 stands for 市: the place the report is about. */
import type { Asking, Candidate } from './contract.ts';
import type { KnownItems } from './items.ts';

/** Never sure by itself: another place may be meant. */
const SCORE = 0.59;

export function placesFor({ text, end, kind }: Asking, { all }: KnownItems): readonly Candidate[] {
  if (kind !== 'place' && kind !== 'agency') return [];
  const level = /^[省市州]|^局/.exec(text.slice(end))?.[0];
  return level === undefined
    ? []
    : all
        .filter(
          ({ item }) =>
            item.type === 'text' && (level === '局' ? ['市名', '州名'] : [`${level}名`]).includes(item.name),
        )
        .map(({ item }) => ({
          expression: item.code,
          name: item.name,
          formats: ['文字'],
          score: SCORE,
          reasons: [{ why: 'fact' }],
        }));
}
