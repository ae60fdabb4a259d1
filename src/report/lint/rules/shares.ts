/** RT-3, RT-6 shares recomputed; XF-1 parts against their total; XF-4 shares of a whole; RT-5 rates over 100 %. */
import {
  differenceInterval,
  type Interval,
  interval,
  middle,
  type NumberMention,
  overlaps,
  shareInterval,
  sumInterval,
} from '../../../engines/prose/index.ts';
import type { Finding } from '../../../kernel/index.ts';
import { compare, divide, ONE, printDecimal, unitDefinition } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, within } from '../document.ts';

const shown = ({ digits, unit }: NumberMention): string => `${digits}${unit}`;
const percent = (value: Interval): string => `${printDecimal(divide(middle(value), unitDefinition('%').inBase), 2)}%`;

const SHARE_WORD = /占(?:比|总数|全部|其|全市)?[\p{Script=Han}]{0,10}的?(?:比例|比重)?(?:为|达|约)?$/u;

/** 「共120所，其中公办90所，占75%」: the two amounts before the share, of one kind. */
export const shares: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : paragraph.sentences.flatMap((sentence) => {
        const numbers = within(paragraph.numbers, sentence);
        return numbers.flatMap((share, index) => {
          if (
            share.kind !== 'percent' ||
            !SHARE_WORD.test(paragraph.text.slice(Math.max(sentence.start, share.start - 18), share.start))
          )
            return [];
          const before = numbers.slice(0, index).filter(({ kind }) => kind === 'amount');
          const [whole, part] = before.slice(-2);
          if (
            whole === undefined ||
            part === undefined ||
            whole.dimension !== part.dimension ||
            !/其中/.test(paragraph.text.slice(whole.end, part.start))
          )
            return [];
          return checkShare(paragraph, share, part, whole);
        });
      }),
);

function checkShare(
  paragraph: LintParagraph,
  share: NumberMention,
  part: NumberMention,
  whole: NumberMention,
): readonly Finding[] {
  const right = shareInterval(interval(part), interval(whole));
  if (right === undefined || overlaps(right, interval(share))) return [];
  const rest = shareInterval(interval(part), differenceInterval(interval(whole), interval(part)));
  const wrongBase = rest !== undefined && overlaps(rest, interval(share));
  const data = { part: shown(part), whole: shown(whole), stated: shown(share), expected: percent(right), wrongBase };
  return [finding(wrongBase ? 'RT-3' : 'RT-6', 'error', paragraph, share, data)];
}

const TOTAL_WORD = /共有?|合计|总计|总数|总投入|总额/;

/** 「共12人，其中专职4人、兼职7人」: every part of the total's kind up to the end of the clause, when they claim to be all. */
export const sums: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : paragraph.sentences.flatMap((sentence) => {
        const numbers = within(paragraph.numbers, sentence).filter(({ kind }) => kind === 'amount');
        return numbers.flatMap((total, index) => {
          const after = paragraph.text.slice(total.end, sentence.end);
          const opening = /^(?:（|\(|，)其中[：:，,]?/.exec(after);
          if (
            opening === null ||
            !TOTAL_WORD.test(paragraph.text.slice(Math.max(sentence.start, total.start - 16), total.start))
          )
            return [];
          const clause = after.slice(opening[0].length).split(/[）)]|，(?![^，]*、)/)[0] ?? '';
          const end = total.end + opening[0].length + clause.length;
          const parts = numbers
            .slice(index + 1)
            .filter((part) => part.end <= end && part.dimension === total.dimension);
          if (parts.length < 2 || !clause.includes('、')) return [];
          const sum = sumInterval(parts.map(interval));
          if (overlaps(sum, interval(total))) return [];
          return [
            finding('XF-1', 'error', paragraph, total, {
              total: shown(total),
              parts: parts.map(shown).join('、'),
              count: parts.length,
            }),
          ];
        });
      }),
);

/** 「分别占30%、45%、26%」 */
export const percentSums: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    if (!/(?:分别占|各占|构成)/.test(sentence.text)) return [];
    const numbers = within(paragraph.numbers, sentence).filter(({ kind }) => kind === 'percent');
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined || numbers.length < 3) return [];
    const sum = sumInterval(numbers.map(interval));
    return overlaps(sum, { low: ONE, high: ONE })
      ? []
      : [
          finding(
            'XF-4',
            'error',
            paragraph,
            { start: first.start, end: last.end },
            { parts: numbers.map(shown).join('、'), sum: percent(sum) },
          ),
        ];
  }),
);

/** Rates of a whole to its part; 毛入学率, 毛入园率, 完成率 may be over 100. */
const AT_MOST_WHOLE =
  /(?:净入学率|入学率|覆盖率|占比|巩固率|合格率|达标率|整改率|满意度|参与率|安置率|就读比例|优良率|持证率|接入率|注册率|吻合率|近视率)$/;
const MAY_EXCEED = /毛入|完成/;

export const overWhole: Rule = perParagraph((paragraph) =>
  paragraph.numbers.flatMap((number) => {
    if (number.kind !== 'percent' || compare(number.value, ONE) <= 0) return [];
    if (!AT_MOST_WHOLE.test(number.label) || MAY_EXCEED.test(number.label)) return [];
    return [finding('RT-5', 'error', paragraph, number, { name: number.label, stated: shown(number) })];
  }),
);
