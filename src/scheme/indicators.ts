/** The indicator tree: codes tell the parents, leaves carry rules and points, branches the exact sum of their leaves. */
import {
  add,
  equal,
  type IndicatorCode,
  isZero,
  parseIndicatorCode,
  parseUnit,
  printExact,
  type Rational,
  unitDefinition,
  ZERO,
} from '../kernel/index.ts';
import type { IndicatorFile, Level } from './contract.ts';
import type { FormulaDesk } from './formulas.ts';
import type { Notes, Path } from './notes.ts';
import { findOffice, type Offices } from './offices.ts';
import { parsePoints, resolveRule } from './rules.ts';
import type { SchemeIndicator } from './scheme.ts';

export interface IndicatorRoom {
  readonly levels: readonly Level[];
  readonly total: Rational;
  readonly offices: Offices;
  readonly desk: FormulaDesk;
  readonly notes: Notes;
  /** Codes that were written but did not fit: no child is blamed for them. */
  readonly broken: ReadonlySet<string>;
}

/** `B3.1` < `B3` < `B`. */
function parentOf(code: IndicatorCode): IndicatorCode | undefined {
  if (code.length === 1) return undefined;
  const dot = code.lastIndexOf('.');
  return (dot === -1 ? code.slice(0, 1) : code.slice(0, dot)) as IndicatorCode;
}

const isWithin = (code: string, branch: string): boolean =>
  code === branch || (/^[\d.]/.test(code.slice(branch.length)) && code.startsWith(branch));

/** `B2` before `B10`. */
function inOrder(a: IndicatorCode, b: IndicatorCode): number {
  const parts = (code: string): number[] => [
    code.charCodeAt(0),
    ...code.slice(1).split('.').filter(Boolean).map(Number),
  ];
  const [left, right] = [parts(a), parts(b)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs === -1 ? left.length - right.length : (left[differs] ?? 0) - (right[differs] ?? -1);
}

type Leaf = NonNullable<SchemeIndicator['leaf']>;

function resolveLeaf(file: IndicatorFile, of: Rational, path: Path, room: IndicatorRoom): Leaf | undefined {
  const { desk, notes, offices } = room;
  if (file.rule === undefined) {
    notes.add('error', 'indicator.ruleMissing', path, { name: file.name });
    return undefined;
  }
  const rule = resolveRule(file.rule, of, [...path, 'rule'], desk, notes);
  const unit = file.unit === undefined ? undefined : parseUnit(file.unit);
  if (file.unit !== undefined && unit === undefined)
    notes.add('error', 'unit.unknown', [...path, 'unit'], { unit: file.unit });
  const shown = unit === undefined ? {} : { dimension: unitDefinition(unit).family.dimension };
  const value = file.value === undefined ? undefined : desk.compile(file.value, [...path, 'value'], shown);
  const lead = file.lead === undefined ? undefined : findOffice(file.lead, [...path, 'lead'], offices, notes);
  const assist = (file.assist ?? []).flatMap(
    (name, index) => findOffice(name, [...path, 'assist', index], offices, notes) ?? [],
  );
  if (rule === undefined) return undefined;
  return {
    rule,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    levels: file.levels ?? room.levels,
    ...(lead === undefined ? {} : { lead }),
    assist,
    evidence: (file.evidence ?? []).map(({ name, mode }) => ({ name, mode: mode ?? 'upload' })),
    ...(file.problem === undefined ? {} : { problem: file.problem }),
    ...(file.measure === undefined ? {} : { measure: file.measure }),
  };
}

export function resolveIndicators(
  files: Readonly<Record<string, IndicatorFile>>,
  room: IndicatorRoom,
): SchemeIndicator[] {
  const { notes, broken } = room;
  const codes = Object.keys(files)
    .flatMap((key) => {
      const code = parseIndicatorCode(key);
      if (code === undefined) notes.add('error', 'code.form', ['indicators', key], { kind: 'indicator', code: key });
      return code ?? [];
    })
    .sort(inOrder);
  const children = new Map<IndicatorCode, IndicatorCode[]>(codes.map((code) => [code, []]));
  for (const code of codes) {
    const parent = parentOf(code);
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings !== undefined) siblings.push(code);
    else if (!broken.has(parent)) notes.add('error', 'indicator.parentMissing', ['indicators', code], { code, parent });
  }

  // From the last to the first: children before their parents.
  const points = new Map<IndicatorCode, Rational>();
  const leaves = new Map<IndicatorCode, Leaf>();
  // Points that could not be read are no points to add up.
  const lost = new Set<string>(broken);
  for (const code of codes.toReversed()) {
    const file = files[code];
    if (file === undefined) continue;
    const path = ['indicators', code];
    const below = children.get(code) ?? [];
    const stated = file.points === undefined ? undefined : parsePoints(file.points, [...path, 'points'], notes);
    if (file.points !== undefined && stated === undefined) lost.add(code);
    if (below.length > 0) {
      const sum = below.map((child) => points.get(child) ?? ZERO).reduce(add, ZERO);
      points.set(code, sum);
      if (file.rule !== undefined) notes.add('error', 'indicator.ruleOnBranch', [...path, 'rule'], { code });
      if (stated !== undefined && !equal(stated, sum) && ![...lost].some((each) => isWithin(each, code))) {
        notes.add('error', 'points.branch', [...path, 'points'], {
          code,
          sum: printExact(sum) ?? '',
          of: file.points ?? '',
        });
      }
      continue;
    }
    const informs = file.rule?.type === 'information';
    if (file.points === undefined && !informs) notes.add('error', 'points.missing', path, { code });
    if (informs && stated !== undefined && !isZero(stated))
      notes.add('error', 'points.information', [...path, 'points'], { code });
    points.set(code, stated ?? ZERO);
    const leaf = resolveLeaf(file, stated ?? ZERO, path, room);
    if (leaf !== undefined) leaves.set(code, leaf);
  }
  checkTotals(files, codes, children, points, { ...room, broken: lost });

  const walk = (code: IndicatorCode, depth: number): SchemeIndicator[] => {
    const [file, leaf, parent, below] = [files[code], leaves.get(code), parentOf(code), children.get(code) ?? []];
    if (file === undefined) return [];
    const self: SchemeIndicator = {
      code,
      name: file.name,
      ...(parent === undefined ? {} : { parent }),
      depth,
      children: below,
      points: points.get(code) ?? ZERO,
      ...(leaf === undefined ? {} : { leaf }),
      ...(file.basis === undefined ? {} : { basis: file.basis }),
    };
    return [self, ...below.flatMap((child) => walk(child, depth + 1))];
  };
  return codes.filter((code) => parentOf(code) === undefined).flatMap((code) => walk(code, 0));
}

/** Each judged level has its own leaves, and those must make the full mark of the scheme. */
function checkTotals(
  files: Readonly<Record<string, IndicatorFile>>,
  codes: readonly IndicatorCode[],
  children: ReadonlyMap<IndicatorCode, readonly IndicatorCode[]>,
  points: ReadonlyMap<IndicatorCode, Rational>,
  { levels, total, notes, broken }: IndicatorRoom,
): void {
  if (broken.size > 0) return;
  for (const level of levels) {
    const judged = codes.filter(
      (code) => children.get(code)?.length === 0 && (files[code]?.levels ?? levels).includes(level),
    );
    const sum = judged.map((code) => points.get(code) ?? ZERO).reduce(add, ZERO);
    if (!equal(sum, total)) {
      notes.add('error', 'points.total', ['indicators'], {
        level,
        sum: printExact(sum) ?? '',
        of: printExact(total) ?? '',
      });
    }
  }
}
