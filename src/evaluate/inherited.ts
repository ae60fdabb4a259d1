/**
 * Figures of the year before that a merged unit has not restated, found in what the units it was made from had accepted
 * last year. Counted things add up; a rate, a word or a truth of several units is none of the new one's, and where a
 * unit went to several, no figure of it is anyone's: both are gaps that say so. What is stated this year goes first.
 */
import {
  type Figure,
  gap,
  type ItemCode,
  periodOf,
  printPeriod,
  quantityJson,
  sameFamily,
  type UnitCode,
} from '../kernel/index.ts';
import type { OrgTree, OrgUnit } from '../org/on-files.ts';
import type { Scheme, SchemeItem } from '../scheme/on-files.ts';
import { levelOf } from './units.ts';

/** A unit whose past is not simply its own. */
export interface Successor {
  readonly unit: OrgUnit;
  /** Codes, as they were then, of the units that went into it. */
  readonly of: readonly UnitCode[];
  /** Whether nothing of them went elsewhere. */
  readonly whole: boolean;
}

interface Rounds {
  readonly round: string;
  readonly last: { readonly round: string; readonly figures: readonly Figure[] };
}

/** The figures stated this year, with those found; an empty cell of last year gives way to what is found. */
export function withInherited(
  scheme: Scheme,
  { figures, org }: { readonly figures: readonly Figure[]; readonly org: OrgTree },
  successors: readonly Successor[],
  { round, last }: Rounds,
): readonly Figure[] {
  const then = byPlace(last.figures, scheme);
  const stated = byPlace(figures, scheme);
  const found = successors.flatMap(({ unit, of, whole }) =>
    [...scheme.items.values()].flatMap((item) => {
      if (item.computed !== undefined || item.by[levelOf(unit)] === undefined) return [];
      const period = periodOf(item.period, scheme.year, -1);
      const printed = printPeriod(period);
      const now = stated.get(place(unit.code, item.code, printed)) ?? [];
      if (now.some(({ value }) => value.kind !== 'gap' || value.why !== 'missing')) return [];
      const parts = of.flatMap((code) => then.get(place(code, item.code, printed))?.[0] ?? []);
      const [first] = parts;
      // One that stated nothing leaves the total missing, as it would be among counties.
      if (first === undefined || parts.length < of.length) return [];
      const value = whole ? together(item, parts) : undefined;
      const inherited: Figure = {
        key: { ...first.key, tenant: org.root.code, round, subject: unit.code, reporter: { unit: unit.code } },
        value: value ?? gap('not-comparable'),
        typed: { text: value?.kind === 'quantity' ? quantityJson(value).value : '' },
        ...(first.nature === undefined ? {} : { nature: first.nature }),
        source: { kind: 'predecessors', round: last.round, units: of },
      };
      return [{ inherited, instead: now }];
    }),
  );
  const given = new Set(found.flatMap(({ instead }) => instead));
  return [...figures.filter((figure) => !given.has(figure)), ...found.map(({ inherited }) => inherited)];
}

/** Undefined where the parts say nothing of the whole. */
function together(item: SchemeItem, parts: readonly Figure[]): Figure['value'] | undefined {
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  if (others.length === 0) return first.value;
  const alike = others.every(({ nature, key }) => nature === first.nature && key.scope === first.key.scope);
  if (item.roll !== 'sum' || !alike || first.value.kind !== 'quantity') return undefined;
  const { unit } = first.value;
  let steps = 0n;
  for (const { value } of parts) {
    if (value.kind !== 'quantity' || !sameFamily(value.unit, unit)) return undefined;
    steps += value.steps;
  }
  return { kind: 'quantity', steps, unit };
}

const place = (unit: UnitCode, item: ItemCode, period: string): string => `${unit}\t${item}\t${period}`;

/** What a unit, or the department whose item it is, stated; what others stated about it is no figure of its own. */
function byPlace(figures: readonly Figure[], scheme: Scheme): ReadonlyMap<string, readonly Figure[]> {
  const own = figures.filter(({ key: { item, reporter } }) => {
    const by = Object.values(scheme.items.get(item)?.by ?? {});
    return reporter.dept === undefined || by.includes(reporter.dept);
  });
  return Map.groupBy(own, ({ key }) => place(key.subject, key.item, printPeriod(key.period)));
}
