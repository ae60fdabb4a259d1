/** What the names of a published scheme mean in a formula, for checking and completing one in the browser. */
import type { FormulaNames, FormulaType, Offer } from '../../../src/engines/formula/index.ts';
import { type ItemCode, parseUnit, unitDefinition } from '../../../src/kernel/index.ts';
import type { SchemePage } from '../../../src/scheme/replies.ts';

const TRUTH = '是否';
const DATE = '日期';

/** `是否` and `文字` are no measures; a date of a ledger is a text. */
function kindOf(unit: string): { readonly type: FormulaType; readonly dimension: string } {
  if (unit === TRUTH) return { type: 'truth', dimension: '' };
  const known = unit === DATE ? undefined : parseUnit(unit);
  const dimension = known === undefined ? 'text' : unitDefinition(known).family.dimension;
  return dimension === 'text' ? { type: 'text', dimension: '' } : { type: 'number', dimension };
}

export function namesOf({ items, ledgers, indicators }: SchemePage): FormulaNames {
  const known = new Map(
    items.flatMap(({ code, name, type, unit }) => {
      const named = { code: code as ItemCode, type: type as FormulaType, dimension: kindOf(unit).dimension };
      return [
        [name, named],
        [code, named],
      ] as const;
    }),
  );
  const books = new Map<string, { readonly columns: Map<string, ReturnType<typeof kindOf>> }>(
    ledgers.map(({ code, columns }) => [
      code,
      { columns: new Map(columns.map((column) => [column.code, kindOf(column.unit)])) },
    ]),
  );
  const codes = new Set<string>(indicators.map(({ code }) => code));
  return {
    item: (name) => known.get(name),
    attribute: () => true,
    ledger: (name) => books.get(name),
    indicator: (code) => codes.has(code),
  };
}

export const offerOf = ({ items, ledgers, indicators }: SchemePage): Offer => ({
  items: items.map(({ code, name }) => ({ code, name })),
  ledgers: ledgers.map(({ code, name }) => ({ code, name })),
  indicators: indicators.flatMap(({ code, name, leaf }) => (leaf === undefined ? [] : [{ code, name }])),
});
