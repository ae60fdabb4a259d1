/**
 * A register taken over from a day on. Units are known by their codes: a changed name, parent or attribute ends one
 * state and begins the next, so that figures of earlier years keep the tree they were filed in. Units the register
 * does not name stay as they are.
 */
import Type, { type Static } from 'typebox';
import { isError, parseUnitCode } from '../kernel/index.ts';
import { action } from '../platform/index.ts';
import { compareRegister } from './compare-register.ts';
import { parseKind } from './kinds.ts';
import { mayKeepUnits } from './policy.ts';
import { OrgProblem } from './problems.ts';
import { addNumbers, holdRegister, nextNumber, replaceStates, statesOn } from './register.store.ts';
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
    const known = await statesOn(tx, who.tenant, begins);
    const { added, changed, same } = compareRegister(tree, known, await nextNumber(tx, who.tenant));
    await addNumbers(
      tx,
      who.tenant,
      added.map(({ unit }) => unit),
      now,
    );
    await replaceStates(tx, who.tenant, begins, [...added, ...changed]);
    return { added: added.length, changed: changed.length, same };
  },
  audit: (counts, { begins }) => ({ about: `register ${begins}`, detail: counts }),
});

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
