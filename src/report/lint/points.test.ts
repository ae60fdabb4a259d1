/** XF-6 across a table of scores: every branch is the sum of what stands right below it. */
import { expect, test } from 'vitest';
import type { WordParagraph } from '../../engines/word/index.ts';
import { lintParagraphs } from './index.ts';

const ROWS = [
  ['指标', '名称', '分值', '得分'],
  ['A', '党的领导', '12.00', '11.32'],
  ['A1', '领导', '4.00', '4.00'],
  ['A1.1', '研究教育', '4.00', '4.00'],
  ['A2', '立德树人', '8.00', '7.32'],
  ['A2.1', '思政', '6.00', '6.00'],
  ['A2.2', '体质', '2.00', '1.32'],
];

const table = (rows: readonly (readonly string[])[]): readonly WordParagraph[] =>
  rows.flatMap((cells, row) =>
    cells.map((text, cell) => ({
      at: { part: 'body', paragraph: row * 4 + cell },
      text,
      table: { table: 0, row, cell },
      controls: [],
    })),
  );
const told = (rows: readonly (readonly string[])[]) =>
  lintParagraphs(table(rows)).map(({ code, quote, data }) => [code, quote, data.total]);

test('a table that adds up says nothing', () => expect(told(ROWS)).toEqual([]));

test('a leaf, a branch or a section that was changed is told at the sum it breaks', () => {
  const changed = (code: string, points: string) =>
    told(ROWS.map((row) => (row[0] === code ? [...row.slice(0, 3), points] : row)));
  expect(changed('A2.2', '1.82')).toEqual([['XF-6', '7.32', 'A2 7.32分']]);
  expect(changed('A', '12.32')).toEqual([['XF-6', '12.32', 'A 12.32分']]);
});

test('points that are still open, and a branch without its leaves, decide nothing', () => {
  const open = ROWS.map((row) => (row[0] === 'A2.2' ? [...row.slice(0, 3), '待定'] : row));
  expect(told(open)).toEqual([]);
  expect(told(ROWS.filter(([code = '']) => !code.startsWith('A2.')))).toEqual([]);
});
