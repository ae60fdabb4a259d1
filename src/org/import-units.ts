/**
 * A register taken over from a day on. Units are known by their codes: a changed name, parent or attribute ends one
 * state and begins the next, so that figures of earlier years keep the tree they were filed in. Units the register
 * does not name stay as they are.
 */
import Type, { type Static } from 'typebox';
import { isError, parseUnitCode } from '../kernel/index.ts';
import { action } from '../platform/index.ts';
import { parseKind } from './kinds.ts';
import { mayKeepUnits } from './policy.ts';
import { OrgProblem } from './problems.ts';
import { addNumbers, holdRegister, nextNumber, replaceStates, statesOn, type UnitState } from './register.store.ts';
import { buildOrgTree, type OrgRow } from './tree.ts';

const Text = Type.String({ minLength: 1, maxLength: 200 });
/** A prefecture has some thousand units; the largest province's register stays below. */
const UNITS_LIMIT = 100_000;

const UnitInput = Type.Object(
  {
    code: Text,
    name: Text,
    kind: Text,
    parent: Type.Optional(Text),
    host: Type.Optional(Text),
    attributes: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 200 }))),
  },
  { additionalProperties: false },
);

export const ImportUnits = Type.Object(
  { begins: Type.String({ format: 'date' }), units: Type.Array(UnitInput, { minItems: 1, maxItems: UNITS_LIMIT }) },
  { additionalProperties: false },
);

export const importUnits = action({
  name: 'org.units.import',
  input: ImportUnits,
  load: (tx, _, { who }) => holdRegister(tx, who.tenant),
  may: mayKeepUnits,
  async run(tx, { begins, units }, _, { who, now }) {
    const { tree, findings } = buildOrgTree(units.map(rowOf));
    if (findings.some(isError))
      throw Object.assign(OrgProblem.registerRefused({ faults: findings.length }), { findings });
    const known = new Map((await statesOn(tx, who.tenant, begins)).map((state) => [state.code, state]));
    const numbers = new Map([...known].map(([code, { unit }]) => [code, unit]));
    const added = tree.units.filter(({ code }) => !numbers.has(code));
    const first = await nextNumber(tx, who.tenant);
    for (const [index, { code }] of added.entries()) numbers.set(code, first + index);
    const wanted = tree.units.map(
      (unit, place): UnitState => ({
        unit: numbers.get(unit.code) ?? 0,
        code: unit.code as string,
        name: unit.name,
        kind: unit.kind,
        parent: unit.parent === undefined ? null : (numbers.get(unit.parent) ?? null),
        host: unit.host === undefined ? null : (numbers.get(unit.host) ?? null),
        attributes: unit.attributes,
        place,
      }),
    );
    const changed = wanted.filter((state) => {
      const before = known.get(state.code);
      return before === undefined || stateText(before) !== stateText(state);
    });
    await addNumbers(
      tx,
      who.tenant,
      added.map(({ code }) => numbers.get(code) ?? 0),
      now,
    );
    await replaceStates(tx, who.tenant, begins, changed);
    return { added: added.length, changed: changed.length - added.length, same: wanted.length - changed.length };
  },
  audit: (counts, { begins }) => ({ about: `register ${begins}`, detail: counts }),
});

/** One text per state, whatever the order of its attributes. */
const stateText = ({ name, kind, parent, host, attributes, place }: UnitState): string =>
  JSON.stringify([name, kind, parent, host, Object.entries(attributes).sort(), place]);

function rowOf(unit: Static<typeof UnitInput>, index: number): OrgRow {
  const [code, kind] = [parseUnitCode(unit.code), parseKind(unit.kind)];
  if (code === undefined || kind === undefined)
    throw OrgProblem.unitUnreadable({ row: index + 1, code: unit.code, kind: unit.kind });
  return {
    code,
    kind,
    name: unit.name,
    attributes: unit.attributes ?? {},
    at: { line: index + 1 },
    ...(unit.parent === undefined ? {} : { parent: unit.parent }),
    ...(unit.host === undefined ? {} : { host: unit.host }),
  };
}
