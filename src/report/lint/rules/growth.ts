/**
 * YOY-4, YOY-5: growth and difference recomputed from the numbers beside them. YOY-6: words against signs.
 * YOY-10: % against 个百分点. All rounding-aware: only what rounding cannot explain is told.
 */
import {
  type ChangeMention,
  differenceInterval,
  growthInterval,
  type Interval,
  interval,
  middle,
  type NumberMention,
  overlaps,
} from '../../../engines/prose/index.ts';
import type { Finding } from '../../../kernel/index.ts';
import { divide, printDecimal, unitDefinition } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, within } from '../document.ts';

const PERCENT = unitDefinition('%').inBase;
const inPercent = (value: Interval): string => printDecimal(divide(middle(value), PERCENT), 2);
const signed = (change: ChangeMention): Interval => {
  const { low, high } = interval(change.by);
  return change.direction === 'up' || change.by.value.num < 0n
    ? { low, high }
    : { low: { ...high, num: -high.num }, high: { ...low, num: -low.num } };
};

const PRIOR_WORDS = /(?:上年|去年|前年|由|从|上年同期|20\d{2}年)[^，。；]{0,12}$/;

/** One statement: the amount now, perhaps last year's, and what is said of the change. */
interface Statement {
  readonly now: NumberMention;
  readonly before: NumberMention | undefined;
  readonly changes: readonly ChangeMention[];
}

/**
 * `86.42亿元，比上年增加3.57亿元，增长4.31%`: an amount, then changes up to the next amount. 「上年82.85亿元」 and
 * 「由82.85亿元增加到86.42亿元」 give the year before.
 */
function statementsOf(paragraph: LintParagraph): readonly Statement[] {
  return paragraph.sentences.flatMap((sentence) => {
    const numbers = within(paragraph.numbers, sentence).filter(
      ({ kind }) => kind === 'amount' || kind === 'percent' || kind === 'points',
    );
    const changes = within(paragraph.changes, sentence);
    const governed = new Set(changes.map(({ by }) => by));
    const statements: { now: NumberMention; before: NumberMention | undefined; changes: ChangeMention[] }[] = [];
    for (const number of numbers) {
      const last = statements.at(-1);
      if (governed.has(number)) {
        const change = changes.find(({ by }) => by === number);
        if (last !== undefined && change !== undefined) last.changes.push(change);
      } else if (
        last !== undefined &&
        last.changes.length === 0 &&
        last.before === undefined &&
        number.dimension === last.now.dimension &&
        PRIOR_WORDS.test(paragraph.text.slice(last.now.end, number.start))
      ) {
        last.before = number;
      } else if (
        last !== undefined &&
        last.changes.length === 0 &&
        PRIOR_WORDS.test(paragraph.text.slice(sentence.start, last.now.start)) &&
        /(?:增加|增长|提高|下降|减少|降|升)(?:到|至|为)$/.test(paragraph.text.slice(last.now.end, number.start))
      ) {
        statements[statements.length - 1] = { now: number, before: last.now, changes: [] };
      } else statements.push({ now: number, before: undefined, changes: [] });
    }
    return statements.filter((statement) => statement.changes.length > 0);
  });
}

export const growth: Rule = perParagraph((paragraph) =>
  paragraph.inTable ? [] : statementsOf(paragraph).flatMap((statement) => checkStatement(statement, paragraph)),
);

function checkStatement({ now, before, changes }: Statement, paragraph: LintParagraph): readonly Finding[] {
  if (changes.some(({ restated }) => restated) || now.kind !== 'amount') return [];
  const rates = changes.filter(({ by }) => by.kind === 'percent');
  const differences = changes.filter(({ by }) => by.kind === 'amount' && by.dimension === now.dimension);
  const found: Finding[] = [];
  const [rate, difference] = [rates[0], differences[0]];
  if (before !== undefined && difference !== undefined) {
    const expected = differenceInterval(interval(now), interval(before));
    if (!overlaps(expected, signed(difference)))
      found.push(
        finding('YOY-5', 'error', paragraph, difference, {
          now: shown(now),
          before: shown(before),
          stated: shown(difference.by),
        }),
      );
  }
  const base =
    before === undefined
      ? difference === undefined
        ? undefined
        : differenceInterval(interval(now), signed(difference))
      : interval(before);
  const expected = base === undefined ? undefined : growthInterval(interval(now), base);
  if (rate !== undefined && expected !== undefined && !overlaps(expected, signed(rate))) {
    const data = {
      now: shown(now),
      base:
        before === undefined
          ? `${difference?.word ?? ''}${difference === undefined ? '' : shown(difference.by)}`
          : shown(before),
      expected: `${inPercent(expected)}%`,
      stated: shown(rate.by),
    };
    found.push(finding('YOY-4', 'error', paragraph, rate, data));
  }
  if (rate !== undefined && difference !== undefined && rate.direction !== difference.direction)
    found.push(finding('YOY-6', 'error', paragraph, rate, { word: rate.word, other: difference.word }));
  return found;
}

const shown = ({ digits, unit }: NumberMention): string => `${digits}${unit}`;

/** 「增长-2.76%」, 「减少-3人」. */
export const signWords: Rule = perParagraph((paragraph) =>
  paragraph.changes
    .filter(({ by }) => by.value.num < 0n)
    .map((change) => finding('YOY-6', 'error', paragraph, change, { word: change.word, other: shown(change.by) })),
);

const RATE_NAME = /(?:率|比例|占比|覆盖率|比重|满意度)$/;

/** A rate changes by 个百分点; an amount by %. The unit of the level before decides. */
export const percentPoints: Rule = perParagraph((paragraph) =>
  paragraph.sentences.flatMap((sentence) => {
    const numbers = within(paragraph.numbers, sentence);
    return within(paragraph.changes, sentence).flatMap((change) => {
      const before = numbers
        .filter(({ end, kind }) => end <= change.start && kind !== 'year' && kind !== 'bare')
        .at(-1);
      if (before === undefined || within(paragraph.changes, sentence).some(({ by }) => by === before)) return [];
      const between = paragraph.text.slice(before.end, change.start);
      if (/[；。]/.test(between) || between.length > 12 || !/^[，,（(]?(?:比|较|同比|与)?/.test(between)) return [];
      if (before.kind === 'percent' && RATE_NAME.test(before.label) && change.by.kind === 'percent')
        return [finding('YOY-10', 'error', paragraph, change, { stated: shown(change.by), right: '个百分点' })];
      if (before.kind === 'amount' && change.by.kind === 'points')
        return [finding('YOY-10', 'error', paragraph, change, { stated: shown(change.by), right: '%' })];
      return [];
    });
  }),
);
