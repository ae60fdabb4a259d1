/** Compiles the formulas of a scheme: what a name means here, what the place wants, and who reads what. */
import {
  type Column,
  type CompiledFormula,
  compileFormula,
  type FormulaNames,
  type FormulaType,
} from '../engines/formula/index.ts';
import type { Dimension, ItemCode } from '../kernel/index.ts';
import type { Notes, Path } from './notes.ts';

interface Wanted {
  /** Left out: any. */
  readonly type?: FormulaType;
  /** Of a number, in base units; left out: any. */
  readonly dimension?: Dimension;
}

export interface Named {
  readonly type: FormulaType;
  readonly dimension: Dimension;
}

/** The names of a scheme. `broken` entries were written but did not fit; formulas that name them are not blamed again. */
export interface SchemeNames {
  readonly items: ReadonlyMap<string, Named & { readonly code: ItemCode }>;
  readonly ledgers: ReadonlyMap<string, { readonly columns: ReadonlyMap<string, Column> }>;
  readonly indicators: ReadonlySet<string>;
  readonly broken: ReadonlySet<string>;
}

export interface FormulaDesk {
  compile(text: string, path: Path, wanted: Wanted): CompiledFormula | undefined;
  /** A condition over one row of a ledger: names are its columns. */
  compileRow(text: string, path: Path, ledger: string): CompiledFormula | undefined;
  readonly compiled: readonly { readonly formula: CompiledFormula; readonly path: Path }[];
}

export function openDesk(names: SchemeNames, notes: Notes): FormulaDesk {
  const compiled: { formula: CompiledFormula; path: Path }[] = [];
  let metBroken = false;
  function known<T>(map: ReadonlyMap<string, T>, name: string): T | undefined {
    if (names.broken.has(name)) metBroken = true;
    return map.get(name);
  }
  const wholeScheme: FormulaNames = {
    item: (name) => known(names.items, name),
    // Attributes are columns of the register of units, which a scheme does not see.
    attribute: () => true,
    ledger: (name) => known(names.ledgers, name),
    indicator(code) {
      if (names.broken.has(code)) metBroken = true;
      return names.indicators.has(code);
    },
  };
  const rowOf = (ledger: string, columns: ReadonlyMap<string, Column>): FormulaNames => ({
    item(name) {
      const column = columns.get(name);
      return column === undefined ? undefined : { code: name as ItemCode, ...column };
    },
    attribute: () => false,
    ledger: () => undefined,
    indicator: () => false,
    row: { ledger, columns: [...columns.keys()] },
  });

  function compile(text: string, path: Path, within: FormulaNames, wanted: Wanted): CompiledFormula | undefined {
    metBroken = false;
    const result = compileFormula(text, within);
    if (!metBroken) notes.pass(result.findings, path, text);
    if (!result.ok) return undefined;
    const { formula } = result;
    if (wanted.type !== undefined && formula.type !== wanted.type) {
      notes.add('error', 'formula.type', path, { wanted: wanted.type, got: formula.type }, text);
      return undefined;
    }
    const { dimension } = wanted;
    if (dimension !== undefined && formula.type === 'number' && formula.dimension !== dimension) {
      // A pure number where an amount is wanted may be meant (NUMBER(x)); an amount of another kind never is.
      const pure = formula.dimension === '';
      notes.add(
        pure ? 'warn' : 'error',
        pure ? 'formula.pure' : 'formula.dimension',
        path,
        { wanted: dimension, got: formula.dimension },
        text,
      );
      if (!pure) return undefined;
    }
    return formula;
  }

  return {
    compiled,
    compile(text, path, wanted) {
      const formula = compile(text, path, wholeScheme, wanted);
      if (formula !== undefined) compiled.push({ formula, path });
      return formula;
    },
    compileRow: (text, path, ledger) =>
      compile(text, path, rowOf(ledger, names.ledgers.get(ledger)?.columns ?? new Map()), { type: 'truth' }),
  };
}
