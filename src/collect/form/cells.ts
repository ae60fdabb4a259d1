/** Cells of the forms: what was typed put into a cell of the right kind, and what may be typed there. */
import type { CellLook, CellPlan, Validation } from '../../engines/sheet/index.ts';
import { divide, parseDecimal, printExact, type Rational, type Unit, unitDefinition } from '../../kernel/index.ts';
import type { SchemeItem } from '../../scheme/on-files.ts';

export const text = (words: string, look: CellLook = 'fixed'): CellPlan => ({
  content: { kind: 'text', text: words },
  look,
});

export const TRUTH_CHOICES = ['是', '否', '不适用'] as const;

/** A plain number becomes a number, anything else stays the words that were typed. */
export function typed(words: string | undefined, unit: Unit | '日期', look: CellLook = 'input'): CellPlan {
  const numeric = unit !== '日期' && unit !== '文字' && unit !== '是否';
  const decimals = numeric ? unitDefinition(unit).decimals : undefined;
  const shape = decimals === undefined ? {} : { decimals };
  if (words === undefined || words === '') return { content: { kind: 'empty', ...shape }, look };
  if (!numeric || parseDecimal(words) === undefined) return { content: { kind: 'text', text: words }, look };
  return { content: { kind: 'number', text: words, ...shape }, look };
}

/** Rules that let 不适用 through are lists; a number's rule only holds what is typed as a number. */
export function validationOf(item: SchemeItem): Validation | undefined {
  if (item.type === 'truth') return { kind: 'list', choices: TRUTH_CHOICES, says: '请填“是”“否”或“不适用”。' };
  if (item.type === 'text') return undefined;
  const bound = (of: Rational | undefined): string | undefined =>
    of === undefined ? undefined : printExact(divide(of, unitDefinition(item.unit).inBase));
  const [min, max] = [bound(item.min), bound(item.max)];
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const range = [min === undefined ? '' : `不小于${min}`, max === undefined ? '' : `不大于${max}`].filter(
    (each) => each !== '',
  );
  const { family, inBase } = unitDefinition(item.unit);
  const whole = family.step.den === 1n && inBase.den === 1n && inBase.num === 1n;
  const says = `请填${whole ? '整数' : '数字'}，以“${item.unit}”计${range.length > 0 ? `，${range.join('，')}` : ''}。没有填0，不涉及填“不适用”。`;
  return { kind: whole ? 'whole' : 'decimal', ...limits, says };
}
