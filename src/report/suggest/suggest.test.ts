/** How often the right item is offered: on the template whose bindings are known, and on words it was not made from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findSlots, findSlotsInText, openWord, readParagraphs } from '../../engines/word/index.ts';
import { loadScheme } from '../../scheme/on-files.ts';
import { askingsOf } from '../studio/askings.ts';
import { type Suggestion, suggestAll } from './index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SCHEME = path.join(ROOT, 'schemes/duty-2025');
const scheme = loadScheme(SCHEME);
const truths = (name: string): readonly (readonly string[])[] =>
  readFileSync(path.join(ROOT, 'test/fixtures', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const isItem = (expression = ''): boolean => /^[A-Za-z]\w*$/.test(expression);

/** Share of `asked` whose right answer stands first, and among the three. */
function accuracy(asked: readonly { readonly right: string; readonly got: Suggestion | undefined }[]) {
  const at = asked.map(({ right, got }) => got?.candidates.findIndex(({ expression }) => expression === right) ?? -1);
  const share = (within: number): number => at.filter((index) => index !== -1 && index < within).length / at.length;
  return { first: share(1), three: share(3) };
}

const file = openWord(readFileSync(path.join(SCHEME, 'template/plain.docx')), 'plain.docx');
const slots = findSlots(file);
const suggestions = suggestAll(askingsOf(readParagraphs(file), slots), scheme);
const placed = new Map(
  slots.map(({ at, text }, index) => [`${at.part} ${at.paragraph} ${at.offset} ${text}`, suggestions[index]]),
);
const known = truths('plain-template-truth.tsv').map(([paragraph, offset, text, right = '']) => ({
  right,
  got: placed.get(`body ${paragraph} ${offset} ${text}`),
}));

test('of the plain template, nine single items in ten stand first', () => {
  const items = known.filter(({ right }) => isItem(right));
  expect(items.length).toBeGreaterThan(80);
  const { first, three } = accuracy(items);
  expect(first).toBeGreaterThan(0.9);
  expect(three).toBeGreaterThan(0.95);
});

test('years, growth and changes are offered too', () => {
  const { first, three } = accuracy(known);
  expect(first).toBeGreaterThan(0.85);
  expect(three).toBeGreaterThan(0.9);
});

test('what is called sure is sure: it may be confirmed by the dozen', () => {
  const sure = known.filter(({ got }) => got?.confidence === 'high');
  expect(sure.length).toBeGreaterThan(35);
  expect(accuracy(sure).first).toBeGreaterThan(0.95);
});

test('sentences worded otherwise are understood as well', () => {
  const asked = truths('other-wording-truth.tsv').map(([text = '', right = '']) => {
    const [slot] = findSlotsInText(text).filter(({ doubtful }) => doubtful === undefined);
    const at = { part: 'body', paragraph: 0 };
    const askings = askingsOf([{ at, text, controls: [] }], slot === undefined ? [] : [slot]);
    return { right, got: suggestAll(askings, scheme)[0] };
  });
  const { first, three } = accuracy(asked);
  expect(first).toBeGreaterThan(0.85);
  expect(three).toBeGreaterThan(0.95);
});

const offersFor = (text: string, at = 0) => {
  const found = findSlotsInText(text).filter(({ doubtful }) => doubtful === undefined);
  const place = { part: 'body', paragraph: 0 };
  return suggestAll(askingsOf([{ at: place, text, controls: [] }], found), scheme)[at]?.candidates ?? [];
};

test('a unit of another kind is never offered', () => {
  for (const { expression } of offersFor('专任教师XX亿元'))
    expect(scheme.items.get(expression as never)?.unit).toMatch(/元/);
  expect(offersFor('一般公共预算教育支出XX人').map(({ expression }) => expression)).not.toContain('gpbEduExp');
});

test('growth leans on what was named before it, and 市本级 is its own part', () => {
  const text = '全市一般公共预算教育支出XX.XX亿元，增长XX.XX%，其中市本级XX.XX亿元。';
  expect(offersFor(text, 1)[0]).toMatchObject({ expression: 'GROWTH(gpbEduExp)', reasons: [{ why: 'change' }] });
  expect(offersFor(text, 2)[0]).toMatchObject({
    expression: 'gpbEduExpOwn',
    reasons: expect.arrayContaining([{ why: 'own' }]),
  });
});

test('a figure is printed in the unit behind the blank, with its decimals', () => {
  expect(offersFor('一般公共预算教育支出XXX.XX亿元')[0]?.formats[0]).toBe('亿元 2');
  expect(offersFor('在园幼儿XX.X万人')[0]?.formats[0]).toBe('万人 1');
  expect(offersFor('小学适龄儿童入学率XX.XX%')[0]?.formats[0]).toBe('% 2');
});
