import { expect, test } from 'vitest';
import type { Block, Run } from '../../engines/word/index.ts';
import { textOf } from './measure.ts';
import { type Page, paginate } from './paginate.ts';

const paragraph = (runs: readonly Run[], more: object = {}): Block => ({
  kind: 'paragraph',
  paragraph: 0,
  indented: true,
  runs,
  ...more,
});
const words = ({ pieces }: Page): string =>
  pieces.map((piece) => (piece.kind === 'table' ? '' : textOf(piece.runs))).join('\n');

test('a page holds 22 lines of 28 characters, digits counting half', () => {
  const line = '教'.repeat(28);
  const lines = (count: number) => Array.from({ length: count }, () => paragraph([line], { indented: undefined }));
  expect(paginate(lines(22))).toHaveLength(1);
  expect(paginate(lines(23))).toHaveLength(2);
  expect(paginate([paragraph(['1'.repeat(28 * 2 * 22)], { indented: undefined })])).toHaveLength(1);
});

test('a long paragraph goes over with nothing lost and nothing twice, and says where each part begins', () => {
  const text = Array.from({ length: 1500 }, (_, index) => String.fromCharCode(0x4e00 + (index % 900))).join('');
  const pages = paginate([paragraph([text])]);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.map(words).join('')).toBe(text);
  const parts = pages.flatMap(({ pieces }) => pieces).filter((piece) => piece.kind === 'paragraph');
  expect(parts.map(({ continued }) => continued)).toEqual([false, true, true]);
  for (const part of parts) expect(text.startsWith(textOf(part.runs), part.from)).toBe(true);
});

test('a figure is never cut by the end of a page', () => {
  for (let before = 560; before < 640; before += 1) {
    const figure = { slot: 's1', occurrence: 0, text: '864,218.95' };
    const pages = paginate([paragraph(['字'.repeat(before), figure, '万元。'])]);
    const figures = pages
      .flatMap(({ pieces }) => pieces)
      .flatMap((piece) => (piece.kind === 'paragraph' ? piece.runs : []))
      .filter((run) => typeof run !== 'string');
    expect(figures).toEqual([figure]);
  }
});

test('a heading is not left alone at the foot, an attachment opens its page', () => {
  const fill = paragraph(['字'.repeat(28 * 21)], { indented: undefined });
  const pages = paginate([
    fill,
    paragraph(['二、存在的主要问题'], { level: 2 }),
    paragraph(['正文。']),
    paragraph(['附件1'], { newPage: true }),
  ]);
  expect(pages.map(words)).toEqual([expect.any(String), '二、存在的主要问题\n正文。', '附件1']);
  expect(pages.map(({ attachment }) => attachment)).toEqual([false, false, true]);
});

test('a table goes over by rows, its head on each page', () => {
  const cell = (text: string) => ({ paragraphs: [{ paragraph: 0, runs: [text] }] });
  const row = (text: string, head = false) => ({ head, cells: [cell(text), cell('1')] });
  const rows = [row('县', true), ...Array.from({ length: 60 }, (_, index) => row(`县${index}`))];
  const tables = paginate([{ kind: 'table', rows }]).flatMap(({ pieces }) => pieces);
  expect(tables.length).toBeGreaterThan(1);
  const told = tables.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
  expect(told.filter(({ head }) => head)).toHaveLength(tables.length);
  expect(told.filter(({ head }) => !head)).toHaveLength(60);
});
