import { expect, test } from 'vitest';
import { receiptOf } from './receipt.ts';

const at = new Date('2026-04-03T01:12:05Z');
test.each([
  ['a county that fills its forms itself', { dept: '', part: 'forms' }, '881221-20260403-091205'],
  ['a department of it', { dept: 'JY', part: 'forms' }, '881221-JY-20260403-091205'],
  ['its list of schools', { dept: '', part: 'schools' }, '881221-XX-20260403-091205'],
])('the receipt of %s says who and when', (_, task, receipt) => {
  expect(receiptOf('881221', task, at)).toBe(receipt);
});
