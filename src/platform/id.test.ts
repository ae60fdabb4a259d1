import { expect, test } from 'vitest';
import { newId } from './id.ts';

test('identifiers are all different, of version 7, and sort as they were made, also when the clock jumps back', () => {
  const made = [
    ...Array.from({ length: 10_000 }, () => newId()),
    ...Array.from({ length: 10_000 }, (_, at) => newId(Date.now() - 60_000 * (at % 3))),
  ];
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  for (const id of made.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
