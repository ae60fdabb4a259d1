/**
 * Which figure stands for (item, unit, year). Exactly one reporter is the item's own; what others state is held
 * against it and never summed, and so is a whole (全市) stated for a unit whose total is made from below.
 */
import { type Figure, type Finding, type ItemCode, periodOf, printPeriod, type UnitCode } from '../kernel/index.ts';
import type { Scheme, SchemeItem } from '../scheme/on-files.ts';
import { fileOf, showStated } from './print.ts';
import { levelOf, type Places } from './units.ts';

export type Shift = 0 | -1;

export interface Snapshot {
  figure(item: ItemCode, unit: UnitCode, shift: number): Figure | undefined;
  /** An earlier year of which no school stated anything, as none is asked to: nothing of it can be made from schools. */
  schoolsSilent(shift: number): boolean;
  readonly findings: readonly Finding[];
}

const slot = (item: string, shift: number): string => `${shift}\t${item}`;

const sameValue = (a: Figure, b: Figure): boolean => showStated(a.value) === showStated(b.value);

/** Own level only, where the total is made from below. */
const madeFromBelow = (item: SchemeItem, figure: Figure, places: Places): boolean =>
  (item.roll === 'sum' || item.roll === 'all') && places.partsOf(item, places.unit(figure.key.subject)).length > 0;

export function takeSnapshot(scheme: Scheme, figures: readonly Figure[], places: Places): Snapshot {
  const standing = new Map<string, Map<UnitCode, Figure>>();
  const others: { readonly at: string; readonly figure: Figure }[] = [];
  const findings: Finding[] = [];
  const shiftOf = shifts(scheme);
  const heard = new Set<number>();
  for (const figure of figures) {
    const item = scheme.items.get(figure.key.item);
    const unit = places.org.find(figure.key.subject);
    if (item === undefined || unit === undefined) continue;
    const shift = shiftOf(item, printPeriod(figure.key.period));
    if (shift === undefined) {
      findings.push(about('evaluate.figure.period', 'warn', item, figure, { period: printPeriod(figure.key.period) }));
      continue;
    }
    const at = slot(item.code, shift);
    const ofItem = standing.get(at) ?? new Map<UnitCode, Figure>();
    standing.set(at, ofItem);
    const level = levelOf(unit);
    if (level === 'school') heard.add(shift);
    const { dept } = figure.key.reporter;
    const owner = level === 'school' || dept === undefined || dept === item.by[level];
    if (!owner || (figure.key.scope === 'whole' && madeFromBelow(item, figure, places))) {
      others.push({ at, figure });
      continue;
    }
    const first = ofItem.get(unit.code);
    if (first === undefined) ofItem.set(unit.code, figure);
    else
      findings.push(
        about('evaluate.figure.double', 'error', item, figure, {
          first: showStated(first.value),
          second: showStated(figure.value),
          where: fileOf(first.source),
        }),
      );
  }
  for (const { at, figure } of others) {
    const stands = standing.get(at)?.get(figure.key.subject);
    const item = scheme.items.get(figure.key.item);
    if (
      item === undefined ||
      stands === undefined ||
      figure.key.scope !== stands.key.scope ||
      sameValue(stands, figure)
    )
      continue;
    findings.push(
      about('evaluate.figure.otherReporter', 'warn', item, figure, {
        own: showStated(stands.value),
        other: showStated(figure.value),
        dept: figure.key.reporter.dept ?? '',
      }),
    );
  }
  return {
    figure: (item, unit, shift) => standing.get(slot(item, shift))?.get(unit),
    schoolsSilent: (shift) => shift !== 0 && !heard.has(shift),
    findings,
  };
}

function shifts(scheme: Scheme): (item: SchemeItem, period: string) => Shift | undefined {
  const periods = new Map<string, Shift>();
  for (const item of scheme.items.values()) {
    for (const shift of [-1, 0] as const)
      periods.set(`${item.code} ${printPeriod(periodOf(item.period, scheme.year, shift))}`, shift);
  }
  return (item, period) => periods.get(`${item.code} ${period}`);
}

function about(
  code: string,
  severity: Finding['severity'],
  item: SchemeItem,
  figure: Figure,
  data: Finding['data'],
): Finding {
  const { source } = figure;
  const place = source.kind === 'cell' ? { file: source.file, sheet: source.sheet, cell: source.cell } : {};
  return {
    code,
    severity,
    at: { ...place, unit: figure.key.subject, item: item.code },
    data: { item: item.name, unit: figure.key.subject, ...data },
  };
}
