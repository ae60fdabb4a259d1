/** Items: what is stated and what is computed, with the defaults that `docs/scheme-format.md` tells. */
import {
  compare,
  type Dimension,
  type ItemCode,
  multiply,
  NATURES,
  type Nature,
  parseDecimal,
  parseItemCode,
  parsePeriodRule,
  parseUnit,
  type Rational,
  type Unit,
  unitDefinition,
} from '../kernel/index.ts';
import type { ItemFile } from './contract.ts';
import type { FormulaDesk, SchemeNames } from './formulas.ts';
import type { Notes } from './notes.ts';
import { type Offices, resolveBy } from './offices.ts';
import type { Computation, SchemeItem, SchemeLedger } from './scheme.ts';

/** What names and formulas need of an item before any formula is compiled. */
export interface ItemHead {
  readonly code: ItemCode;
  readonly name: string;
  readonly unit: Unit;
  readonly type: SchemeItem['type'];
  readonly dimension: Dimension;
}

/** Words and truths carry no dimension: they are compared by what they say. */
export function unitKind(unit: Unit): Pick<ItemHead, 'type' | 'dimension'> {
  if (unit === '文字') return { type: 'text', dimension: '' };
  if (unit === '是否') return { type: 'truth', dimension: '' };
  return { type: 'number', dimension: unitDefinition(unit).family.dimension };
}

export function itemHeads(files: Readonly<Record<string, ItemFile>>, notes: Notes): ItemHead[] {
  const named = new Map<string, string>();
  return Object.entries(files).flatMap(([key, file]) => {
    const code = parseItemCode(key);
    const unit = parseUnit(file.unit);
    if (code === undefined) notes.add('error', 'code.form', ['items', key], { kind: 'item', code: key });
    if (unit === undefined) notes.add('error', 'unit.unknown', ['items', key, 'unit'], { unit: file.unit });
    const first = named.get(file.name);
    if (first !== undefined) notes.add('warn', 'name.double', ['items', key, 'name'], { name: file.name, first });
    named.set(file.name, first ?? key);
    return code === undefined || unit === undefined ? [] : [{ code, name: file.name, unit, ...unitKind(unit) }];
  });
}

const ADDITIVE: ReadonlySet<Dimension> = new Set([
  'money',
  'area',
  'person',
  'visit',
  'school',
  'class',
  'room',
  'thing',
  'occasion',
]);

/** Where an item's own words leave it open how figures go up the tree. */
function usualRoll(head: ItemHead, computed: Computation | undefined): SchemeItem['roll'] {
  // A ledger's rows lie at every level once, so they add up; formulas and school counts are made anew for each unit.
  if (computed !== undefined) return computed.kind === 'ledger' && ADDITIVE.has(head.dimension) ? 'sum' : 'formula';
  if (head.type === 'truth') return 'all';
  return ADDITIVE.has(head.dimension) ? 'sum' : 'apart';
}

function resolveComputation(
  file: ItemFile,
  head: ItemHead,
  ledgers: ReadonlyMap<string, SchemeLedger>,
  names: SchemeNames,
  desk: FormulaDesk,
  notes: Notes,
): Computation | undefined {
  const path = ['items', head.code];
  const wanted = { type: head.type, ...(head.type === 'number' ? { dimension: head.dimension } : {}) };
  if (file.formula !== undefined) {
    const formula = desk.compile(file.formula, [...path, 'formula'], wanted);
    return formula && { kind: 'formula', formula };
  }
  const from = file.from;
  if (from === undefined) return undefined;
  if ('units' in from) {
    if (from.where === undefined) return { kind: 'units' };
    const where = desk.compile(from.where, [...path, 'from', 'where'], { type: 'truth' });
    return where && { kind: 'units', where };
  }
  if ('own' in from) return ownOf(from.own, head, names, notes);
  const ledger = ledgers.get(from.ledger);
  const columns = names.ledgers.get(from.ledger)?.columns;
  if (ledger === undefined || columns === undefined) {
    if (!names.broken.has(from.ledger))
      notes.add('error', 'name.unknown', [...path, 'from', 'ledger'], { kind: 'ledger', name: from.ledger });
    return undefined;
  }
  if (from.sum !== undefined) {
    const column = columns.get(from.sum);
    const at = [...path, 'from', 'sum'];
    if (column === undefined) {
      const data = { name: from.sum, ledger: ledger.code, columns: [...columns.keys()] };
      notes.pass([{ code: 'formula.unknownColumn', severity: 'error', at: {}, data }], at, from.sum);
    } else if (column.type !== 'number') notes.add('error', 'formula.type', at, { wanted: 'number', got: column.type });
    else if (column.dimension !== head.dimension)
      notes.add('error', 'formula.dimension', at, { wanted: head.dimension, got: column.dimension });
  }
  const where =
    from.where === undefined ? undefined : desk.compileRow(from.where, [...path, 'from', 'where'], ledger.code);
  return {
    kind: 'ledger',
    ledger: ledger.code,
    ...(from.sum === undefined ? {} : { sum: from.sum }),
    ...(where === undefined ? {} : { where }),
  };
}

function ownOf(name: string, head: ItemHead, names: SchemeNames, notes: Notes): Computation | undefined {
  const path = ['items', head.code, 'from', 'own'];
  const of = names.items.get(name);
  if (of === undefined) {
    if (!names.broken.has(name)) notes.add('error', 'name.unknown', path, { kind: 'item', name });
    return undefined;
  }
  if (of.type !== head.type) notes.add('error', 'formula.type', path, { wanted: head.type, got: of.type });
  else if (of.dimension !== head.dimension)
    notes.add('error', 'formula.dimension', path, { wanted: head.dimension, got: of.dimension });
  return { kind: 'own', item: of.code };
}

function limit(text: string | undefined, head: ItemHead, side: 'min' | 'max', notes: Notes): Rational | undefined {
  if (text === undefined) return undefined;
  const value = parseDecimal(text);
  if (value === undefined) notes.add('error', 'decimal.form', ['items', head.code, side], { text });
  return value && multiply(value, unitDefinition(head.unit).inBase);
}

export function resolveItem(
  file: ItemFile,
  head: ItemHead,
  ledgers: ReadonlyMap<string, SchemeLedger>,
  names: SchemeNames,
  offices: Offices,
  desk: FormulaDesk,
  notes: Notes,
): SchemeItem | undefined {
  const path = ['items', head.code];
  const by = resolveBy(file.by ?? {}, [...path, 'by'], offices, notes);
  const isComputed = file.formula !== undefined || file.from !== undefined;
  if (file.formula !== undefined && file.from !== undefined)
    notes.add('error', 'item.twice', path, { item: head.code });
  if (isComputed && file.by !== undefined) notes.add('error', 'item.computedBy', [...path, 'by'], { item: head.code });
  const lostBy = Object.keys(file.by ?? {}).length > Object.keys(by).length;
  if (!isComputed && !lostBy && Object.keys(by).length === 0)
    notes.add('error', 'item.unstated', path, { item: head.code, name: head.name });

  const computed = resolveComputation(file, head, ledgers, names, desk, notes);
  const period = parsePeriodRule(file.period ?? 'calendar');
  if (period === undefined) notes.add('error', 'period.form', [...path, 'period'], { text: file.period ?? '' });
  const isNature = (text: string): text is Nature => (NATURES as readonly string[]).includes(text);
  for (const [side, nature] of Object.entries(file.nature ?? {})) {
    if (!isNature(nature))
      notes.add('error', 'name.unknown', [...path, 'nature', side], { kind: 'nature', name: nature });
  }
  const nature = file.nature as { this: Nature; prior: Nature } | undefined;

  const [min, max] = [limit(file.min, head, 'min', notes), limit(file.max, head, 'max', notes)];
  if (min !== undefined && max !== undefined && compare(min, max) > 0) {
    notes.add('error', 'item.range', [...path, 'min'], { min: file.min ?? '', max: file.max ?? '', unit: head.unit });
  }
  const roll = file.roll ?? usualRoll(head, computed);
  const fits = { sum: head.type === 'number', all: head.type === 'truth', apart: true, formula: isComputed }[roll];
  if (!fits) notes.add('error', 'item.roll', [...path, 'roll'], { roll, unit: head.unit });
  // Half an item would be blamed again by every form that lists it.
  if (period === undefined || lostBy || (isComputed && computed === undefined)) return undefined;
  const atSchool = by.school !== undefined;
  return {
    ...head,
    ...(file.definition === undefined ? {} : { definition: file.definition }),
    period,
    ...(nature === undefined ? {} : { nature }),
    by,
    roll,
    zone: file.zone ?? (atSchool ? 'host' : 'apart'),
    required: file.required ?? !isComputed,
    prior: file.prior ?? (!isComputed && head.type === 'number' && !atSchool),
    ...(computed === undefined ? {} : { computed }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(file.basis === undefined ? {} : { basis: file.basis }),
  };
}
