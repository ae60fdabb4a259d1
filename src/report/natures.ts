/**
 * 执行数 or 决算数: a report says of money what whoever stated it said, never what was asked for. A total whose parts
 * differ is named by the nature most of them have, and the others by name: 「执行数，丰禾县为预算数」.
 */
import type { Walk } from '../evaluate/on-files.ts';
import type { ItemCode } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import { leavesOf } from './trace.ts';

/** Of the evaluee's figures of this year, by item; items that are asked in no nature are left out. */
export const naturesOf = ({ scheme, evaluation, evaluee }: Material): ReadonlyMap<ItemCode, string> =>
  new Map(
    [...scheme.items.values()].flatMap(({ code, nature }) =>
      nature === undefined ? [] : [[code, natureOf(evaluation.walk(code, evaluee.code, 0)) ?? nature.this] as const],
    ),
  );

/** Undefined where nobody said. */
export function natureOf(walk: Walk | undefined): string | undefined {
  const said = walk === undefined ? [] : leavesOf(walk).filter(({ nature }) => nature !== undefined);
  const [usual, ...others] = [...Map.groupBy(said, ({ nature }) => nature ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const differing = others.map(([nature, walks]) => {
    const units = [...new Set(walks.map(({ unit }) => unit.name))].join('、');
    return `，${units}为${nature}`;
  });
  return usual === undefined ? undefined : `${usual[0]}${differing.join('')}`;
}
