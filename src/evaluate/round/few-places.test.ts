import { expect, test } from 'vitest';
import type { GapJson } from '../contract.ts';
import { fewPlaces } from './few-places.ts';

const gapOf = (places: number): GapJson => ({
  gap: 'missing',
  from: Array.from({ length: places }, (_, at) => ({ item: 'bookCount', unit: `88122${at}`, period: '2025年' })),
});

test('of thousands of places a gap comes from the first are sent, and how many there are', () => {
  const sent = fewPlaces(gapOf(15_230)) as GapJson;
  expect([sent.from.length, sent.places, sent.from[0]?.unit]).toEqual([20, 15_230, '881220']);
});

test('what is few, and what is no gap, is sent as it is', () => {
  expect(fewPlaces(gapOf(20))).toEqual(gapOf(20));
  expect(fewPlaces({ value: '1.5', unit: '人' })).toEqual({ value: '1.5', unit: '人' });
});
