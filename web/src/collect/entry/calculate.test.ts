import { expect, test } from 'vitest';
import { calculate } from './calculate.ts';

test.each([
  ['=120+35', '155'],
  ['＝１２０＋３５', '155'],
  ['=(1,200-200)*0.1', '100'],
  ['=-3*-2', '6'],
  ['=1/8', '0.125'],
  ['=2+3*4', '14'],
])('%s is %s, exactly', (typed, value) => {
  expect(calculate(typed)).toBe(value);
});

test.each(['=1/3', '=1/0', '=SUM(A1)', '=2+', '=(1', '120+35', '很多', '', `=${'1+'.repeat(200)}1`])(
  '%s stays as it was typed',
  (typed) => {
    expect(calculate(typed)).toBe(typed);
  },
);
