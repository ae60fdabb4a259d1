import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLANTED_FIGURES } from './planted.ts';
import { PLANTED_SENTENCES } from './planted-draft.ts';
import { plantedList } from './planted-list.ts';

test('planted.md is what the lists print', () => {
  expect(readFileSync(new URL('planted.md', import.meta.url), 'utf8')).toBe(plantedList());
});

test('at least twenty mistakes are planted', () => {
  expect(PLANTED_FIGURES.length + PLANTED_SENTENCES.length).toBeGreaterThanOrEqual(20);
});
