/**
 * One cell made into what its item asks for: a quantity, words, or the gap where they should be, with everything that
 * had to be mended or could not be used. Nothing is guessed: what is in doubt is a gap and a finding.
 */
import { type CellValue, parseNumberText, UNCALCULATED } from '../../engines/sheet/pure.ts';
import {
  compare,
  divide,
  type FindingData,
  type Gap,
  gap,
  measureOf,
  multiply,
  parseDecimal,
  printExact,
  printMeasure,
  type Quantity,
  quantity,
  type Rational,
  rational,
  round,
  type Severity,
  type StatedText,
  type Unit,
  unitDefinition,
} from '../../kernel/index.ts';

/** What is asked of the cell; items and the columns of ledgers alike. */
export interface Asked {
  readonly unit: Unit;
  readonly type: 'number' | 'truth' | 'text';
  /** In base units. */
  readonly min?: Rational;
  readonly max?: Rational;
}

export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly data: FindingData;
}

export interface Answered {
  readonly value: Quantity | StatedText | Gap;
  readonly text: string;
  readonly notes: readonly Note[];
}

const NO_NOTES: readonly Note[] = [];
const MISSING = gap('missing');
const NOT_APPLICABLE = gap('not-applicable');
/** Digits Excel itself shows; what stands behind them is dust of binary fractions. */
const EXCEL_DIGITS = 15;
/** Sums and columns stay exact to here: in money some ninety trillion yuan. */
const STEPS_MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** `unit` is the one the form states, of the item's family; `formula` marks a cell that was calculated. */
export function readAnswer(cell: CellValue | undefined, asked: Asked, unit: Unit, formula: boolean): Answered {
  if (cell === undefined || cell.kind === 'empty') return { value: MISSING, text: '', notes: NO_NOTES };
  const text = shownText(cell);
  const answered = (value: Answered['value'], ...notes: Note[]): Answered => ({ value, text, notes });
  if (cell.kind === 'error') {
    const code = cell.error === UNCALCULATED ? 'collect.cell.uncalculated' : 'collect.cell.error';
    return answered(MISSING, { code, severity: 'error', data: { typed: text } });
  }
  const words = cell.kind === 'text' ? parseNumberText(cell.text) : undefined;
  if (words?.kind === 'missing') return answered(MISSING);
  if (words?.kind === 'not-applicable') return answered(NOT_APPLICABLE);
  if (asked.type === 'text') return answered({ kind: 'text', text: text.trim() });
  if (asked.type === 'truth') return { ...truth(cell, text), text };
  if (cell.kind === 'date')
    return answered(MISSING, { code: 'collect.cell.date', severity: 'error', data: { typed: text } });
  const notANumber = (): Answered =>
    answered(MISSING, { code: 'collect.cell.text', severity: 'error', data: { typed: text, unit: asked.unit } });
  if (cell.kind === 'boolean') return notANumber();
  const { family, inBase } = unitDefinition(unit);
  if (words?.kind === 'none') {
    if (family.step.den !== 1n) return notANumber();
    return answered(
      { kind: 'quantity', steps: 0n, unit },
      { code: 'collect.cell.none', severity: 'hint', data: { typed: text } },
    );
  }
  if (cell.kind === 'text' && words?.kind !== 'number') return notANumber();
  const number = words?.kind === 'number' ? words : undefined;
  const stated = parseDecimal(number?.text ?? (cell.kind === 'number' ? cell.text : ''));
  if (stated === undefined) return notANumber();
  const percent = number?.percent ?? (cell.kind === 'number' && cell.percent);
  if ((percent || number?.scale !== undefined) && (family.dimension === '') !== percent) {
    return answered(MISSING, {
      code: 'collect.cell.percent',
      severity: 'error',
      data: { typed: text, unit: asked.unit },
    });
  }
  const notes: Note[] = [];
  const amount = amountOf(stated, inBase, number, percent);
  const exact = quantity(amount, unit);
  const value = exact ?? mended(amount, unit, cell, formula, notes, text);
  if (value === undefined) {
    const data = { typed: text, unit: asked.unit, step: `${stepText(unit)}${family.base === '1' ? '' : family.base}` };
    return answered(MISSING, { code: 'collect.cell.finer', severity: 'error', data });
  }
  if (value.steps > STEPS_MOST || value.steps < -STEPS_MOST)
    return answered(MISSING, { code: 'collect.cell.tooLarge', severity: 'error', data: { typed: text } });
  // Thousands commas in their places are how numbers are printed, also by our own screens: nothing was mended.
  if (number?.notes.some((note) => note !== 'thousands') === true) {
    notes.push({
      code: 'collect.cell.cleaned',
      severity: 'hint',
      data: { typed: text, value: show(value, asked.unit) },
    });
  }
  const outside = rangeNote(value, asked);
  if (outside !== undefined) notes.push(outside);
  return { value: value.unit === asked.unit ? value : { ...value, unit: asked.unit }, text, notes };
}

/** The number in `unit`: 1.2亿 in a cell of 万元 is 12,000, and a cell shown as 85% holds 0.85. */
function amountOf(
  stated: Rational,
  inBase: Rational,
  number: { readonly scale?: '万' | '亿' } | undefined,
  percent: boolean,
): Rational {
  if (number?.scale !== undefined)
    return divide(multiply(stated, rational(number.scale === '万' ? 10_000n : 100_000_000n)), inBase);
  if (!percent) return stated;
  return divide(number === undefined ? stated : divide(stated, rational(100n)), inBase);
}

/** A calculated cell is rounded to the step and told; a typed one only loses the dust of binary fractions. */
function mended(
  amount: Rational,
  unit: Unit,
  cell: CellValue,
  formula: boolean,
  notes: Note[],
  typed: string,
): Quantity | undefined {
  if (cell.kind !== 'number') return undefined;
  const whole = cell.text.replace(/^-?0*/, '').replace(/\..*$/, '').length;
  const dusted = quantity(round(amount, EXCEL_DIGITS - Math.max(whole, 1)), unit);
  if (dusted !== undefined || !formula) return dusted;
  const { family, inBase } = unitDefinition(unit);
  const steps = round(divide(multiply(amount, inBase), family.step), 0);
  const rounded: Quantity = { kind: 'quantity', steps: steps.num, unit };
  notes.push({ code: 'collect.cell.rounded', severity: 'hint', data: { typed, value: show(rounded, unit) } });
  return rounded;
}

function truth(cell: CellValue, text: string): Omit<Answered, 'text'> {
  const yes =
    cell.kind === 'boolean' ? cell.value : text.trim() === '是' ? true : text.trim() === '否' ? false : undefined;
  if (yes !== undefined) return { value: { kind: 'quantity', steps: yes ? 1n : 0n, unit: '是否' }, notes: NO_NOTES };
  return { value: MISSING, notes: [{ code: 'collect.cell.truth', severity: 'error', data: { typed: text } }] };
}

function rangeNote(value: Quantity, { min, max, unit }: Asked): Note | undefined {
  if (min === undefined && max === undefined) return undefined;
  const { exact } = measureOf(value);
  const below = min !== undefined && compare(exact, min) < 0;
  if (!below && (max === undefined || compare(exact, max) <= 0)) return undefined;
  const bound = (below ? min : max) ?? exact;
  const data = {
    value: show(value, unit),
    limit: printExact(divide(bound, unitDefinition(unit).inBase)) ?? '',
    side: below ? 'min' : 'max',
    unit,
  };
  return { code: 'collect.cell.range', severity: 'error', data };
}

const show = (value: Quantity, unit: Unit): string => printMeasure(measureOf(value), unit);
const stepText = (unit: Unit): string => {
  const { step } = unitDefinition(unit).family;
  return step.den === 1n ? '1' : `0.${String(step.num).padStart(String(step.den).length - 1, '0')}`;
};

export function shownText(cell: CellValue): string {
  switch (cell.kind) {
    case 'number':
    case 'text':
      return cell.text;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
      return cell.date;
    case 'error':
      return cell.error;
    case 'empty':
      return '';
  }
}
