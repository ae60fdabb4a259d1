/**
 * Rows of a register made into a tree. What does not fit is said and put where it does least harm: a unit without a
 * usable parent stands below the root, the second of two alike is left out.
 */
import { type Finding, type Place, parseUnitCode, type UnitCode } from '../kernel/index.ts';
import type { OrgTree, OrgUnit, UnitKind } from './contract.ts';
import { KIND_OVER } from './kinds.ts';
import { OrgProblem } from './problems.ts';

/** One unit as a register states it, before anything is known of the others. */
export interface OrgRow {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  /** Code or name of the unit above. */
  readonly parent?: string;
  /** Code or name of the county that hosts a zone. */
  readonly host?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Place;
}

export interface BuiltTree {
  readonly tree: OrgTree;
  readonly findings: readonly Finding[];
}

/** Throws `org.empty` for no rows: an evaluation needs somebody to be of. */
export function buildOrgTree(rows: readonly OrgRow[]): BuiltTree {
  if (rows.length === 0) throw OrgProblem.empty({});
  const findings: Finding[] = [];
  const tell = (code: string, severity: Finding['severity'], row: OrgRow, data: Record<string, string>): void => {
    findings.push({ code, severity, at: { ...row.at, unit: row.code }, data: { unit: row.name, ...data } });
  };
  const known = new Map<string, OrgRow>();
  for (const row of rows) {
    const first = known.get(row.code);
    if (first === undefined) known.set(row.code, row);
    else tell('org.unit.double', 'error', row, { code: row.code, first: first.name });
  }
  const kept = [...known.values()];
  const find = finder(kept);
  const above = new Map<OrgRow, OrgRow>();
  for (const row of kept) {
    if (row.parent === undefined) continue;
    const parent = find(row.parent);
    if (parent === undefined) tell('org.unit.parentUnknown', 'error', row, { parent: row.parent });
    else above.set(row, parent);
  }
  for (const row of closingCycles(kept, above)) {
    tell('org.unit.cycle', 'error', row, { parent: above.get(row)?.name ?? '' });
    above.delete(row);
  }
  const hosts = new Map<OrgRow, OrgRow>();
  for (const row of kept) {
    if (row.host === undefined) continue;
    const host = find(row.host);
    if (host === undefined) tell('org.unit.hostUnknown', 'error', row, { host: row.host });
    else hosts.set(row, host);
  }
  const root = rootOf(kept, above);
  const units = kept.map((row): OrgUnit => {
    const parent = above.get(row)?.code ?? (row.code === root.code ? undefined : root.code);
    const host = hosts.get(row)?.code;
    return {
      code: row.code,
      name: row.name,
      kind: row.kind,
      ...(parent === undefined ? {} : { parent }),
      ...(host === undefined ? {} : { host }),
      attributes: row.attributes,
      at: row.at,
    };
  });
  return { tree: treeOf(units.find(({ code }) => code === root.code) ?? root, units), findings };
}

/** By code, then by a name that only one unit has: two 中心小学 are told apart by their codes alone. */
function finder<T extends { readonly code: string; readonly name: string }>(
  units: readonly T[],
): (codeOrName: string) => T | undefined {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = new Map<string, T | undefined>();
  for (const unit of units) byName.set(unit.name, byName.has(unit.name) ? undefined : unit);
  return (codeOrName) => byCode.get(codeOrName) ?? byName.get(codeOrName);
}

/** One row of each cycle, the one met first; every row is walked once. */
function closingCycles(rows: readonly OrgRow[], above: ReadonlyMap<OrgRow, OrgRow>): OrgRow[] {
  const walkedBy = new Map<OrgRow, OrgRow>();
  return rows.flatMap((start) => {
    let at: OrgRow | undefined = start;
    while (at !== undefined && !walkedBy.has(at)) {
      walkedBy.set(at, start);
      at = above.get(at);
    }
    // Met again on the same walk: the walk came round.
    return at !== undefined && walkedBy.get(at) === start ? [at] : [];
  });
}

const RANKS: readonly UnitKind[] = ['province', 'prefecture', 'county', 'zone', 'school'];
const rank = (kind: UnitKind): number => RANKS.indexOf(kind);
/** The unit over all; one is made up where a table names only equals. */
function rootOf(rows: readonly OrgRow[], above: ReadonlyMap<OrgRow, OrgRow>): OrgUnit {
  const tops = rows.filter((row) => !above.has(row)).sort((a, b) => rank(a.kind) - rank(b.kind));
  const [first, second] = tops as [OrgRow, OrgRow?];
  if (second === undefined || rank(first.kind) < Math.min(rank(second.kind), rank('zone'))) {
    return { code: first.code, name: first.name, kind: first.kind, attributes: first.attributes };
  }
  const code = parseUnitCode('全部单位');
  if (code === undefined) throw new Error('the code of the made-up root does not parse');
  return { code, name: '全部单位', kind: KIND_OVER[first.kind], attributes: {} };
}

function treeOf(root: OrgUnit, units: readonly OrgUnit[]): OrgTree {
  const children = new Map<string, OrgUnit[]>();
  for (const unit of units) {
    if (unit.parent === undefined) continue;
    const siblings = children.get(unit.parent);
    if (siblings === undefined) children.set(unit.parent, [unit]);
    else siblings.push(unit);
  }
  // With a stack of its own: a register may hold a chain longer than calls can nest.
  const walk = (from: OrgUnit): OrgUnit[] => {
    const [met, waiting]: [OrgUnit[], OrgUnit[]] = [[], [from]];
    for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
      met.push(unit);
      for (const child of (children.get(unit.code) ?? []).toReversed()) waiting.push(child);
    }
    return met;
  };
  const ordered = walk(root);
  const memo = new Map<string, readonly OrgUnit[]>();
  const find = finder(ordered);
  return {
    root,
    units: ordered,
    find,
    children: (of) => children.get(of) ?? [],
    below(of, kind) {
      const key = `${of} ${kind}`;
      const start = find(of);
      const found = memo.get(key) ?? (start === undefined ? [] : walk(start).filter((unit) => unit.kind === kind));
      memo.set(key, found);
      return found;
    },
  };
}
