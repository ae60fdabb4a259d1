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
  expect(sure.filter(({ right, got }) => got?.candidates[0]?.expression !== right)).toEqual([]);
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

const suggestionsFor = (text: string) => {
  const found = findSlotsInText(text).filter(({ doubtful }) => doubtful === undefined);
  const place = { part: 'body', paragraph: 0 };
  return suggestAll(askingsOf([{ at: place, text, controls: [] }], found), scheme);
};
const offersFor = (text: string, at = 0) => suggestionsFor(text)[at]?.candidates ?? [];

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

test('what another kind of thing is counted by, or its change, is never offered', () => {
  const names = (text: string, at = 0) => offersFor(text, at).map(({ name }) => name);
  expect(names('督导室下设XX个行政科室')).toContain('教育督导室下设科室数');
  expect(names('县管校聘改革覆盖XX个县（市、区）')).toEqual([]);
  expect(names('全市XX个县（市、区）按要求配备督学')).toEqual(['所辖县（市、区）数']);
  expect(names('抽查复核XX个县，对发现的XX个问题', 1)).not.toContain('抽查复核县（市、区）数');
  expect(names('高中阶段教育经费增长X%以上')).toEqual([]);
  expect(names('项目截至XX月XX日', 0)).not.toContain('教育建设项目统计截至日期');
  expect(names('项目截至XX月XX日', 1)).toEqual([]);
});

test('nothing is offered for the figure of another unit, and nothing is sure for the year of a day', () => {
  const text = 'XX县2023年一般公共预算教育支出XX.XX亿元，比上年减少X.XX亿元，下降X.X%。';
  expect([1, 2, 3].map((at) => offersFor(text, at))).toEqual([[], [], []]);
  expect(offersFor('于XXXX年XX月XX日下达通知')[0]?.score).toBeLessThan(0.42);
  expect(offersFor('统计口径为XXXX年1月1日至12月31日')[0]).toMatchObject({ expression: '@year' });
});

test('a growth is no surer than what it grows from', () => {
  const text = '教育经费支出XX.XX亿元，增长XX%。';
  const [subject, growth] = suggestionsFor(text);
  expect(growth?.candidates[0]?.expression).toBe(`GROWTH(${subject?.candidates[0]?.expression})`);
  expect([subject?.confidence, growth?.confidence]).toEqual(['middle', 'middle']);
});

test('a figure is printed in the unit behind the blank, with its decimals', () => {
  expect(offersFor('一般公共预算教育支出XXX.XX亿元')[0]?.formats[0]).toBe('亿元 2');
  expect(offersFor('在园幼儿XX.X万人')[0]?.formats[0]).toBe('万人 1');
  expect(offersFor('小学适龄儿童入学率XX.XX%')[0]?.formats[0]).toBe('% 2');
});
