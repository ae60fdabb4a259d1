/** The outlines of the units, as GeoJSON, for whoever looks at results on a map; no feature where none was given. */
import Type from 'typebox';
import { civilDay, query } from '../../platform/index.ts';
import { mayListUnits } from '../policy.ts';
import { loadRegister } from '../register.store.ts';
import { lastMap } from './map.store.ts';

/** Where borders run is no secret; what stands on the map is asked elsewhere and cut by reach. */
export const readMap = query({
  name: 'org.map.read',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayListUnits,
  async run(tx, _, { who, now }) {
    const held = await lastMap(tx, who.tenant);
    if (held === undefined || Object.keys(held.outlines).length === 0)
      return { type: 'FeatureCollection' as const, features: [] };
    const { tree } = await loadRegister(tx, who.tenant, civilDay(now));
    const { version, file, person, at, outlines } = held;
    return {
      type: 'FeatureCollection' as const,
      from: { version, file, person, at },
      features: Object.entries(outlines).flatMap(([code, geometry]) => {
        const unit = tree.find(code);
        return unit === undefined
          ? []
          : [{ type: 'Feature' as const, properties: { code: code as string, name: unit.name }, geometry }];
      }),
    };
  },
});
