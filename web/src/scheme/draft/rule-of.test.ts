import { expect, test } from 'vitest';
import { RULE_TYPES, ruleOf } from './rule-of.ts';

const LEAF = { points: '2', value: 'doneRate' };

test('what both types have is kept, and the way a target is meant', () => {
  const before = { type: 'proportional', value: 'a / b', target: '90%', direction: 'atMost' };
  expect(ruleOf('stepDown', before, LEAF)).toEqual({
    ...{ type: 'stepDown', value: 'a / b', target: '90%', direction: 'atMost', step: '1%', take: '0.5' },
  });
  expect(ruleOf('threshold', before, LEAF)).toEqual({ type: 'threshold', met: 'a / b >= 90%' });
});

test('where there was no formula, the value of the indicator is taken', () => {
  expect(ruleOf('deduct', { type: 'threshold', met: 'x >= 1' }, LEAF)).toEqual({
    ...{ type: 'deduct', value: 'doneRate', each: '0.5' },
  });
});

test.each(RULE_TYPES)('%s is all text, as a scheme is written', (type) => {
  const said = JSON.stringify(ruleOf(type, {}, LEAF), (_, each) => (typeof each === 'number' ? 'NUMBER' : each));
  expect(said).not.toContain('NUMBER');
  expect(JSON.parse(said)).toMatchObject({ type });
});
