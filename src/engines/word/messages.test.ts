import { expect, test } from 'vitest';
import { messages } from './index.ts';

/** Every word any sentence of the room asks for. */
const DATA = { file: '报告.docx', count: 2, anchor: '干部XX人', key: 's001', field: 'LINK', limit: 64 };

test('every sentence has its twin and fills its braces', () => {
  expect(Object.keys(messages.en)).toEqual(Object.keys(messages.zh));
  for (const table of [messages.zh, messages.en])
    for (const say of Object.values(table)) {
      const sentence = say(DATA);
      expect(sentence).not.toMatch(/undefined|NaN|[!！]/);
      expect(Object.values(DATA).some((value) => sentence.includes(String(value)))).toBe(true);
    }
});
