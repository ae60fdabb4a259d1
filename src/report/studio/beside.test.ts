/** Words said twice because of what stands beside a blank. */
import { expect, test } from 'vitest';
import { besideOf, doubledIn } from './beside.ts';

test.each([
  ['清江市人民政府教育督导委员会', '', '局教育督导委员会关于印发', '教育督导委员会'],
  ['清江市', '现将', '市2025年度履行教育职责', '市'],
  ['12月', '截至', '月，全市累计', '月'],
  ['清江市人民政府教育督导委员会', '关于印发', '市教育督导委员会', '教育督导委员会'],
  ['清江市人民政府', '', '局人民政府', '人民政府'],
  ['12月31日', '截至', '月XX日', '月'],
  ['增长4.31%', '支出12亿元，增长', '%，', '%'],
  ['增长4.31', '支出12亿元，增长', '%，', '增长'],
  ['教育督导委员会办公室', '由', '教育督导委员会下达', '教育督导委员会'],
])('“%s” between “%s” and “%s” says “%s” twice', (words, before, after, twice) =>
  expect(doubledIn(words, { before, after })).toBe(twice),
);

test.each([
  ['清江', '现将', '市2025年度履行教育职责'],
  ['12', '截至', '月，全市累计'],
  ['清江市', '现将', '2025年度履行教育职责'],
  ['2025', '截至2025', '2025年'],
  ['12.31', '支出', '亿元，增长'],
  ['', '全市', '市级'],
  ['市', '全', '教育事业发展'],
])('“%s” between “%s” and “%s” is said once', (words, before, after) =>
  expect(doubledIn(words, { before, after })).toBeUndefined(),
);

test('what is decided for the blanks beside it stands beside it', () => {
  const text = '现将XX局2023年度';
  const at = (id: string, start: number, end: number) => ({ id, paragraph: 2, start, end, words: '' });
  const [place, word, year] = [at('a', 2, 4), { ...at('b', 4, 5), words: '市' }, { ...at('c', 5, 9), words: '2025' }];
  const other = { ...at('d', 2, 4), paragraph: 3, words: '别处' };
  const blanks = [place, word, year, other];
  expect(besideOf(place, text, blanks, ({ words }) => words)).toEqual({ before: '现将', after: '市2025年度' });
  expect(besideOf(year, text, blanks, ({ words }) => words)).toEqual({ before: '现将市', after: '年度' });
});
