/** Values as the inputs of a result and as steps of a walk. */

import type { CompiledFormula } from '../engines/formula/index.ts';
import { measureOf, periodOf, printPeriod, type UnitCode } from '../kernel/index.ts';
import type { Scheme, SchemeItem } from '../scheme/on-files.ts';
import type { ResultInput, Walk } from './contract.ts';
import { type LeftOutDesk, leftOutOf } from './left-out.ts';
import { type OriginDesk, originsOf } from './origins.ts';
import { numberJson, show, valueJson } from './print.ts';
import { type ItemValue, statedAs } from './values.ts';

const periodText = ({ item, shift }: ItemValue, scheme: Scheme): string =>
  printPeriod(periodOf(item.period, scheme.year, shift));

/** What a reader sees of a stated value of another nature: the value itself, though it may not be compared. */
function readable(value: ItemValue): ItemValue['outcome'] {
  const { outcome, figure } = value;
  if (outcome.kind !== 'gap' || outcome.why !== 'not-comparable' || figure === undefined) return outcome;
  return statedOutcome(value.item, figure.value) ?? outcome;
}

function statedOutcome(
  item: SchemeItem,
  stated: NonNullable<ItemValue['figure']>['value'],
): ItemValue['outcome'] | undefined {
  if (stated.kind === 'gap') return undefined;
  if (stated.kind === 'text') return stated;
  return item.type === 'truth' ? { kind: 'truth', truth: stated.steps !== 0n } : measureOf(stated);
}

function coverageOf({ coverage, item }: ItemValue): ResultInput['coverage'] {
  return (
    coverage && {
      of: coverage.of,
      reported: coverage.reported,
      missing: coverage.missing.map(({ code }) => code),
      sumOfReported: numberJson(coverage.sumOfReported, item.unit),
    }
  );
}

export function sourceOf({ figure, rows, counted, item }: ItemValue): ResultInput['source'] {
  if (figure !== undefined) return figure.source;
  if (counted !== undefined) return { kind: 'register', units: counted.length };
  if (rows === undefined || item.computed?.kind !== 'ledger') return undefined;
  return { kind: 'ledger', ledger: item.computed.ledger, rows: rows.map(({ at }) => at) };
}

function common(value: ItemValue, desk: LeftOutDesk) {
  const [coverage, source, nature] = [coverageOf(value), sourceOf(value), value.figure?.nature];
  const leftOut = leftOutOf(value, desk);
  return {
    item: value.item.code,
    name: value.item.name,
    period: periodText(value, desk.scheme),
    value: valueJson(readable(value), value.item.unit),
    shown: show(readable(value), value.item.unit),
    ...(nature === undefined ? {} : { nature }),
    ...(source === undefined ? {} : { source }),
    ...(coverage === undefined ? {} : { coverage }),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}

/** The items that formulas read at the unit, each once and in the order they are written. */
export function inputsOf(formulas: readonly CompiledFormula[], unit: UnitCode, desk: LeftOutDesk): ResultInput[] {
  const read = new Map<string, ItemValue>();
  for (const use of formulas.flatMap(({ uses }) => uses)) {
    const value = desk.valueAt(use.item, unit, use.shift);
    // Read of each unit below only: the unit itself is not asked for it.
    if (use.group !== undefined && value.outcome.kind === 'gap' && value.outcome.why === 'not-applicable') continue;
    read.set(`${use.item} ${use.shift}`, value);
  }
  return [...read.values()].map((value) => ({ ...common(value, desk), unit }));
}

export function walkOf(value: ItemValue, desk: OriginDesk): Walk {
  const { item, unit, own, parts } = value;
  const stated = statedAs(value);
  return {
    ...common(value, desk),
    unit: { code: unit.code, name: unit.name },
    how: value.how,
    ...(stated === item.code ? {} : { statedAs: stated }),
    ...(value.formula === undefined ? {} : { formula: value.formula.text }),
    evidence: desk.proofsOf(stated, unit.code),
    count: parts.length + (own === undefined ? 0 : 1),
    inputs(most = Number.POSITIVE_INFINITY) {
      const below = parts.slice(0, most).map((part) => desk.valueAt(part.item, part.unit, part.shift));
      return [...(own === undefined ? [] : [own]), ...below].slice(0, most).map((part) => walkOf(part, desk));
    },
    origins: () => originsOf(value, desk),
  };
}
