/** RT-3, RT-6 shares recomputed from the two amounts before them; RT-5 rates over 100 %. */
import {
  differenceInterval,
  interval,
  type NumberMention,
  overlaps,
  shareInterval,
} from '../../../engines/prose/index.ts';
import { compare, ONE } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';
import { shareOf, shown } from './printed.ts';
import { rates } from './rates.ts';

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
  const data = {
    part: shown(part),
    whole: shown(whole),
    stated: shown(share),
    expected: shareOf(part, whole),
    wrongBase,
  };
  return [finding(wrongBase ? 'RT-3' : 'RT-6', paragraph, share, data)];
}

/** Rates of a whole to its part; 毛入学率, 毛入园率, 完成率 and shares of a plan may be over 100. */
const AT_MOST_WHOLE =
  /(?:净入学率|入学率|覆盖率|占比|巩固率|合格率|达标率|整改率|满意度|参与率|安置率|就读比例|优良率|持证率|接入率|注册率|吻合率|近视率|到位率|落实率)$|占(?!地)[\p{Script=Han}“”]{0,14}$/u;
const MAY_EXCEED = /毛入|完成|计划|目标|任务|上年|去年|应|标准|定额|预算/;

export const overWhole: Rule = (document) => {
  const over = overHundred(document);
  if (over.length === 0) return [];
  // A share recomputed from its own two numbers says more.
  const told = new Set(
    [...shares(document), ...rates(document)]
      .filter(({ code }) => document.settings.has(code))
      .map(({ at }) => `${at.part}\t${at.paragraph}\t${at.offset}`),
  );
  return over.filter(({ at }) => !told.has(`${at.part}\t${at.paragraph}\t${at.offset}`));
};

const overHundred: Rule = perParagraph((paragraph) =>
  paragraph.numbers.flatMap((number) => {
    if (number.kind !== 'percent' || compare(number.value, ONE) <= 0) return [];
    if (!AT_MOST_WHOLE.test(number.label) || MAY_EXCEED.test(number.label)) return [];
    return [finding('RT-5', paragraph, number, { name: number.label, stated: shown(number) })];
  }),
);
