import { expect, test } from 'vitest';
import {
  comparable,
  parseDate,
  parsePeriod,
  parsePeriodRule,
  periodOf,
  printPeriod,
  speakPeriod,
  yearOf,
} from './index.ts';

const rule = (text: string) => parsePeriodRule(text) ?? expect.unreachable(text);

test.each(['2025-02-29', '2025-13-01', '2025-00-10', '25-01-01', '2025-1-1', 'soon'])('%s is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test.each(['calendar 09-01', 'at', 'at 13-01', 'through', 'school(2025)', 'yearly', 'at 02-30'])(
  '%s is no period rule',
  (text) => {
    expect(parsePeriodRule(text)).toBeUndefined();
  },
);

test.each([
  ['calendar', 0, 'calendar(2025)', '2025年'],
  ['calendar', -1, 'calendar(2024)', '2024年'],
  ['school', 0, 'school(2025)', '2025—2026学年'],
  ['at 09-01', 0, 'at(2025-09-01)', '2025年9月1日'],
  ['through 07-31', -1, 'through(2024-07-31)', '截至2024年7月31日'],
  ['calendar -1', 0, 'calendar(2024)', '2024年'],
  ['at 02-29', 0, 'at(2025-02-28)', '2025年2月28日'],
])('%s, %i years on, is %s: %s', (text, shift, printed, spoken) => {
  const period = periodOf(rule(text), 2025, shift);
  expect(printPeriod(period)).toBe(printed);
  expect(speakPeriod(period)).toBe(spoken);
  expect(parsePeriod(printed)).toEqual(period);
});

test('growth is for equal kinds and equal lengths', () => {
  const through = (text: string) => parsePeriod(text) ?? expect.unreachable(text);
  expect(comparable(through('calendar(2025)'), through('calendar(2024)'))).toBe(true);
  expect(comparable(through('through(2025-07-31)'), through('calendar(2024)'))).toBe(false);
  expect(comparable(through('through(2025-07-31)'), through('through(2024-12-31)'))).toBe(false);
});

test('a bare year is the calendar year', () => {
  expect(parsePeriod('2025')).toEqual({ kind: 'calendar', year: 2025 });
  expect(parsePeriod('2025年')).toBeUndefined();
  expect(yearOf({ kind: 'calendar', year: 2025 })).toBe(2025);
});
