/** What names mean in formulas over the items of one task. */
import type { FormulaNames } from '../../../../src/engines/formula/index.ts';
import type { ItemCode } from '../../../../src/kernel/index.ts';
import type { Item } from './cells.ts';

export const namesOf = (items: ReadonlyMap<ItemCode, Item>): FormulaNames => ({
  item(name) {
    const item = items.get(name as ItemCode) ?? [...items.values()].find((each) => each.name === name);
    return item === undefined ? undefined : { code: item.code, type: item.type, dimension: item.dimension };
  },
  attribute: () => true,
  ledger: () => undefined,
  indicator: () => false,
});
