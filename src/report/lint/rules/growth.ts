/**
 * YOY-4, YOY-5: growth and difference recomputed from the numbers beside them. YOY-6: words against signs.
 * YOY-10: % against 个百分点. All rounding-aware: only what rounding cannot explain is told.
 */
import {
  type ChangeMention,
  compound,
  differenceInterval,
  growthInterval,
  type Interval,
  interval,
  type NumberMention,
  overlaps,
} from '../../../engines/prose/index.ts';
import {
  absolute,
  compare,
  divide,
  ONE,
  printDecimal,
  type Rational,
  rational,
  subtract,
  unitDefinition,
} from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';
import { shown } from './printed.ts';
import { type Statement, statementsOf } from './statements.ts';

const PERCENT = unitDefinition('%').inBase;
/** Spans of years beyond it are no statement of a report. */
const MOST_YEARS = 50;
/** Ten times: what grew so much was most likely written in another unit. */
const FAR = rational(10n);

const reversed = ({ low, high }: Interval): Interval => ({
  low: { ...high, num: -high.num },
  high: { ...low, num: -low.num },
});
const signed = (change: ChangeMention): Interval =>
  change.direction === 'up' || change.by.value.num < 0n ? interval(change.by) : reversed(interval(change.by));

export const growth: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : statementsOf(paragraph).flatMap((statement) => [
        ...checkMove(statement, paragraph),
        ...checkChanges(statement, paragraph),
      ]),
);

/** 「由120.00亿元增加到110.00亿元」. */
function checkMove({ move }: Statement, paragraph: LintParagraph): readonly Told[] {
  if (move === undefined) return [];
  const [from, to] = [interval(move.from), interval(move.to)];
  const wrong = move.direction === 'up' ? compare(to.high, from.low) < 0 : compare(to.low, from.high) > 0;
  const other = `${shown(move.from)}→${shown(move.to)}`;
  return wrong ? [finding('YOY-6', paragraph, move, { word: move.word, other })] : [];
}

function checkChanges({ now, before, changes, years }: Statement, paragraph: LintParagraph): readonly Told[] {
  if (changes.some(({ restated }) => restated)) return [];
  const difference = changes.find(({ by }) =>
    now.kind === 'percent' ? by.kind === 'points' : by.kind === 'amount' && by.dimension === now.dimension,
  );
  const found: Told[] = [];
  if (before !== undefined && difference !== undefined) {
    const expected = differenceInterval(interval(now), interval(before));
    if (!overlaps(expected, signed(difference))) {
      const data = { now: shown(now), before: shown(before), stated: `${difference.word}${shown(difference.by)}` };
      found.push(finding('YOY-5', paragraph, difference, data));
    }
  }
  const rate = changes.find(({ by }) => by.kind === 'percent' || by.unit === '倍');
  if (rate === undefined || now.kind === 'percent') return found;
  // Told by `signWords`.
  if (difference !== undefined && rate.direction !== difference.direction) return found;
  const wrong = rate.yearly ? checkYearly(rate, now, before, years) : checkRate(rate, now, before, difference);
  return wrong === undefined ? found : [...found, finding(wrong.code, paragraph, rate, wrong.data)];
}

/** The rate against the levels, or against the level now and the difference. */
function checkRate(
  rate: ChangeMention,
  now: NumberMention,
  before: NumberMention | undefined,
  difference: ChangeMention | undefined,
) {
  if (before === undefined && difference === undefined) return undefined;
  const base =
    before === undefined && difference !== undefined
      ? differenceInterval(interval(now), signed(difference))
      : interval(before ?? now);
  const expected = growthInterval(interval(now), base);
  if (expected === undefined || overlaps(expected, signed(rate))) return undefined;
  // Without a level before, the direction is that of the difference, which is told by itself.
  if (overlaps(expected, reversed(signed(rate))))
    return before === undefined
      ? undefined
      : { code: 'YOY-6', data: { word: rate.word, other: `${shown(before)}→${shown(now)}` } };
  const from = before?.value ?? subtract(now.value, signedValue(difference));
  const exact = subtract(divide(now.value, from), ONE);
  const data = {
    now: shown(now),
    base:
      before === undefined
        ? `${difference?.word ?? ''}${difference === undefined ? '' : shown(difference.by)}`
        : shown(before),
    expected: sayGrowth(exact),
    stated: `${rate.word}${shown(rate.by)}`,
    far: compare(absolute(exact), FAR) >= 0,
  };
  return { code: 'YOY-4', data };
}

/** 年均增长: what it amounts to over the years between; without both years and levels it cannot be said. */
function checkYearly(
  rate: ChangeMention,
  now: NumberMention,
  before: NumberMention | undefined,
  years: number | undefined,
) {
  if (before === undefined || years === undefined || years > MOST_YEARS) return undefined;
  const expected = growthInterval(interval(now), interval(before));
  if (expected === undefined || overlaps(expected, compound(signed(rate), years))) return undefined;
  const whole = Number(printDecimal(divide(now.value, before.value), 12));
  const yearly = (whole ** (1 / years) - 1) * 100;
  const data = {
    now: shown(now),
    base: shown(before),
    expected: `年均${yearly < 0 ? '下降' : '增长'}${Math.abs(yearly).toFixed(2)}%`,
    stated: `年均${rate.word}${shown(rate.by)}`,
    far: false,
  };
  return { code: 'YOY-4', data };
}

function signedValue(change: ChangeMention | undefined): Rational {
  const value = change?.by.value ?? rational(0n);
  return change?.direction === 'down' ? { ...value, num: -value.num } : value;
}

const sayGrowth = (exact: Rational): string => {
  const word = exact.num < 0n ? '下降' : '增长';
  return compare(absolute(exact), FAR) >= 0
    ? `${word}约${printDecimal(absolute(exact), 0)}倍`
    : `${word}${printDecimal(absolute(divide(exact, PERCENT)), 2)}%`;
};

/** 「增长-2.76%」, 「减少-3人」; 「下降4.31%，增加3.57亿元」 of one thing. */
export const signWords: Rule = perParagraph((paragraph) => [
  ...paragraph.changes
    .filter(({ by }) => by.value.num < 0n)
    .map((change) => finding('YOY-6', paragraph, change, { word: change.word, other: shown(change.by) })),
  ...paragraph.changes.flatMap((second, index) => {
    const first = paragraph.changes[index - 1];
    return first !== undefined && opposed(first, second, paragraph.text)
      ? [finding('YOY-6', paragraph, second, { word: second.word, other: first.word })]
      : [];
  }),
]);

/** Nothing but a comma between: the rate and the amount of one change. */
const SAME_CHANGE = /^[）)]?[，,、（(]?(?:同比|比上年|较上年|比去年)?$/;

const opposed = (first: ChangeMention, second: ChangeMention, text: string): boolean =>
  first.direction !== second.direction &&
  first.by.value.num >= 0n &&
  second.by.value.num >= 0n &&
  (first.by.kind === 'percent') !== (second.by.kind === 'percent') &&
  SAME_CHANGE.test(text.slice(first.end, second.start));

const RATE_NAME = /(?:率|比例|占比|覆盖率|比重|满意度)$/;
/** 「占比提高了3.2%」: the rate itself, without its level. Of others than shares a growth may be meant, so it is asked. */
const RATE_CHANGED = /(?:(占比|比例|比重)|(?<![效频速功利税汇费])率|满意度)(?:同比|[比较](?:上年|去年)(?:同期)?)?$/;

/** A rate changes by 个百分点; an amount by %. The unit of the level before decides. */
export const percentPoints: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    const numbers = within(paragraph.numbers, sentence);
    return within(paragraph.changes, sentence).flatMap((change) => {
      const before = numbers
        .filter(({ end, kind }) => end <= change.start && kind !== 'year' && kind !== 'bare')
        .at(-1);
      const rate = RATE_CHANGED.exec(paragraph.text.slice(Math.max(sentence.start, change.start - 12), change.start));
      if (rate !== null)
        return change.by.kind === 'percent' && !/幅/.test(change.word)
          ? [
              finding(
                'YOY-10',
                paragraph,
                change,
                { stated: shown(change.by), right: '个百分点' },
                rate[1] === undefined ? 'warn' : undefined,
              ),
            ]
          : [];
      if (before === undefined || within(paragraph.changes, sentence).some(({ by }) => by === before)) return [];
      const between = paragraph.text.slice(before.end, change.start);
      if (/[；。]/.test(between) || between.length > 12 || !/^[，,（(]?(?:比|较|同比|与)?/.test(between)) return [];
      const isRate = RATE_NAME.test(before.label) || paragraph.moves.some(({ to }) => to === before);
      if (before.kind === 'percent' && isRate && change.by.kind === 'percent')
        return [finding('YOY-10', paragraph, change, { stated: shown(change.by), right: '个百分点' })];
      if (before.kind === 'amount' && change.by.kind === 'points')
        return [finding('YOY-10', paragraph, change, { stated: shown(change.by), right: '%' })];
      return [];
    });
  }),
);
