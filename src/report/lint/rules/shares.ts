/** RT-3, RT-6 shares recomputed; XF-1 parts against their total; XF-4 shares of a whole; RT-5 rates over 100 %. */
import {
  countedInterval,
  differenceInterval,
  type Interval,
  interval,
  middle,
  type NumberMention,
  overlaps,
  shareInterval,
  sumInterval,
} from '../../../engines/prose/index.ts';
import { compare, divide, ONE, printDecimal, unitDefinition } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';

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
            !(
              /其中/.test(paragraph.text.slice(whole.end, part.start)) ||
              isOf(whole, paragraph.text.slice(part.end, share.start))
            )
          )
            return [];
          return checkShare(paragraph, share, part, whole);
        });
      }),
);

/** 「现有幼儿园991所，公办549所，占全市幼儿园的55.4%」: the share names its whole. */
const isOf = ({ label }: NumberMention, words: string): boolean => {
  const noun = label.replace(/(?:总?数|总量)$/, '').slice(-3);
  return noun.length >= 2 && /^[，,（(]?占/.test(words) && words.includes(noun);
};

function checkShare(
  paragraph: LintParagraph,
  share: NumberMention,
  part: NumberMention,
  whole: NumberMention,
): readonly Told[] {
  const right = shareInterval(interval(part), interval(whole));
  if (right === undefined || overlaps(right, interval(share))) return [];
  const rest = shareInterval(interval(part), differenceInterval(interval(whole), interval(part)));
  const wrongBase = rest !== undefined && overlaps(rest, interval(share));
  const data = { part: shown(part), whole: shown(whole), stated: shown(share), expected: percent(right), wrongBase };
  return [finding(wrongBase ? 'RT-3' : 'RT-6', paragraph, share, data)];
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
          if (overlaps(sumInterval(parts.map(countedInterval)), countedInterval(total))) return [];
          return [
            finding('XF-1', paragraph, total, {
              total: shown(total),
              parts: parts.map(shown).join('、'),
              count: parts.length,
            }),
          ];
        });
      }),
);

const ALL = /(?:共计|合计|总计|总共|共)(?:有|为)?$/;

/** 「专职督学96人、兼职督学316人，共计412人」: the list right before a total. */
export const listedSums: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : paragraph.sentences.flatMap((sentence) => {
        const numbers = within(paragraph.numbers, sentence);
        return numbers.flatMap((total, index) => {
          if (total.kind !== 'amount' || !ALL.test(paragraph.text.slice(sentence.start, total.start))) return [];
          const parts = listBefore(numbers.slice(0, index + 1), paragraph);
          if (parts.length < 2 || overlaps(sumInterval(parts.map(countedInterval)), countedInterval(total))) return [];
          const data = { total: shown(total), parts: parts.map(shown).join('、'), count: parts.length };
          return [finding('XF-1', paragraph, total, data)];
        });
      }),
);

/** Numbers of the total's kind, each joined to the next by 、, the last to the total by a comma and the word of the total alone. */
function listBefore(numbers: readonly NumberMention[], { text }: LintParagraph): readonly NumberMention[] {
  const parts: NumberMention[] = [];
  for (let at = numbers.length - 1; at > 0; at -= 1) {
    const [part, next] = [numbers[at - 1], numbers[at]];
    if (part === undefined || next === undefined || part.dimension !== next.dimension) break;
    const between = text.slice(part.end, next.start);
    const joined = parts.length === 0 ? /^[，,、]?(?:共计|合计|总计|总共|共)(?:有|为)?$/ : /^、[^，,；。、]{1,16}$/;
    if (!joined.test(between)) break;
    parts.unshift(part);
  }
  return parts;
}

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
            paragraph,
            { start: first.start, end: last.end },
            { parts: numbers.map(shown).join('、'), sum: percent(sum) },
          ),
        ];
  }),
);

/** Rates of a whole to its part; 毛入学率, 毛入园率, 完成率 and shares of a plan may be over 100. */
const AT_MOST_WHOLE =
  /(?:净入学率|入学率|覆盖率|占比|巩固率|合格率|达标率|整改率|满意度|参与率|安置率|就读比例|优良率|持证率|接入率|注册率|吻合率|近视率|到位率|落实率)$|占(?!地)[\p{Script=Han}“”]{0,14}$/u;
const MAY_EXCEED = /毛入|完成|计划|目标|任务|上年|去年|应|标准|定额|预算/;

export const overWhole: Rule = (document) => {
  // A share recomputed from its own two numbers says more.
  const told = new Set(
    shares(document)
      .filter(({ code }) => document.settings.has(code))
      .map(({ at }) => `${at.part}\t${at.paragraph}\t${at.offset}`),
  );
  return overHundred(document).filter(({ at }) => !told.has(`${at.part}\t${at.paragraph}\t${at.offset}`));
};

const overHundred: Rule = perParagraph((paragraph) =>
  paragraph.numbers.flatMap((number) => {
    if (number.kind !== 'percent' || compare(number.value, ONE) <= 0) return [];
    if (!AT_MOST_WHOLE.test(number.label) || MAY_EXCEED.test(number.label)) return [];
    return [finding('RT-5', paragraph, number, { name: number.label, stated: shown(number) })];
  }),
);
