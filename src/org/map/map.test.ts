/** Who gives a map, what is refused, and what everybody then sees. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import type { MapPreview, MapShown } from '../replies.ts';
import { previewMap } from './preview-map.ts';
import { readMap } from './read-map.ts';
import { stateMap, withdrawMap } from './state-map.ts';

const open = testDatabase();
let year: Year;
let keeper: Who;
let wang: Who;
const NAME = '边界.geojson';
const square = (code: string, east: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [east, 30],
        [east + 1, 30],
        [east + 1, 31],
        [east, 31],
        [east, 30],
      ],
    ],
  },
});
const keep = async (content: unknown): Promise<string> =>
  (await year.files.put(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)))).sha256;
const state = (who: Who, sha256: string) =>
  year.as(who, stateMap as never as Action<never, { version: number; units: number }>, { name: NAME, sha256 });
const read = (who: Who) => year.as(who, readMap as never as Action<never, MapShown>, {});

beforeAll(async () => {
  year = await openYear(open());
  keeper = await year.person('孙系统', 'systemAdmin', '清江市');
  wang = await year.person('王督导', 'office', '清江市');
});

test('nobody but who keeps the units gives a map, and nothing that shows no unit is taken', async () => {
  const good = await keep({ type: 'FeatureCollection', features: [square('881221', 100)] });
  await expect(state(wang, good)).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(state(keeper, await keep('<svg/>'))).rejects.toMatchObject({ code: 'org.mapEmpty' });
  const strange = await keep({ type: 'FeatureCollection', features: [square('999999', 100)] });
  await expect(state(keeper, strange)).rejects.toMatchObject({ code: 'org.mapEmpty' });
  await expect(state(keeper, await keep('x'.repeat(21 * 1024 * 1024)))).rejects.toMatchObject({
    code: 'org.mapTooLarge',
  });
  expect((await read(wang)).features).toEqual([]);
});

test('what is given is looked at first, then shown to all with the names of today, and can be taken away', async () => {
  const sha256 = await keep({ type: 'FeatureCollection', features: [square('881221', 100), square('999999', 101)] });
  const looked = await year.as(keeper, previewMap as never as Action<never, MapPreview>, { name: NAME, sha256 });
  expect(looked.units).toEqual(['881221']);
  expect(looked.findings.map(({ zh }) => zh).join()).toMatch(/999999.*不是名录中的县/);
  expect(await state(keeper, sha256)).toEqual({ version: 1, units: 1 });
  expect(await read(wang)).toMatchObject({
    from: { version: 1, file: NAME, person: '孙系统' },
    features: [{ properties: { code: '881221', name: '云屏县' }, geometry: { type: 'Polygon' } }],
  });
  await year.as(keeper, withdrawMap as never as Action<never, object>, {});
  expect((await read(wang)).features).toEqual([]);
});
