/**
 * Rules a unit's own figures must keep while it fills them: what must hold between them, and what may only grow. An
 * evaluation asks the same of totals; here a rule that reads other units or ledgers cannot be decided, and says nothing.
 */
import type { FormulaContext, Outcome } from '../../engines/formula/index.ts';
import {
  compare,
  divide,
  type Finding,
  gap,
  type ItemCode,
  isZero,
  measureOf,
  printMeasure,
  subtract,
  withThousands,
} from '../../kernel/index.ts';
import type { OrgUnit } from '../../org/pure.ts';
import type { Level, SchemeCheck, SchemeItem } from '../../scheme/on-files.ts';
import { type CheckedFigure, concerned, type Figures, findingAt, numberOf, type Pair } from './checked.ts';
import { namedIn } from './fill-says.ts';

export type Items = ReadonlyMap<ItemCode, Pick<SchemeItem, 'name' | 'unit' | 'type' | 'computed' | 'by' | 'roll'>>;

export function checkOwn(checks: readonly SchemeCheck[], of: Figures, items: Items): Finding[] {
  const units = [...Map.groupBy(of.pairs, ({ unit }) => unit.code).values()];
  return checks.flatMap((check) => {
    if (check.kind === 'notBelowPrior') return notBelowPrior(check, of);
    return check.kind === 'holds' ? units.flatMap((pairs) => holds(check, pairs, items)) : [];
  });
}

/** 只增不减 (YOY-1, YOY-2). A true fall may be filed, with its reason. */
const notBelowPrior = (check: SchemeCheck, of: Figures): Finding[] =>
  concerned(check, of).flatMap((pair): Finding[] => {
    const [now, prior] = [numberOf(pair.now), numberOf(pair.prior)];
    if (now === undefined || prior === undefined || compare(now.exact, prior.exact) >= 0) return [];
    const fall = { ...now, exact: subtract(prior.exact, now.exact) };
    const rate = isZero(prior.exact)
      ? undefined
      : { ...fall, dimension: '' as const, exact: divide(fall.exact, prior.exact) };
    const data = {
      unit: pair.unit.name,
      now: show(now, pair.item.unit),
      before: show(prior, pair.item.unit),
      by: show(fall, pair.item.unit),
      rate: rate === undefined ? '' : `${printMeasure(rate, '%')}%`,
    };
    return [findingAt(check, pair, data)];
  });

/** The rule of one unit, told at the first of its figures that the unit stated. */
function holds(check: SchemeCheck, pairs: readonly Pair[], items: Items): Finding[] {
  const [first] = pairs;
  const { rule } = check;
  if (rule === undefined || first === undefined || !check.levels.includes(first.level)) return [];
  if (rule.ledgers.length > 0 || rule.uses.some(({ group }) => group !== undefined)) return [];
  const own = pairs.filter(({ item, level }) => !isTotal(items.get(item.code), level));
  const stated = new Map(own.map((pair) => [pair.item.code, pair]));
  const context = contextOf(first.unit, stated, items, 'now');
  const outcome = rule.evaluate(context);
  if (outcome.kind !== 'truth' || outcome.truth) return [];
  const read = [...new Set(rule.uses.map(({ item }) => item))];
  const at = read.flatMap((code) => stated.get(code) ?? []).find(({ now }) => now !== undefined);
  if (at === undefined) return [];
  const told = [...new Set([...read, ...namedIn(check.says)])].filter((code) => items.has(code));
  const printed = told.map((code) => [code, showOutcome(context.item(code), items.get(code)?.unit ?? '1')] as const);
  const data = { ...Object.fromEntries(printed), kind: check.kind, unit: first.unit.name, items: read };
  return [findingAt(check, at, check.says === undefined ? data : { ...data, says: check.says })];
}

const DOWNWARDS: readonly Level[] = ['province', 'prefecture', 'county', 'school'];

/** Of an item that units below state as well, what the unit states is its own part: the item itself is their sum. */
const isTotal = (item: Pick<SchemeItem, 'by' | 'roll'> | undefined, level: Level): boolean =>
  item !== undefined &&
  item.roll !== 'apart' &&
  DOWNWARDS.slice(DOWNWARDS.indexOf(level) + 1).some((below) => item.by[below] !== undefined);

const MISSING: Outcome = gap('missing');

function contextOf(
  unit: OrgUnit,
  stated: ReadonlyMap<ItemCode, Pair>,
  items: Items,
  year: 'now' | 'prior',
): FormulaContext {
  const context: FormulaContext = {
    item(code) {
      const figure = stated.get(code)?.[year];
      if (figure !== undefined) return outcomeOf(figure, items.get(code)?.type === 'truth');
      const computed = items.get(code)?.computed;
      return computed?.kind === 'formula' ? computed.formula.evaluate(context) : MISSING;
    },
    attribute: (name) =>
      name === 'name'
        ? unit.name
        : name === 'kind'
          ? unit.kind
          : (new Map(Object.entries(unit.attributes)).get(name) ?? ''),
    prior: () => (year === 'now' ? contextOf(unit, stated, items, 'prior') : emptyContext),
    members: () => gap('missing'),
    ledgerRows: () => gap('missing'),
    score: () => MISSING,
  };
  return context;
}

const emptyContext: FormulaContext = {
  item: () => MISSING,
  attribute: () => '',
  prior: () => emptyContext,
  members: () => gap('missing'),
  ledgerRows: () => gap('missing'),
  score: () => MISSING,
};

function outcomeOf({ value }: CheckedFigure, isTruth: boolean): Outcome {
  if (value.kind !== 'quantity') return value;
  return isTruth ? { kind: 'truth', truth: value.steps !== 0n } : measureOf(value);
}

const show = (of: Parameters<typeof printMeasure>[0], unit: SchemeItem['unit']): string => {
  const digits = withThousands(printMeasure(of, unit).replace(/\.0+$/, ''));
  if (unit === '1') return digits;
  return unit === '%' ? `${digits}%` : `${digits} ${unit}`;
};

function showOutcome(of: Outcome, unit: SchemeItem['unit']): string {
  switch (of.kind) {
    case 'measure':
      return show(of, unit);
    case 'truth':
      return of.truth ? '是' : '否';
    case 'text':
      return of.text;
    case 'gap':
      return of.why === 'not-applicable' ? '不适用' : '缺';
  }
}
