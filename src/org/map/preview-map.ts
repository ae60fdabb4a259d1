/** What a filed GeoJSON would show, with everything that does not fit; writes nothing. */
import Type from 'typebox';
import { sayInBoth } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { mayKeepUnits } from '../policy.ts';
import { readGivenMap } from './given-map.ts';

const said = sayInBoth({ zh, en });

export const GivenMap = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);

/** Throws `org.mapTooLarge`. */
export const previewMap = query({
  name: 'org.map.preview',
  input: GivenMap,
  may: mayKeepUnits,
  async run(tx, given, by) {
    const { outlines, findings } = await readGivenMap(tx, by, given);
    return { units: [...outlines.keys()], findings: said(findings) };
  },
});
