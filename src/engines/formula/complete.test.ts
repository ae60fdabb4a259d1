import { expect, test } from 'vitest';
import { completeFormula, FUNCTION_NAMES, SIGNATURES } from './index.ts';

const offer = {
  items: [
    { code: 'gpbEduExp', name: '一般公共预算教育支出' },
    { code: 'gpbExp', name: '一般公共预算支出' },
    { code: 'students', name: '在校生' },
  ],
  ledgers: [{ code: 'campusSafety', name: '校园安全台账' }],
  indicators: [{ code: 'B3.1', name: '一般公共预算教育支出只增不减' }],
};
/** `|` is the caret. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, offered } = completeFormula(text, caret, offer);
  return { typed: text.slice(from, to), inserts: offered.map(({ insert }) => insert) };
};

test('every function says what it takes and gives, in both languages', () => {
  expect(SIGNATURES.map(({ names }) => names)).toEqual(FUNCTION_NAMES);
  for (const { names, takes, zh, en } of SIGNATURES)
    expect(
      [takes, zh, en].filter((each) => each === '' || each === '…'),
      names[0],
    ).toEqual([]);
});

test.each([
  ['|', '', []],
  ['12|', '', []],
  ['1 + |', '', []],
  ['gro|', 'gro', ['GROWTH(']],
  ['增|', '增', ['增长率(', '增减(']],
  ['GROWTH(gpb|)', 'gpb', ['gpbEduExp', 'gpbExp']],
  ['PRIOR([一般公共预算教|', '[一般公共预算教', ['gpbEduExp']],
  ['PRIOR([教育|]) > 1', '[教育]', ['gpbEduExp']],
  ['SCORE("B|', '"B', ['"B3.1"']],
  ['SCORE("B|")', '"B"', ['"B3.1"']],
  ['ROWS(campus|', 'campus', ['campusSafety']],
  ['在校|', '在校', ['students']],
])('%s offers', (marked, typed, inserts) => {
  expect(at(marked)).toEqual({ typed, inserts });
});
