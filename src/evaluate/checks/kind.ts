/** What a kind of check is given and how its findings are placed. */
import { explanationOf } from '../../collect/on-files.ts';
import type { FormulaContext } from '../../engines/formula/index.ts';
import type { Finding, FindingData, ItemCode } from '../../kernel/index.ts';
import type { OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeCheck } from '../../scheme/on-files.ts';
import type { UnitResult } from '../contract.ts';
import type { LastYear } from '../last-year.ts';
import { show } from '../print.ts';
import type { Snapshot } from '../snapshot.ts';
import { levelOf, type Places } from '../units.ts';
import type { Decide, ValueOf } from '../values.ts';

export interface CheckBench {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly snapshot: Snapshot;
  readonly valueAt: ValueOf;
  readonly decide: Decide;
  readonly judged: readonly UnitResult[];
  /** What last year's results say, where they were given. */
  readonly lastYear?: LastYear;
  context(unit: OrgUnit): FormulaContext;
}

export type CheckKind = (check: SchemeCheck, bench: CheckBench) => Iterable<Finding>;

export const unitsOf = (check: SchemeCheck, { places }: CheckBench): readonly OrgUnit[] =>
  places.org.units.filter((unit) => check.levels.includes(levelOf(unit)));

/**
 * At the cell of the first item that the unit itself stated; what must be explained and was there becomes a hint that
 * keeps the explanation. Values of items are printed under their codes.
 */
export function found(
  check: SchemeCheck,
  unit: OrgUnit,
  items: readonly ItemCode[],
  bench: CheckBench,
  data: FindingData = {},
): Finding {
  const stated = items
    .map((item) => bench.snapshot.figure(item, unit.code, 0))
    .find((figure) => figure?.source.kind === 'cell');
  const source = stated?.source;
  const reason = check.severity === 'warn' ? explanationOf(stated) : undefined;
  const place = source?.kind === 'cell' ? { file: source.file, sheet: source.sheet, cell: source.cell } : {};
  const [item] = items;
  const printed = items.map((code) => {
    const value = bench.valueAt(code, unit.code, 0);
    return [code, show(value.outcome, value.item.unit)] as const;
  });
  return {
    code: check.id,
    severity: reason === undefined ? check.severity : 'hint',
    at: { ...place, unit: unit.code, ...(item === undefined ? {} : { item }) },
    data: {
      ...Object.fromEntries(printed),
      kind: check.kind,
      unit: unit.name,
      ...(item === undefined ? {} : { item: bench.scheme.items.get(item)?.name ?? item }),
      ...(check.says === undefined ? {} : { says: check.says }),
      ...data,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

/** `a b c` in a check's params. */
export const codesIn = (text: string | undefined, { scheme }: CheckBench): ItemCode[] =>
  (text ?? '').split(/[\s,、]+/).flatMap((code) => scheme.items.get(code as ItemCode)?.code ?? []);
