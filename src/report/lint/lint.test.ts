/** Each rule from both sides: it finds, and it must not find. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sayWith } from '../../kernel/index.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { lintParagraphs, paragraphsOfText } from './index.ts';

const lint = (text: string, year?: number) =>
  lintParagraphs(paragraphsOfText(text), year === undefined ? {} : { year });
const codes = (text: string, year?: number): string[] => lint(text, year).map(({ code }) => code);

/** Rule, texts in which it finds, texts in which it must not. */
const RULES: readonly (readonly [code: string, finds: readonly string[], not: readonly string[]])[] = [
  [
    'TX-1',
    ['共有教师XX人', '经费XXX.XX亿元', 'XX县2025年通过评估', '全教育事业发展态势良好'],
    ['全市教育事业发展态势良好', 'X光检查', '5G和Wi-Fi', '版心156×225'],
  ],
  [
    'TM-1',
    ['规划（2025—2025年）', '规划（2027—2025年）', '实施方案（20232025年）'],
    ['规划（2025—2030年）', '2025年至2030年', '编号20250301'],
  ],
  ['TX-9', ['规划（2025-2030年）', '规划（2025－2030年）'], ['规划（2025—2030年）', '2025年至2030年实施']],
  ['TM-4', ['2025年2月30日印发', '截至4月31日'], ['2025年2月28日印发', '2月29日', '12月31日']],
  [
    'CM-4',
    ['2025年经费支出86.42亿元，截至7月资助学生21万人次。'],
    ['2025年经费支出86.42亿元。截至7月，资助学生21万人次。', '截至2025年12月，全年支出86.42亿元'],
  ],
  [
    'YOY-4',
    [
      '教育支出86.42亿元，上年82.85亿元，增长4.13%',
      '支出35.96亿元，比上年增加1.11亿元，增长5.20%',
      '由82.85亿元增加到86.42亿元，增长4.13%',
      '教育支出86.42亿元，上年90.00亿元，下降2.98%',
    ],
    [
      '教育支出86.42亿元，上年82.85亿元，增长4.31%',
      '支出35.96亿元，比上年增加1.11亿元，增长3.2%',
      '由82.85亿元增加到86.42亿元，增长4.31%',
      '同口径增长4.13%，86.42亿元，上年82.85亿元，同口径增长9.9%',
      '教育支出86.42亿元，增长4.13%',
      '教育支出86.42亿元，上年90.00亿元，下降3.98%',
      '在校生10人，比上年增加3人，增长43%',
    ],
  ],
  [
    'YOY-5',
    ['支出86.42亿元，上年82.85亿元，增加3.75亿元'],
    ['支出86.42亿元，上年82.85亿元，增加3.57亿元', '支出86.42亿元，增加3.75亿元'],
  ],
  [
    'YOY-6',
    ['经费增长-2.76%', '人数减少-3人', '支出86.42亿元，比上年增加3.57亿元，下降4.31%'],
    ['经费下降2.76%', '支出86.42亿元，比上年增加3.57亿元，增长4.31%'],
  ],
  ['YOY-7', ['教育支出同口径增长4.3%'], ['教育支出增长4.3%']],
  [
    'YOY-10',
    ['体质健康优良率52.3%，比上年提高1.6%', '教育支出86.42亿元，比上年增长4.31个百分点'],
    ['体质健康优良率52.3%，比上年提高1.6个百分点', '教育支出86.42亿元，比上年增长4.31%'],
  ],
  ['RT-3', ['共有幼儿园120所，其中公办90所，占300%'], ['共有幼儿园120所，其中公办90所，占75%']],
  ['RT-6', ['共有幼儿园120所，其中公办90所，占70%'], ['共有幼儿园120所，其中公办90所，占75.0%', '在园幼儿占比达70%']],
  [
    'XF-1',
    ['共有督学412人（其中专职96人、兼职326人）'],
    ['共有督学412人（其中专职96人、兼职316人）', '共有教师412人，其中特岗20人'],
  ],
  ['XF-4', ['三级分别占30%、45%、26.5%'], ['三级分别占30%、45%、25%', '分别达30%、45%、60%']],
  [
    'RT-5',
    ['普惠性幼儿园覆盖率达103.2%'],
    ['学前三年毛入园率达103.2%', '年度计划完成率103.2%', '普惠性幼儿园覆盖率达93.2%'],
  ],
  [
    'RT-2',
    ['小学师生比为16.2:1', '生师比为1:16.2', '师生比为1:0.5'],
    ['小学师生比为1:16.2', '生师比为16.2:1', '按与学校数1:5比例配备'],
  ],
  ['RT-4', ['职普比达到45%'], ['职普比为4.5:5.5', '中职招生占比45%']],
  [
    'XF-5',
    ['义务教育在校学生34.77万人。\n义务教育在校学生35.77万人。'],
    [
      '义务教育在校学生34.77万人。\n义务教育在校学生347656人。',
      '云屏县义务教育在校学生3万人。\n石渡县义务教育在校学生2万人。',
    ],
  ],
  [
    'UN-1',
    ['教育督导经费预算1386.50万元。\n教育督导经费预算1386.50亿元。'],
    ['教育督导经费预算1386.50万元。\n教育督导经费预算1386.50万元。'],
  ],
  ['UN-5', ['资助学生21430万人'], ['资助学生21.43万人', '资助学生214300人']],
  [
    'XF-7',
    ['共29所示范性高中（甲中学、乙中学、丙中学）'],
    ['共3所示范性高中（甲中学、乙中学、丙中学）', '共29所示范性高中（甲中学、乙中学、丙中学等）'],
  ],
  [
    'TX-4',
    ['清府办发[2025]9号', '清府办发（2025）9号', '清府办发〔2025〕第9号', '清府办发〔2025〕09号', 'X(2023)X号'],
    ['清府办发〔2025〕9号', '规划（2025）年底完成', '3号楼（2025）'],
  ],
  ['UN-7', ['教育优先,全面推进', '在校生１２３人', '经费86 亿元'], ['教育优先，全面推进', '比例1:5', '在校生123人']],
  ['TX-8', ['实施“兴黔富民”行动'], ['实施富民行动']],
  [
    'TX-2',
    ['贵州省教育厅印发通知。按照贵州省要求，落实四川省人民政府部署。'],
    [
      '贵州省教育厅印发通知。按照贵州省要求推进。',
      '贵州省与广东省开展东西部协作。贵州省统筹。',
      '澜江省教育厅印发通知',
      '北京路小学',
    ],
  ],
  [
    'TX-3',
    ['全市XX所学校，由李敏同志负责。'],
    ['全市120所学校，由李敏同志负责。', '全市XX所学校，各位同志负责。', '全市XX所学校，党员干部和同志们'],
  ],
  [
    'TX-10',
    ['由李敏同志负责。', '内部资料', '机密★1年', '联系人身份证号110101199003078515', '电话13800138000'],
    ['由市教育局负责。', '资料室', '秘密投票选举', '文号〔2025〕13号', '编号11010119900307', '在校生13800人'],
  ],
  [
    'report.numbering.skip',
    ['（一）甲\n1.一\n3.三', '一、甲\n三、丙'],
    ['（一）甲\n1.一\n2.二\n（二）乙\n1.一', '一、甲\n二、乙', '配督学6名', '附件：1.表\n2.录'],
  ],
  ['report.numbering.form', ['(一)甲事', '（一）甲\n1、一事'], ['（一）甲事', '（一）甲\n1.一事']],
  [
    'TX-6',
    ['二、存在问题\n（一）心理健康教师配备缺口较大。\n三、下一步打算\n（一）加快校园建设。'],
    ['二、存在问题\n（一）心理健康教师配备缺口较大。\n三、下一步打算\n（一）补充心理健康教师。'],
  ],
];

describe.each(RULES)('%s', (code, finds, not) => {
  test.each(finds)('finds: %s', (text) => expect(codes(text)).toContain(code));
  test.each(not)('does not find: %s', (text) => expect(codes(text)).not.toContain(code));
});

test('a year older than the evaluation year and the one before is stale, unless the sentence looks back', () => {
  expect(codes('2023年，各县坚持教育优先。', 2025)).toContain('TM-3');
  expect(codes('2024年，各县坚持教育优先。', 2025)).not.toContain('TM-3');
  expect(codes('自2021年以来，各县坚持教育优先；《2022年方案》继续有效。', 2025)).not.toContain('TM-3');
});

test('a notice numbered in another year than the report is told', () => {
  expect(codes('根据评价方案的通知（澜教督〔2023〕3号）精神', 2025)).toContain('TM-2');
  expect(codes('根据评价方案的通知（澜教督〔2025〕3号）精神', 2025)).not.toContain('TM-2');
});

test('5,000 字 are counted as Word counts them: a number is one', () => {
  expect(codes('字'.repeat(5001))).toContain('TX-5');
  expect(codes(`${'字'.repeat(4990)}123456789012345`)).not.toContain('TX-5');
});

test('every sentence fills its braces, in both languages', () => {
  const says = [sayWith(zh), sayWith(en)];
  for (const [, finds] of RULES)
    for (const text of finds)
      for (const finding of lint(text))
        for (const say of says) expect(say(finding)).not.toMatch(/undefined|\[object|NaN/);
  expect(Object.keys(en)).toEqual(Object.keys(zh));
});

describe('the page of the seed', () => {
  const findings = lint(
    readFileSync(path.resolve(import.meta.dirname, '../../../test/fixtures/page-of-a-template.txt'), 'utf8'),
  );
  const quotes = (code: string): string[] =>
    findings.filter((finding) => finding.code === code).map(({ quote = '' }) => quote);

  test('its five faults are found', () => {
    expect(quotes('TM-1')).toEqual(expect.arrayContaining(['2023-2023', '20232025', '20232030']));
    expect(quotes('report.numbering.skip')).toEqual(['3 .']);
    expect(quotes('TX-4')).toEqual(['X(2023)X号']);
    expect(
      findings.some(({ code, severity, data }) => code === 'TX-1' && severity === 'error' && Number(data.count) > 20),
    ).toBe(true);
  });

  test('they are not drowned: the words of the site around the text are no findings, and alike ones are told once', () => {
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(15);
    expect(findings.length).toBeLessThanOrEqual(40);
  });
});
