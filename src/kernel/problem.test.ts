import { expect, test } from 'vitest';
import { problem, problems, sayWith } from './index.ts';

const Refusal = problems('collect', { wrongYear: problem<{ expected: number; got: number }>() });

test('a problem carries its code, its data and its exit status, and no sentence', () => {
  const thrown = Refusal.wrongYear({ expected: 2025, got: 2024 }, { file: '云屏县_2024.xlsx' });
  expect(thrown).toMatchObject({
    code: 'collect.wrongYear',
    exit: 3,
    data: { expected: 2025, got: 2024 },
    at: { file: '云屏县_2024.xlsx' },
  });
});

test('the edge says it in the language of the reader; a code without a sentence is a bug', () => {
  const say = sayWith({
    'collect.wrongYear': (d: { expected: number; got: number }) => `应为${d.expected}年度，文件为${d.got}年度。`,
  });
  expect(say(Refusal.wrongYear({ expected: 2025, got: 2024 }))).toBe('应为2025年度，文件为2024年度。');
  expect(() => say({ code: 'collect.unknown', data: {} })).toThrow('collect.unknown');
});

test('a reason that ends with a full stop brings no second one into the sentence', () => {
  const say = sayWith({ asked: (d: { reason: string }) => `申请：${d.reason}。请决定。` });
  expect(say({ code: 'asked', data: { reason: '数据到齐后重新生成。' } })).toBe('申请：数据到齐后重新生成。请决定。');
  expect(say({ code: 'asked', data: { reason: '正文有“。。”两处' } })).toBe('申请：正文有“。。”两处。请决定。');
});
