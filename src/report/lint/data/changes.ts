/** What a text says of the change of a figure, against what the data say. */
import { type ChangeMention, type Interval, interval, type NumberMention } from '../../../engines/prose/index.ts';
import { divide, ONE, type Rational, subtract } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import { finding, type LintParagraph, type Told } from '../document.ts';
import { printedLike } from './values.ts';

/** The item a number is a figure of; what is only like its name is not sure. */
export interface Recognised {
  readonly item: SchemeItem;
  readonly sure: boolean;
}

export const isBound = (
  { controls }: LintParagraph,
  { start, end }: { readonly start: number; readonly end: number },
): boolean => controls.some((control) => start < control.end && end > control.start);

export function differingChange(
  paragraph: LintParagraph,
  change: ChangeMention,
  { item, sure }: Recognised,
  right: Rational,
  whose = '',
): Told {
  const size = right.num < 0n ? { ...right, num: -right.num } : right;
  const data = {
    name: `${whose}${item.name}${change.word}`,
    stated: `${change.word}${change.by.digits}${change.by.unit}`,
    right: `${right.num < 0n ? '下降' : '增长'}${printedLike(change.by, size, item.unit)}`,
    doubtful: !sure,
  };
  return finding('report.figure.differs', paragraph, change, data, sure ? undefined : 'warn');
}

/** 「未达到每年下降0.5个百分点的要求」 is what is asked for. */
export const isAsked = ({ start, end }: ChangeMention, { text }: LintParagraph): boolean =>
  /每年$|不少于$|目标|力争|应当?$|年均$/.test(text.slice(Math.max(0, start - 8), start)) ||
  /^(?:以上|的?要求|的?目标|以内)/.test(text.slice(end, end + 4));

export function changeOf(
  { by }: Pick<ChangeMention, 'by'>,
  now: Pick<NumberMention, 'kind' | 'dimension'>,
  value: Rational,
  prior: Rational,
): Rational | undefined {
  if (by.kind === 'points' || (by.kind === 'amount' && by.dimension === now.dimension)) return subtract(value, prior);
  if (by.kind !== 'percent' || now.kind === 'percent' || prior.num <= 0n) return undefined;
  return subtract(divide(value, prior), ONE);
}

export const signed = ({ by, direction }: ChangeMention): Interval => {
  const { low, high } = interval(by);
  return direction === 'up' || by.value.num < 0n
    ? { low, high }
    : { low: { ...high, num: -high.num }, high: { ...low, num: -low.num } };
};
