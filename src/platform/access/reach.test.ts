import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlacedUnit, reachOf, treeOfUnits } from './reach.ts';

const post = (unit: number, role: 'office' | 'systemAdmin' = 'office') => ({ post: `${unit}`, unit, dept: '', role });

test('a unit that is no longer in the register still reaches itself, for the years it stood there', () => {
  expect(reachOf([post(9)], treeOfUnits([{ unit: 1, parent: null, host: null }]))).toEqual([9]);
});

test('nothing is reached that does not hang under a post, whatever the register says', () => {
  const number = fc.integer({ min: 1, max: 12 });
  const maybe = fc.option(number, { nil: null });
  const register = fc.uniqueArray(fc.record({ unit: number, parent: maybe, host: maybe }), {
    selector: ({ unit }) => unit,
  });
  fc.assert(
    fc.property(register, fc.array(number, { maxLength: 3 }), (units: PlacedUnit[], held) => {
      const over = new Map(units.map(({ unit, parent, host }) => [unit, [parent, host]]));
      const hangs = (unit: number, seen = new Set<number>()): boolean =>
        held.includes(unit) ||
        (!seen.has(unit) &&
          (over.get(unit) ?? []).some((above) => above !== null && hangs(above, new Set([...seen, unit]))));
      const reach = reachOf(
        held.map((unit) => post(unit)),
        treeOfUnits(units),
      );
      const rooted = units.some(({ unit, parent }) => parent === null && held.includes(unit));
      expect(reach === '*').toBe(rooted);
      if (reach !== '*') {
        expect(reach.every((unit) => hangs(unit))).toBe(true);
        expect(units.filter(({ unit }) => hangs(unit)).every(({ unit }) => reach.includes(unit))).toBe(true);
      }
      expect(reachOf([...held.map((unit) => post(unit, 'systemAdmin'))], treeOfUnits(units))).toEqual([]);
    }),
  );
});
