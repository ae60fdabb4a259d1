/** Computed items after all they read; items that read each other in a ring are named with the whole ring. */
import type { ItemCode } from '../kernel/index.ts';
import type { SchemeItem } from './scheme.ts';

export interface Ordered {
  readonly order: readonly ItemCode[];
  /** Each ring once, first item repeated at its end: `a`, `b`, `a`. */
  readonly rings: readonly (readonly ItemCode[])[];
}

/** Items whose values an item is made from, of either year: a value that waits for its own past never arrives. */
function readBy({ computed }: SchemeItem): readonly ItemCode[] {
  if (computed === undefined || computed.kind === 'ledger' || computed.kind === 'own') return [];
  const formula = computed.kind === 'formula' ? computed.formula : computed.where;
  return [...new Set(formula?.uses.map(({ item }) => item))];
}

export function orderItems(items: ReadonlyMap<ItemCode, SchemeItem>): Ordered {
  const order: ItemCode[] = [];
  const rings: ItemCode[][] = [];
  const state = new Map<ItemCode, 'open' | 'done'>();
  for (const start of items.keys()) {
    // An explicit stack: a chain of 5,000 items is legal and deeper than calls may go.
    const stack = [{ code: start, waits: reads(start) }];
    if (state.has(start)) continue;
    state.set(start, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.waits.pop();
      if (next === undefined) {
        state.set(top.code, 'done');
        if (items.get(top.code)?.computed !== undefined) order.push(top.code);
        stack.pop();
      } else if (state.get(next) === 'open') {
        const ring = stack.slice(stack.findIndex(({ code }) => code === next)).map(({ code }) => code);
        rings.push([...ring, next]);
      } else if (!state.has(next)) {
        state.set(next, 'open');
        stack.push({ code: next, waits: reads(next) });
      }
    }
  }
  return { order, rings };

  function reads(code: ItemCode): ItemCode[] {
    const item = items.get(code);
    return item === undefined ? [] : [...readBy(item)].reverse();
  }
}
