/**
 * The 差异系数 a scheme computes, found in its formulas: what is measured for how many, and the limit some formula holds
 * it to, itself or through the greatest of several. Pure.
 */
import {
  type CompiledFormula,
  compileFormula,
  cvParts,
  type FormulaNames,
  greatestOf,
  metParts,
  upperLimits,
} from '../../engines/formula/index.ts';
import { compare, type Rational } from '../../kernel/index.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';

export interface Measure {
  readonly item: SchemeItem;
  readonly amount: CompiledFormula;
  readonly students: CompiledFormula;
  /** Which schools count; all where it is left out. */
  readonly counts?: CompiledFormula;
  /** The strictest a formula of the scheme asks. */
  readonly limit?: Rational;
}

/** So many of these must a school meet: 七项指标至少六项达标. */
export interface Standard {
  readonly item: SchemeItem;
  readonly parts: readonly CompiledFormula[];
  readonly needed: Rational;
}

export function measuresOf(scheme: Scheme): readonly Measure[] {
  const names = namesOf(scheme);
  const limits = limitsOf(scheme, names);
  return [...scheme.items.values()].flatMap((item): Measure[] => {
    const text = formulaOf(item);
    const parts = text === undefined ? undefined : cvParts(text);
    if (parts === undefined) return [];
    const amount = compiled(parts.amount, names);
    const students = compiled(parts.weight, names);
    if (amount === undefined || students === undefined) return [];
    const counts = parts.condition === undefined ? undefined : compiled(parts.condition, names);
    const limit = limits.get(item.code);
    return [
      {
        item,
        amount,
        students,
        ...(counts === undefined ? {} : { counts }),
        ...(limit === undefined ? {} : { limit }),
      },
    ];
  });
}

/** The standard asked of the schools whose students a measure counts; undefined where the scheme has none. */
export function standardFor(scheme: Scheme, { students }: Measure): Standard | undefined {
  const [weight] = students.uses;
  for (const item of scheme.items.values()) {
    if (item.computed?.kind !== 'units' || item.computed.where === undefined) continue;
    const { where } = item.computed;
    const met = metParts(where.text);
    if (met === undefined || !where.uses.some((use) => use.item === weight?.item)) continue;
    const names = namesOf(scheme);
    const parts = met.parts.flatMap((text) => compiled(text, names) ?? []);
    return { item, parts, needed: met.needed };
  }
  return undefined;
}

function limitsOf(scheme: Scheme, names: FormulaNames): ReadonlyMap<string, Rational> {
  const limits = new Map<string, Rational>();
  const note = (code: string, limit: Rational): void => {
    const known = limits.get(code);
    if (known === undefined || compare(limit, known) < 0) limits.set(code, limit);
  };
  for (const text of textsOf(scheme))
    for (const { name, limit } of upperLimits(text)) {
      const code = names.item(name)?.code;
      const item = code === undefined ? undefined : scheme.items.get(code);
      if (item === undefined) continue;
      note(item.code, limit);
      for (const each of greatestOf(formulaOf(item) ?? '')) note(names.item(each)?.code ?? each, limit);
    }
  return limits;
}

const textsOf = ({ items, indicators }: Scheme): readonly string[] => [
  ...[...items.values()].flatMap((item) => formulaOf(item) ?? []),
  ...indicators.flatMap(({ leaf }) => (leaf?.rule.type === 'threshold' ? [leaf.rule.met.text] : [])),
];

const formulaOf = ({ computed }: SchemeItem): string | undefined =>
  computed?.kind === 'formula' ? computed.formula.text : undefined;

function compiled(text: string, names: FormulaNames): CompiledFormula | undefined {
  const result = compileFormula(text, names);
  return result.ok ? result.formula : undefined;
}

function namesOf({ items }: Scheme): FormulaNames {
  const byName = new Map([...items.values()].map((item) => [item.name, item]));
  return {
    item(name) {
      const item = items.get(name as SchemeItem['code']) ?? byName.get(name);
      return item && { code: item.code, type: item.type === 'number' ? 'number' : 'text', dimension: item.dimension };
    },
    attribute: () => true,
    ledger: () => undefined,
    indicator: () => false,
  };
}
