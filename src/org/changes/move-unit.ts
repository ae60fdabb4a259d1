/** A unit moved below another (划转) from a day on. It stays the unit it was, with its past; only its place changes. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayKeepUnits } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { replaceStates } from '../register.store.ts';
import { stateOf } from './changes.store.ts';
import { CHANGE, Code, loadStanding, rankOf, refuseRoot, refuseUnlessFree } from './standing-units.ts';

/** Throws `org.unitMissing`, `parentBelow`, `alreadyThere`, and what every change throws. */
export const moveUnit = action({
  name: 'org.unit.move',
  input: Type.Object({ ...CHANGE, unit: Code, parent: Code }, { additionalProperties: false }),
  load: (tx, { on }, by) => loadStanding(tx, on, by),
  may: mayKeepUnits,
  async run(tx, { on, unit: code, parent: above }, standing, by) {
    const [unit, parent] = [standing.unit(code), standing.unit(above)];
    refuseRoot(unit);
    if (rankOf(parent) >= rankOf(unit)) throw OrgProblem.parentBelow({ unit: unit.name, parent: parent.name });
    if (unit.parent === parent.unit) throw OrgProblem.alreadyThere({ unit: unit.name, parent: parent.name });
    // The list of schools of both is asked in their tasks.
    const lists = unit.kind === 'school' ? [unit, parent] : [unit];
    await refuseUnlessFree(tx, on, standing, { changed: [unit], concerned: lists }, by);
    await replaceStates(tx, by.who.tenant, on, [{ ...stateOf(unit), parent: parent.unit }]);
    return { unit: code, parent: above };
  },
  audit: ({ unit, parent }, { on, basis }) => ({ about: `unit ${unit}`, detail: { on, basis, parent } }),
});
