/** The map of the units taken over from a filed GeoJSON, or taken away. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayKeepUnits } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { readGivenMap } from './given-map.ts';
import { addMap, lastMap } from './map.store.ts';
import { GivenMap } from './preview-map.ts';

/** Throws `org.mapTooLarge`, `org.mapEmpty`. */
export const stateMap = action({
  name: 'org.map.state',
  input: GivenMap,
  load: (tx, _, { who }) => lastMap(tx, who.tenant),
  may: mayKeepUnits,
  async run(tx, given, before, by) {
    const { outlines } = await readGivenMap(tx, by, given);
    if (outlines.size === 0) throw OrgProblem.mapEmpty({ file: given.name });
    const { who, now } = by;
    const version = (before?.version ?? 0) + 1;
    const made = { version, file: given.name, outlines: Object.fromEntries(outlines) };
    await addMap(tx, who.tenant, { ...made, author: who.account, person: who.person, at: now });
    return { version, units: outlines.size };
  },
  audit: ({ version, units }, { name, sha256 }) => ({ about: 'map', detail: { version, units, name, sha256 } }),
});

export const withdrawMap = action({
  name: 'org.map.withdraw',
  input: Type.Object({}, { additionalProperties: false }),
  load: (tx, _, { who }) => lastMap(tx, who.tenant),
  may: mayKeepUnits,
  async run(tx, _, before, { who, now }) {
    const version = (before?.version ?? 0) + 1;
    await addMap(tx, who.tenant, { version, file: '', outlines: {}, author: who.account, person: who.person, at: now });
    return { version };
  },
  audit: ({ version }) => ({ about: 'map', detail: { version } }),
});
