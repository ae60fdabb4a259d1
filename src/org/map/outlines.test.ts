/** What a map takes from a GeoJSON, and what it says of the rest. */
import { expect, test } from 'vitest';
import { readOutlines } from './outlines.ts';

const RING = [
  [100, 30],
  [101, 30],
  [101, 31],
  [100, 30],
];
const UNITS = [
  { code: '881221', name: '云屏县' },
  { code: '881222', name: '石渡县' },
];
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: [RING] }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const read = (...features: readonly object[]) =>
  readOutlines(JSON.stringify({ type: 'FeatureCollection', features }), UNITS);
const codes = ({ findings }: ReturnType<typeof readOutlines>) => findings.map(({ code }) => code);

test.each([
  ['text that is no JSON', '<svg/>'],
  ['JSON that is no collection', '{"type":"Feature"}'],
  ['a list', '[]'],
])('%s is one finding and nothing is taken', (_, text) => {
  const told = readOutlines(text, UNITS);
  expect(told.outlines.size).toBe(0);
  expect(codes(told)).toEqual(['org.map.unreadable']);
});

test.each([
  ['a point', { type: 'Point', coordinates: [100, 30] }],
  ['a ring that does not close', { type: 'Polygon', coordinates: [[[100, 30]]] }],
  ['a place off the globe', { type: 'Polygon', coordinates: [[...RING, [400, 30]]] }],
  ['words for numbers', { type: 'Polygon', coordinates: [RING.map(() => ['a', 'b'])] }],
])('%s is no outline', (_, geometry) => {
  expect(codes(read(feature({ code: '881221' }, geometry)))).toEqual(['org.map.notPolygon']);
});

test('codes are found as published files write them, as numbers too; nothing else is kept', () => {
  const told = read(feature({ adcode: 881221, script: '<img onerror=x>' }), feature({ code: '881222' }));
  expect(codes(told)).toEqual([]);
  expect([...told.outlines.keys()]).toEqual(['881221', '881222']);
  expect(JSON.stringify([...told.outlines.values()])).not.toContain('script');
});

test('who is not in the register, stands twice or has no code is named, and who has no outline as well', () => {
  const told = read(
    feature({ code: '881221' }),
    feature({ code: '881221' }),
    feature({ code: '999999', name: '别县' }),
    feature({ name: '无码县' }),
  );
  expect(codes(told)).toEqual(['org.map.double', 'org.map.unknown', 'org.map.noCode', 'org.map.lacks']);
  expect(told.findings.at(-1)?.data).toEqual({ count: 1, names: '石渡县' });
});
