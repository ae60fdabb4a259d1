/** What formulas read together: items read where nobody states them, items nobody reads, limits nobody vouches for. */
import type { CompiledFormula } from '../engines/formula/index.ts';
import type { ItemCode } from '../kernel/index.ts';
import { namesIn } from './checks.ts';
import type { SchemeFile } from './contract.ts';
import type { FormulaDesk } from './formulas.ts';
import type { Notes } from './notes.ts';
import type { SchemeItem } from './scheme.ts';

/** A group is walked for the item's own values; a total from below serves a county, but nothing lies below a school. */
function statedIn({ by, computed }: SchemeItem, group: 'counties' | 'schools'): boolean {
  if (computed !== undefined || by.school !== undefined) return true;
  return group === 'counties' && by.county !== undefined;
}

export function checkReading(items: ReadonlyMap<ItemCode, SchemeItem>, desk: FormulaDesk, notes: Notes): void {
  // The condition of a count of schools is asked of each school, so its own names are read there.
  const perSchool = new Set([...items.values()].map(({ computed }) => computed?.kind === 'units' && computed.where));
  for (const { formula, path } of desk.compiled) {
    for (const use of formula.uses) {
      const group = use.group ?? (perSchool.has(formula) ? 'schools' : undefined);
      const item = items.get(use.item);
      if (group === undefined || item === undefined || statedIn(item, group)) continue;
      notes.add('error', 'item.level', path, { item: item.code, name: item.name, group }, formula.text);
    }
  }
}

/** A unit's own part is what it was asked for; nobody states what is computed. */
export function checkOwnParts(items: ReadonlyMap<ItemCode, SchemeItem>, notes: Notes): void {
  for (const { code, computed } of items.values()) {
    const of = computed?.kind === 'own' ? items.get(computed.item) : undefined;
    if (of?.computed !== undefined)
      notes.add('error', 'item.ownComputed', ['items', code, 'from', 'own'], { item: of.code, name: of.name });
  }
}

/** One hint for all: words serve the report alone, so only numbers and truths are counted. */
export function checkUnused(
  file: SchemeFile,
  items: ReadonlyMap<ItemCode, SchemeItem>,
  compiled: readonly { readonly formula: CompiledFormula }[],
  notes: Notes,
): void {
  const used = new Set<string>(compiled.flatMap(({ formula }) => formula.uses.map(({ item }) => item)));
  for (const { computed } of items.values()) if (computed?.kind === 'own') used.add(computed.item);
  for (const { items: given = [], says = '' } of Object.values(file.checks ?? {}))
    for (const item of [...given, ...namesIn(says)]) used.add(item);
  const unused = [...items.values()]
    .filter(({ code, type }) => type !== 'text' && !used.has(code))
    .map(({ code }) => code);
  const [first] = unused;
  if (first !== undefined) notes.add('hint', 'item.unused', ['items', first], { count: unused.length, items: unused });
}

const LIMITS: ReadonlySet<string> = new Set([
  'threshold',
  'stepDown',
  'proportional',
  'banded',
  'growth',
  'share',
  'list',
  'parts',
]);

export function checkBases(file: SchemeFile, notes: Notes): void {
  for (const [code, { rule, basis }] of Object.entries(file.indicators ?? {})) {
    if (rule !== undefined && basis === undefined && LIMITS.has(rule.type))
      notes.add('warn', 'basis.missing', ['indicators', code], { code });
  }
  const sections = {
    items: file.items,
    indicators: file.indicators,
    checks: file.checks,
    ledgers: file.ledgers,
    vetoes: file.vetoes,
    downgrades: file.downgrades,
    ceilings: file.ceilings,
    'bonus.awards': file.bonus?.awards,
  };
  const places = Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries ?? {}).flatMap(([code, { basis }]) =>
      basis?.source.includes('unsourced') ? [`${section}.${code}`] : [],
    ),
  );
  const [first] = places;
  if (first !== undefined) notes.add('hint', 'basis.unsourced', first.split('.'), { count: places.length, places });
}
