/** Compiles the expressions of a template against a scheme; what no longer resolves is listed, slot by slot. */
import { type CompiledFormula, compileFormula, type FormulaNames, type FormulaType } from '../engines/formula/index.ts';
import { type Dimension, type Finding, unitDefinition } from '../kernel/index.ts';
import type { Scheme, SchemeLedger } from '../scheme/on-files.ts';
import { type ListName, parseListName } from './collections.ts';
import type { TemplateData } from './contract.ts';
import { type Format, fits, parseFormat } from './format.ts';

export interface Expressions {
  readonly slots: ReadonlyMap<
    string,
    { readonly label: string; readonly formula: CompiledFormula; readonly format: Format }
  >;
  readonly conditions: ReadonlyMap<string, { readonly label: string; readonly formula: CompiledFormula }>;
  readonly lists: ReadonlyMap<string, ListName>;
  readonly findings: readonly Finding[];
}

/** In a template any `@name` may be a fact of the row that is repeated, so attributes are taken as they come. */
function namesOf(scheme: Scheme): FormulaNames {
  const byName = new Map([...scheme.items.values()].map((item) => [item.name, item]));
  const indicators = new Set<string>(scheme.indicators.map(({ code }) => code));
  const ledgers = new Map([...scheme.ledgers.values()].map((ledger) => [ledger.code as string, ledger]));
  const items = new Map([...scheme.items.values()].map((item) => [item.code as string, item]));
  return {
    item: (name) => items.get(name) ?? byName.get(name),
    attribute: () => true,
    ledger: (name) => {
      const ledger = ledgers.get(name);
      return ledger === undefined ? undefined : { columns: columnTypes(ledger) };
    },
    indicator: (code) => indicators.has(code),
  };
}

/** A date is words to a formula. */
function columnTypes(
  ledger: SchemeLedger,
): ReadonlyMap<string, { readonly type: FormulaType; readonly dimension: Dimension }> {
  return new Map(
    [...ledger.columns].map(([code, { unit }]): [string, { type: FormulaType; dimension: Dimension }] => {
      if (unit === '文字' || unit === '日期') return [code, { type: 'text', dimension: '' }];
      if (unit === '是否') return [code, { type: 'truth', dimension: '' }];
      return [code, { type: 'number', dimension: unitDefinition(unit).family.dimension }];
    }),
  );
}

export function compileExpressions(data: TemplateData, scheme: Scheme): Expressions {
  const names = namesOf(scheme);
  const findings: Finding[] = [];
  const compile = (key: string, label: string, text: string): CompiledFormula | undefined => {
    const result = compileFormula(text, names);
    if (result.ok) return result.formula;
    findings.push({
      code: 'report.slot.unresolved',
      severity: 'error',
      at: { slot: key },
      quote: text,
      data: { label, expression: text, scheme: scheme.code },
    });
    return undefined;
  };
  const slots = data.slots.flatMap(({ key, label, value, format: text }) => {
    const [formula, format] = [compile(key, label, value), parseFormat(text)];
    const printable =
      formula !== undefined && format !== undefined && (formula.type !== 'number' || fits(format, formula.dimension));
    if (formula !== undefined && !printable) {
      findings.push({
        code: 'report.slot.format',
        severity: 'error',
        at: { slot: key },
        quote: text,
        data: { label, format: text, expression: value },
      });
    }
    return printable ? [[key, { label, formula, format }] as const] : [];
  });
  const conditions = data.blocks.flatMap(({ key, label, when }) => {
    const formula = when === undefined ? undefined : compile(key, label, when);
    return formula === undefined ? [] : [[key, { label, formula }] as const];
  });
  const lists = data.blocks.flatMap(({ key, label, each }) => {
    if (each === undefined) return [];
    const list = parseListName(each);
    if (list !== undefined) return [[key, list] as const];
    findings.push({
      code: 'report.block.unknownList',
      severity: 'error',
      at: { slot: key },
      quote: each,
      data: { label, list: each },
    });
    return [];
  });
  return { slots: new Map(slots), conditions: new Map(conditions), lists: new Map(lists), findings };
}
