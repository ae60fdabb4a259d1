/**
 * Which figure stands for (item, unit, year). Exactly one reporter is the item's own; what others state is held
 * against it and never summed, and so is a whole (全市) stated for a unit whose total is made from below.
 */
import {
  type Figure,
  type Finding,
  type ItemCode,
  type Period,
  periodOf,
  printPeriod,
  type UnitCode,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme, SchemeItem } from '../scheme/on-files.ts';
import { fileOf, showStated } from './print.ts';
import { levelOf, type Places } from './units.ts';

export type Shift = 0 | -1;

export interface Snapshot {
  figure(item: ItemCode, unit: UnitCode, shift: number): Figure | undefined;
  /** An earlier year of which no school stated anything, as none is asked to: nothing of it can be made from schools. */
  schoolsSilent(shift: number): boolean;
  readonly findings: readonly Finding[];
  readonly units: ReadonlyMap<UnitCode, UnitFigures>;
}

/** What stands at one unit. */
interface UnitFigures {
  readonly now: ReadonlyMap<ItemCode, Figure>;
  readonly prior: ReadonlyMap<ItemCode, Figure>;
  readonly findings: readonly Finding[];
}

/** Of an earlier snapshot only what was stated at the units that moved is looked at again. */
export interface Since {
  readonly snapshot: Snapshot;
  readonly moved: ReadonlySet<UnitCode>;
}

const NONE: ReadonlyMap<ItemCode, Figure> = new Map();

const sameValue = (a: Figure, b: Figure): boolean => showStated(a.value) === showStated(b.value);

/** Own level only, where the total is made from below. */
const madeFromBelow = (item: SchemeItem, unit: OrgUnit, places: Places): boolean =>
  (item.roll === 'sum' || item.roll === 'all') && places.partsOf(item, unit).length > 0;

export function takeSnapshot(scheme: Scheme, figures: readonly Figure[], places: Places, since?: Since): Snapshot {
  const again = since === undefined ? figures : figures.filter(({ key }) => since.moved.has(key.subject));
  const stated = Map.groupBy(again, ({ key }) => key.subject);
  const shiftOf = shifts(scheme);
  const units = new Map<UnitCode, UnitFigures>();
  let isPriorHeard = false;
  for (const unit of places.org.units) {
    const of = since === undefined || since.moved.has(unit.code);
    const held = of
      ? standing(scheme, unit, stated.get(unit.code) ?? [], places, shiftOf)
      : since.snapshot.units.get(unit.code);
    if (held === undefined) continue;
    units.set(unit.code, held);
    isPriorHeard ||= unit.kind === 'school' && held.prior.size > 0;
  }
  return {
    units,
    figure: (item, unit, shift) =>
      (shift === 0 ? units.get(unit)?.now : shift === -1 ? units.get(unit)?.prior : NONE)?.get(item),
    schoolsSilent: (shift) => shift !== 0 && !(shift === -1 && isPriorHeard),
    findings: [...units.values()].flatMap((held) => held.findings),
  };
}

function standing(
  scheme: Scheme,
  unit: OrgUnit,
  figures: readonly Figure[],
  places: Places,
  shiftOf: ReturnType<typeof shifts>,
): UnitFigures {
  const [now, prior] = [new Map<ItemCode, Figure>(), new Map<ItemCode, Figure>()];
  const others: { readonly of: typeof now; readonly item: SchemeItem; readonly figure: Figure }[] = [];
  const findings: Finding[] = [];
  const level = levelOf(unit);
  for (const figure of figures) {
    const item = scheme.items.get(figure.key.item);
    if (item === undefined) continue;
    const shift = shiftOf(item, figure.key.period);
    if (shift === undefined) {
      findings.push(about('evaluate.figure.period', 'warn', item, figure, { period: printPeriod(figure.key.period) }));
      continue;
    }
    const of = shift === 0 ? now : prior;
    const { dept } = figure.key.reporter;
    const owner = level === 'school' || dept === undefined || dept === item.by[level];
    if (!owner || (figure.key.scope === 'whole' && madeFromBelow(item, unit, places))) {
      others.push({ of, item, figure });
      continue;
    }
    const first = of.get(item.code);
    if (first === undefined) of.set(item.code, figure);
    else
      findings.push(
        about('evaluate.figure.double', 'error', item, figure, {
          first: showStated(first.value),
          second: showStated(figure.value),
          where: fileOf(first.source),
        }),
      );
  }
  for (const { of, item, figure } of others) {
    const stands = of.get(item.code);
    if (stands === undefined || figure.key.scope !== stands.key.scope || sameValue(stands, figure)) continue;
    findings.push(
      about('evaluate.figure.otherReporter', 'warn', item, figure, {
        own: showStated(stands.value),
        other: showStated(figure.value),
        dept: figure.key.reporter.dept ?? '',
      }),
    );
  }
  return { now, prior, findings };
}

function shifts(scheme: Scheme): (item: SchemeItem, period: Period) => Shift | undefined {
  const periods = new Map<ItemCode, ReadonlyMap<string, Shift>>();
  for (const item of scheme.items.values()) {
    const at = (shift: Shift) => [printPeriod(periodOf(item.period, scheme.year, shift)), shift] as const;
    periods.set(item.code, new Map([at(-1), at(0)]));
  }
  return (item, period) => periods.get(item.code)?.get(printPeriod(period));
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
