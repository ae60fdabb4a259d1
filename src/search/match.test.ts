import { expect, test } from 'vitest';
import { scoreOf } from './match.ts';

const order = (q: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, score: scoreOf(q, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

test('the same comes first, then what begins so, then what holds it, then what has all its pairs', () => {
  expect(order('课后服务', '义务教育课后服务费', '课后托管', '课后服务', '课后服务参与率', '课后的服务')).toEqual([
    '课后服务',
    '课后服务参与率',
    '义务教育课后服务费',
  ]);
  expect(order('教育支出', '教育的支出', '支出教育支')).toEqual(['支出教育支']);
});

test('width and case of signs do not matter, and nothing is found for nothing', () => {
  expect(order('ｂ3', 'B3.1')).toEqual(['B3.1']);
  expect(order('  ', 'B3.1')).toEqual([]);
});
