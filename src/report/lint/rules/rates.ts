/**
 * RT-3, RT-6 where the whole is not said by 其中: rates named after what was done, shares of a plan, classes over a size,
 * and two kinds of which one is a share of both.
 *
 *     应培训38635人，完成38558人，完成率99.80%
 *     完成7.30亿元，占年度计划7.53亿元的96.87%
 *     1586个班，56人以上51个，占3.2%
 *     中职招生13142人，普通高中招生25385人，中职招生占34.11%
 */
import {
  type Interval,
  interval,
  type NumberMention,
  overlaps,
  shareInterval,
  sumInterval,
} from '../../../engines/prose/index.ts';
import { add } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';
import { areApart, restBehindKind } from './kinds.ts';
import { shareOf, shown } from './printed.ts';

interface Share {
  readonly stated: NumberMention;
  readonly part: NumberMention;
  readonly whole: NumberMention;
}

/** Of what is counted only once: what was done in one year is no share of three years' total. */
const OTHER_TIME = /累计|以来|近[二两三四五]年|[三五]年来|今年|当年|本年|上年|去年/;

export const rates: Rule = perParagraph((paragraph) => {
  if (paragraph.inTable) return [];
  const governed = new Set(paragraph.changes.map(({ by }) => by));
  return paragraph.sentences.flatMap((sentence) => {
    const numbers = within(paragraph.numbers, sentence).filter(
      (number) => number.kind !== 'year' && !governed.has(number),
    );
    return numbers.flatMap((stated, index) => {
      if (stated.kind !== 'percent') return [];
      const before = numbers.slice(0, index);
      const share =
        named(stated, before, paragraph) ?? ofPlan(stated, before, paragraph) ?? ofSize(stated, before, paragraph);
      return share === undefined ? ofBoth(stated, before, paragraph) : checkShare(share, paragraph);
    });
  });
});

function checkShare({ stated, part, whole }: Share, paragraph: LintParagraph): readonly Told[] {
  const right = shareInterval(interval(part), interval(whole));
  if (right === undefined || overlaps(right, interval(stated))) return [];
  const data = { part: shown(part), whole: shown(whole), stated: shown(stated), expected: shareOf(part, whole) };
  return [finding('RT-6', paragraph, stated, data)];
}

/** 满意14077份，满意度84.44%: the rate bears the name of its part, and the number before the part is the whole. */
function named(stated: NumberMention, before: readonly NumberMention[], { text }: LintParagraph): Share | undefined {
  const [whole, part] = before.slice(-2);
  if (whole === undefined || part === undefined || !areAlike(part, whole)) return undefined;
  const rate = /^([^，。；、\d]{0,8})[，,]([\p{Script=Han}]{2})[率度](?:为|达到?|是)?$/u.exec(
    text.slice(part.end, stated.start),
  );
  const between = /^([^，。；、\d]{0,10})[，,]([^，。；、\d]{1,12})$/.exec(text.slice(whole.end, part.start));
  if (rate === null || between === null) return undefined;
  const [, behind = '', done = ''] = rate;
  const [, of = '', what = ''] = between;
  const wholeWords = `${text.slice(Math.max(0, whole.start - 16), whole.start)}${of}`;
  const isNamed = `${what}，${behind}`.includes(done) && !wholeWords.includes(done);
  return isNamed || (done === '完成' && /完成/.test(what) && /计划|应|任务/.test(wholeWords))
    ? OTHER_TIME.test(`${wholeWords}，${what}`)
      ? undefined
      : { stated, part, whole }
    : undefined;
}

/** 占年度计划7.53亿元的96.87%: the whole stands between 占 and 的. */
function ofPlan(stated: NumberMention, before: readonly NumberMention[], { text }: LintParagraph): Share | undefined {
  const whole = before.at(-1);
  if (whole === undefined || !/^的(?:比例|比重)?(?:为|达|约)?$/.test(text.slice(whole.end, stated.start)))
    return undefined;
  const words = /[，,](?:仅|约|只)?(?:占|为|达到?|完成)([\p{Script=Han}“”]{0,12})$/u.exec(
    text.slice(Math.max(0, whole.start - 16), whole.start),
  );
  const part = before.findLast((number) => number !== whole && number.kind === 'amount');
  if (words === null || part === undefined || !areAlike(part, whole) || OTHER_TIME.test(words[1] ?? ''))
    return undefined;
  const between = text.slice(part.end, whole.start);
  return between.length <= 40 && !/[；。]/.test(between) ? { stated, part, whole } : undefined;
}

/** 1586个班，56人以上51个，占3.2%. */
function ofSize(stated: NumberMention, before: readonly NumberMention[], { text }: LintParagraph): Share | undefined {
  const [whole, , part] = before.slice(-3);
  if (whole === undefined || part === undefined || whole.unit !== '个班' || !/^个班?$/.test(part.unit))
    return undefined;
  return /^[，,（(；]?(?:其中)?[^，。；\d]{0,4}\d+人(?:及?以[上下])[^，。；\d]{0,6}$/.test(
    text.slice(whole.end, part.start),
  ) && /^[）)]?[，,（(]占比?(?:为|达|总数的?)?$/.test(text.slice(part.end, stated.start))
    ? { stated, part, whole }
    : undefined;
}

/** Told only when the stated share is that of one kind to the other: of whatever else it may be a share, it is not known. */
function ofBoth(stated: NumberMention, before: readonly NumberMention[], paragraph: LintParagraph): readonly Told[] {
  const { text } = paragraph;
  const [first, second] = before.filter(({ kind }) => kind === 'amount').slice(-2);
  if (first === undefined || second === undefined || !areAlike(first, second) || first.dimension !== second.dimension)
    return [];
  if (!/^[，,、][^，。；、\d]{1,16}$/.test(text.slice(first.end, second.start))) return [];
  const of = /^[，,]([^，。；、\d]{1,16}?)(?:所)?占(?!地)[^，。；\d]{0,16}$/.exec(
    text.slice(second.end, stated.start),
  )?.[1];
  const [one, other] = [first, second].map(({ label }) => label.replace(/^年?(?:全[市县区])?(?:其中)?/, ''));
  if (of === undefined || one === undefined || other === undefined) return [];
  if (!areApart([one, other]) || restBehindKind(one) !== restBehindKind(other)) return [];
  const isFirst = areApart([of, other]) && !areApart([of, one]);
  if (!isFirst && !(areApart([of, one]) && !areApart([of, other]))) return [];
  const [part, rest] = isFirst ? [first, second] : [second, first];
  const right = shareInterval(interval(part), sumInterval([interval(part), interval(rest)])) as Interval;
  const wrong = shareInterval(interval(part), interval(rest));
  if (wrong === undefined || !overlaps(wrong, interval(stated)) || overlaps(right, interval(stated))) return [];
  const whole = `${shown(part)}与${shown(rest)}之和`;
  const both = { ...rest, value: add(part.value, rest.value) };
  const data = { part: shown(part), whole, stated: shown(stated), expected: shareOf(part, both), wrongBase: true };
  return [finding('RT-3', paragraph, stated, data)];
}

const areAlike = (one: NumberMention, other: NumberMention): boolean =>
  one.kind === 'amount' && other.kind === 'amount' && one.dimension === other.dimension;
