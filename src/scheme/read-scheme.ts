/** One published scheme as people look at it: tree, items, forms, ledgers and clauses, formulas as they are written. */
import Type from 'typebox';
import { printExact, type Rational } from '../kernel/index.ts';
import { query } from '../platform/index.ts';
import { mayReadSchemes } from './policy.ts';
import type {
  Computation,
  Scheme,
  SchemeClause,
  SchemeForm,
  SchemeIndicator,
  SchemeItem,
  SchemeLedger,
  ScoringRule,
} from './scheme.ts';
import { loadPublished } from './schemes.store.ts';

const Word = Type.String({ maxLength: 64 });

/** Throws `scheme.notPublished`. */
export const readScheme = query({
  name: 'scheme.scheme.read',
  input: Type.Object({ scheme: Word, version: Word }, { additionalProperties: false }),
  may: mayReadSchemes,
  run: async (tx, { scheme, version }, { who }) => sayScheme(await loadPublished(tx, who.tenant, scheme, version)),
});

export const sayScheme = (scheme: Scheme) => {
  const { code, name, version, year, levels, hash, pointsDecimals, approval, credibility } = scheme;
  return {
    ...{ code, name, version, year, levels, hash, pointsDecimals, approval, credibility },
    total: plain(scheme.total),
    departments: [...scheme.departments].map(([dept, { name }]) => ({ code: dept as string, name })),
    indicators: scheme.indicators.map(sayIndicator),
    items: [...scheme.items.values()].map(sayItem),
    ledgers: [...scheme.ledgers.values()].map(sayLedger),
    forms: scheme.forms.map(sayForm),
    checks: scheme.checks.map(({ rule, ...check }) => ({
      ...check,
      ...(rule === undefined ? {} : { rule: rule.text }),
    })),
    grades: scheme.grades.map(({ name, from }) => ({ name, ...(from === undefined ? {} : { from: plain(from) }) })),
    vetoes: scheme.vetoes.map(sayClause),
    downgrades: scheme.downgrades.map(sayClause),
    ceilings: scheme.ceilings.map((ceiling) => ({ ...sayClause(ceiling), grade: ceiling.grade })),
  };
};

const sayForm = ({ items, headings, ...form }: SchemeForm) => ({
  ...form,
  items: items.map((item) => item.code),
  headings: Object.fromEntries(headings),
});

const sayIndicator = ({ points, leaf, ...indicator }: SchemeIndicator) => ({
  ...indicator,
  points: plain(points),
  ...(leaf === undefined ? {} : { leaf: sayLeaf(leaf) }),
});

const sayLeaf = ({ rule, value, ...leaf }: NonNullable<SchemeIndicator['leaf']>) => ({
  ...leaf,
  rule: sayRule(rule),
  ...(value === undefined ? {} : { value: value.text }),
});

const sayItem = ({ computed, min, max, dimension: _, ...item }: SchemeItem) => ({
  ...item,
  ...(min === undefined ? {} : { min: plain(min) }),
  ...(max === undefined ? {} : { max: plain(max) }),
  ...(computed === undefined ? {} : { computed: { kind: computed.kind, formula: sayComputed(computed) } }),
});

function sayComputed(computed: Computation): string {
  if (computed.kind === 'formula') return computed.formula.text;
  return computed.kind === 'own' ? computed.item : (computed.where?.text ?? '');
}

const sayLedger = ({ columns, ...ledger }: SchemeLedger) => ({ ...ledger, columns: [...columns.values()] });
const sayClause = ({ when, ...clause }: SchemeClause) => ({ ...clause, when: when.text });

/** Formulas as their text, numbers exact, whatever the type of the rule. */
export type SaidRule = { readonly type: ScoringRule['type'] } & Readonly<Record<string, unknown>>;
const sayRule = (rule: ScoringRule): SaidRule => said(rule) as SaidRule;

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  if ('num' in value && 'den' in value) return plain(value as Rational);
  if ('evaluate' in value && 'text' in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, said(each)]));
}

/** Exact where a decimal can say it, else as a fraction. */
const plain = (value: Rational): string => printExact(value) ?? `${value.num}/${value.den}`;
