/** What a register would change from a day on, unit by unit: the same comparison for the preview and for the import. */
import type { UnitCode } from '../kernel/index.ts';
import type { OrgTree } from './contract.ts';
import type { UnitState } from './register.store.ts';

export interface RegisterChange {
  readonly added: readonly UnitState[];
  readonly changed: readonly UnitState[];
  readonly same: number;
}

/** `known`: the states that hold on the day. `first`: the number of the first unit that is new. */
export function compareRegister(tree: OrgTree, known: readonly UnitState[], first: number): RegisterChange {
  const before = new Map(known.map((state) => [state.code, state]));
  const numbers = new Map<string, number>(known.map(({ code, unit }) => [code, unit]));
  const fresh = tree.units.filter(({ code }) => !numbers.has(code));
  for (const [index, { code }] of fresh.entries()) numbers.set(code, first + index);
  const numberOf = (code: UnitCode | undefined): number | null =>
    code === undefined ? null : (numbers.get(code) ?? null);
  const wanted = tree.units.map(
    ({ code, name, kind, parent, host, attributes }, place): UnitState => ({
      unit: numbers.get(code) ?? 0,
      code,
      name,
      kind,
      parent: numberOf(parent),
      host: numberOf(host),
      attributes,
      place,
    }),
  );
  const added = wanted.filter(({ code }) => !before.has(code));
  const changed = wanted.filter((state) => {
    const was = before.get(state.code);
    return was !== undefined && stateText(was) !== stateText(state);
  });
  return { added, changed, same: wanted.length - added.length - changed.length };
}

/** One text per state, whatever the order of its attributes. */
const stateText = ({ name, kind, parent, host, attributes, place }: UnitState): string =>
  JSON.stringify([name, kind, parent, host, Object.entries(attributes).sort(), place]);
