/** A scheme's own checks govern the text rules: whether, how grave, with which parameters and in which words. */
import { expect, test } from 'vitest';
import { sayWith } from '../../kernel/index.ts';
import { resolveScheme, type Scheme, TEXT_CHECKS } from '../../scheme/on-files.ts';
import { zh } from '../messages.zh.ts';
import { lintParagraphs, paragraphsOfText, RULES, textSentences } from './index.ts';

const schemeWith = (checks: string): Scheme => {
  const text = `scheme: small\nname: 示例\nyear: 2025\nlevels: [county]\ntotal: "0"\nindicators: { A: { name: 情况, rule: { type: information } } }\nchecks:\n${checks}\n`;
  const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text }]);
  return scheme ?? expect.unreachable(JSON.stringify(findings));
};
const lint = (text: string, checks?: string) =>
  lintParagraphs(paragraphsOfText(text), checks === undefined ? {} : { scheme: schemeWith(checks) });
const told = (text: string, checks?: string) => lint(text, checks).map(({ code, severity }) => `${code} ${severity}`);

const NUMBER = '清府办发（2025）9号文件要求落实到位。';

test('every text check of the table has a rule, and every rule stands in the table or is the house’s own', () => {
  const codes = new Set(RULES.flatMap(([each]) => each.split(' ')).filter((code) => !code.startsWith('report.')));
  // TX-7 needs data.
  expect([...TEXT_CHECKS.keys()].filter((code) => !codes.has(code))).toEqual(['TX-7']);
  expect([...codes].filter((code) => !TEXT_CHECKS.has(code))).toEqual([]);
});

test('without a scheme every rule holds as the table has it; with one only what it declares', () => {
  expect(told(NUMBER)).toEqual(['TX-4 error']);
  expect(told(NUMBER, '  C1: { severity: warn, when: [lock], rule: 1 = 1, says: 请核对。 }')).toEqual(['TX-4 error']);
  expect(told(NUMBER, '  TX-4: { severity: hint, when: [report], kind: text }')).toEqual(['TX-4 hint']);
  expect(told(NUMBER, '  TM-1: { severity: error, when: [report], kind: text }')).toEqual([]);
});

test('the house’s own rules hold in every scheme', () => {
  const checks = '  TM-1: { severity: error, when: [report], kind: text }';
  expect(told('一、甲\n三、丙', checks)).toEqual(['report.numbering.skip error']);
});

test('a doubtful find stays below a sure one, and goes no higher than the scheme has it', () => {
  const blank = '  TX-1: { severity: warn, when: [report], kind: text }';
  expect(told('共有教师XX人。')).toEqual(['TX-1 error']);
  expect(told('共有教师XX人。', blank)).toEqual(['TX-1 warn']);
  expect(told('全教育事业发展态势良好。')).toEqual(['TX-1 warn']);
  expect(told('全教育事业发展态势良好。', blank.replace('warn', 'hint'))).toEqual(['TX-1 hint']);
});

test.each([
  ['TX-8', 'params: { words: 快马加鞭 }', '快马加鞭推进。', '落实“兴黔富民”行动。'],
  [
    'TX-5',
    'params: { most: "20" }',
    '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌',
    '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉',
  ],
  ['UN-5', 'params: { most: "10" }', '资助学生21万人。', '资助学生9万人。'],
  ['RT-2', 'params: { most: "20" }', '师生比为1:21。', '师生比为1:19。'],
])('%s takes %s', (code, params, finds, not) => {
  const checks = `  ${code}: { severity: warn, when: [report], kind: text, ${params} }`;
  expect(told(finds, checks)).toEqual([`${code} warn`]);
  expect(told(not, checks)).toEqual([]);
});

test('a formula with the id of a text rule governs it when it is checked in the report too', () => {
  const sum = '共有督学412人（其中专职96人、兼职326人）。';
  const rule = (when: string) => `  XF-1: { severity: warn, when: [${when}], rule: 1 = 1, says: 请核对。 }`;
  const text = '  TM-1: { severity: error, when: [report], kind: text }\n';
  expect(told(sum, text + rule('lock, report'))).toEqual(['XF-1 warn']);
  expect(told(sum, text + rule('lock'))).toEqual([]);
});

test('a scheme says it in its own words, filled from what was found', () => {
  const checks = `  TX-4: { severity: error, when: [report], kind: text, says: "文号请写作{right}。" }`;
  const say = sayWith(zh, textSentences(schemeWith(checks)));
  expect(lint(NUMBER, checks).map(say)).toEqual(['文号请写作清府办发〔2025〕9号。']);
});
