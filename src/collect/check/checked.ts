/** What checks look at: each figure a unit was asked for, this year beside last, and how a finding about it is made. */
import {
  divide,
  type Figure,
  type Finding,
  type FindingData,
  type Measure,
  measureOf,
  type Period,
  type Place,
  parseDecimal,
  periodOf,
  printMeasure,
  printPeriod,
  type Rational,
  rational,
  type UnitCode,
  withThousands,
} from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/pure.ts';
import type { Level, Scheme, SchemeCheck, SchemeItem } from '../../scheme/on-files.ts';
import type { Submission } from '../contract.ts';
import { placeOf } from '../read/desk.ts';

/** What a check asks of an item, and of a figure: all a browser has of them. */
export type CheckedItem = Pick<SchemeItem, 'code' | 'name' | 'unit' | 'type' | 'dimension' | 'nature'>;
export type CheckedFigure = Pick<Figure, 'value' | 'typed' | 'source' | 'nature' | 'reason' | 'reasonHolds'>;

/** One item of one unit. */
export interface Pair {
  readonly unit: OrgUnit;
  readonly level: Level;
  readonly item: CheckedItem;
  readonly now?: CheckedFigure;
  readonly prior?: CheckedFigure;
}

/** What a check of single figures looks at: all a browser has while someone types. */
export interface Figures {
  readonly pairs: readonly Pair[];
}

export interface Checked extends Figures {
  readonly scheme: Scheme;
  readonly submission: Omit<Submission, 'findings'>;
  /** Words of evidence files that are text. */
  readonly texts: ReadonlyMap<string, string>;
}

export type Check = (check: SchemeCheck, of: Checked) => Finding[];
export type FigureCheck = (check: SchemeCheck, of: Figures) => Finding[];

/** Schools are left out where single figures are looked at: their thousands of cells are for `required` and for rules. */
export function pairsOf(
  scheme: Scheme,
  submission: Omit<Submission, 'findings'>,
  of: 'above' | 'all' = 'above',
): Pair[] {
  const pairs = new Map<string, { unit: OrgUnit; level: Level; item: SchemeItem; now?: Figure; prior?: Figure }>();
  const priorPeriods = new Map<string, string>();
  const units = new Map<UnitCode, OrgUnit>(submission.org.units.map((unit) => [unit.code, unit]));
  for (const figure of submission.figures) {
    const { subject, item: code, period, reporter } = figure.key;
    const [unit, item] = [units.get(subject), scheme.items.get(code)];
    if (unit === undefined || item === undefined || (unit.kind === 'school' && of === 'above')) continue;
    const level = levelOf(unit);
    if (reporter.dept !== undefined && reporter.dept !== item.by[level]) continue;
    const key = `${subject}\t${code}`;
    const pair = pairs.get(key) ?? { unit, level, item };
    const before = priorPeriods.get(code) ?? printPeriod(periodOf(item.period, submission.year, -1));
    priorPeriods.set(code, before);
    if (isPeriod(period, before)) pair.prior ??= figure;
    else if (isPeriod(period, printPeriod(periodOf(item.period, submission.year)))) pair.now ??= figure;
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

const isPeriod = (period: Period, printed: string): boolean => printPeriod(period) === printed;

/** Pairs a check is about: of its levels, and of its items where it names some. */
export const concerned = (check: SchemeCheck, { pairs }: Figures): readonly Pair[] =>
  pairs.filter(
    ({ level, item }) => check.levels.includes(level) && (check.items.length === 0 || check.items.includes(item.code)),
  );

/** The number a figure states; undefined for words and gaps. */
export const numberOf = (figure: CheckedFigure | undefined): Measure | undefined =>
  figure?.value.kind === 'quantity' ? measureOf(figure.value) : undefined;

/** Both years where both are numbers and last year's is not zero, with now / prior. */
export function ratioOf({
  now,
  prior,
}: Pair): { readonly now: Measure; readonly prior: Measure; readonly ratio: Rational } | undefined {
  const [a, b] = [numberOf(now), numberOf(prior)];
  return a === undefined || b === undefined || b.exact.num === 0n
    ? undefined
    : { now: a, prior: b, ratio: divide(a.exact, b.exact) };
}

/** `5%` and `0.05` => 1/20. */
export function parseShare(text: string): Rational | undefined {
  const percent = text.endsWith('%');
  const number = parseDecimal(percent ? text.slice(0, -1) : text);
  return number !== undefined && percent ? divide(number, rational(100n)) : number;
}

/** As a person reads it on the form: `15,240.66`. */
export const shown = (of: Measure, item: Pick<SchemeItem, 'unit'>): string =>
  withThousands(printMeasure(of, item.unit));

export function placeOfPair({ unit, item, now }: Pair): Place {
  return now === undefined ? { unit: unit.code, item: item.code } : placeOf(now.source, unit.code, item.code);
}

/** Characters a 说明 needs to count as one. */
export const REASON_LENGTH = 6;

/** The 说明 beside a figure, where it says enough. */
export const explanationOf = (figure: CheckedFigure | undefined): string | undefined =>
  figure?.reason !== undefined && [...figure.reason].length >= REASON_LENGTH ? figure.reason : undefined;

/** A finding at this year's cell; what must be explained and was becomes a hint that keeps the explanation. */
export function findingAt(check: SchemeCheck, pair: Pair, data: FindingData): Finding {
  const reason = check.severity === 'warn' ? explanationOf(pair.now) : undefined;
  return {
    code: check.id,
    severity: reason === undefined ? check.severity : 'hint',
    at: placeOfPair(pair),
    data: { item: pair.item.name, of: pair.unit.name, ...data, ...(reason === undefined ? {} : { reason }) },
  };
}
