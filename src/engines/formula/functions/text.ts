import { defineFunction } from '../define.ts';

const text = { type: 'text' } as const;

export const texts = [
  defineFunction({
    names: ['CONCAT', '连接'],
    takes: [text],
    many: true,
    gives: 'text',
    run: ({ texts }) => texts.join(''),
  }),
  defineFunction({
    names: ['CONTAINS', '包含'],
    takes: [text, text],
    gives: 'truth',
    run: ({ texts: [whole = '', part = ''] }) => whole.includes(part),
  }),
];
