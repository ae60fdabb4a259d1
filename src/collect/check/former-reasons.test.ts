import { expect, test } from 'vitest';
import { sayWith } from '../../kernel/index.ts';
import { zh } from '../messages.zh.ts';
import type { CheckedFigure, Pair } from './checked.ts';
import { formerReasons, type HandedIn } from './former-reasons.ts';

const figure = (steps: bigint, said: Partial<CheckedFigure> = {}): CheckedFigure => ({
  value: { kind: 'quantity', steps, unit: '人' as never },
  typed: { text: String(steps) },
  source: { kind: 'form', by: '李晨' },
  ...said,
});
const REASON = '新建学校一所';
const NOW: HandedIn = { stated: 'steps 310', typed: '310', reason: REASON };
const PRIOR: HandedIn = { stated: 'steps 200', typed: '200', reason: null };

const asked = (now: CheckedFigure | undefined, prior = figure(200n), handed: HandedIn | undefined = NOW) => {
  const pair = { unit: { code: '881221', name: '云屏县' }, item: { code: 'staff', name: '教职工' } };
  const pairs = [{ ...pair, prior, ...(now === undefined ? {} : { now }) } as unknown as Pair];
  return formerReasons(pairs, (_, __, year) => (year === 'now' ? handed : PRIOR)).map(sayWith(zh));
};

test('a number corrected beside an explanation that was handed in with another is asked about', () => {
  expect(asked(figure(331n, { reason: REASON }))).toEqual(['说明写于改数之前，请确认仍然适用或改写。原数为 310。']);
});

test("so is last year's", () => {
  expect(asked(figure(310n, { reason: REASON }), figure(201n))).toEqual([
    '说明写于改数之前，请确认仍然适用或改写。原上年数为 200。',
  ]);
});

test.each([
  ['the number is what it was', figure(310n, { reason: REASON })],
  ['the explanation was written anew', figure(331n, { reason: '合并学校一所' })],
  ['the explanation was taken away', figure(331n)],
  ['it was said to hold', figure(331n, { reason: REASON, reasonHolds: true })],
  ['the cell was emptied', figure(0n, { reason: REASON, value: { kind: 'gap', why: 'missing', from: [] } })],
  ['nothing is stated', undefined],
])('nobody is asked where %s', (_, now) => {
  expect(asked(now)).toEqual([]);
});

test('nobody is asked before anything was handed in, nor beside each further year once both were confirmed', () => {
  expect(asked(figure(331n, { reason: REASON }), figure(200n), { ...NOW, reason: null })).toEqual([]);
  const confirmed = [figure(331n, { reason: REASON, reasonHolds: true }), figure(201n, { reasonHolds: true })] as const;
  expect(asked(...confirmed)).toEqual([]);
  expect(asked(confirmed[0], figure(201n))).toHaveLength(1);
});
