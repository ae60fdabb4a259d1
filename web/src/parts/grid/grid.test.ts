/** What the grid does without a browser: where keys lead, and blocks in and out of the clipboard. */
import { expect, test } from 'vitest';
import { printTsv, readTsv } from './clipboard.ts';
import { orderOf } from './keys.ts';
import { type Field, stepFrom } from './move.ts';

/** Rows 0 and 3 are headings; only column 1 is filled, and row 2 is empty. */
const field: Field = {
  rows: 6,
  columns: 3,
  page: 2,
  isHeading: (row) => row === 0 || row === 3,
  canType: ({ row, column }) => column === 1 && row !== 0 && row !== 3,
  isEmpty: ({ row }) => row === 2,
};

test.each([
  ['down', { row: 2, column: 1 }, { row: 4, column: 1 }],
  ['up', { row: 1, column: 1 }, { row: 1, column: 1 }],
  ['down', { row: 5, column: 1 }, { row: 5, column: 1 }],
  ['left', { row: 1, column: 0 }, { row: 1, column: 0 }],
  ['next', { row: 2, column: 1 }, { row: 4, column: 1 }],
  ['next', { row: 5, column: 1 }, { row: 1, column: 1 }],
  ['back', { row: 1, column: 1 }, { row: 5, column: 1 }],
  ['nextEmpty', { row: 4, column: 1 }, { row: 2, column: 1 }],
  ['first', { row: 4, column: 2 }, { row: 1, column: 0 }],
  ['last', { row: 1, column: 0 }, { row: 5, column: 2 }],
  ['pageDown', { row: 1, column: 1 }, { row: 4, column: 1 }],
] as const)('%s from %o leads to %o: headings are stepped over', (step, from, to) => {
  expect(stepFrom(from, step, field)).toEqual(to);
});

test('a quoted cell of Excel holds tabs, line breaks and quotes; the last line end ends nothing', () => {
  expect(readTsv('1\t"a\tb\n""c"""\r\n3\t\r\n')).toEqual([
    ['1', 'a\tb\n"c"'],
    ['3', ''],
  ]);
  expect(readTsv('12"')).toEqual([['12"']]);
});

test('what is copied is read back as it was', () => {
  const grid = [
    ['1', 'a\tb'],
    ['say "x"', 'line\nbreak'],
  ];
  expect(readTsv(printTsv(grid))).toEqual(grid);
});

test('keys with Alt and unknown ones are left to others', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(orderOf({ ...plain, key: 'e', altKey: true })).toBeUndefined();
  expect(orderOf({ ...plain, key: '5' })).toBeUndefined();
  expect(orderOf({ ...plain, key: 'F8', shiftKey: true })).toEqual({ do: 'finding', back: true });
  expect(orderOf({ ...plain, key: 'Z', ctrlKey: true, shiftKey: true })).toEqual({ do: 'redo' });
});
