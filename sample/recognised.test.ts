/**
 * 校核 of a copy without controls, with its own data: the untouched one says nothing, and each printed number changed by
 * about a third is noticed in at least the share named here. Words that are like an item's and mean something else are left alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigures } from '../src/collect/index.ts';
import { issueCopy, openWord, readParagraphs, type WordParagraph } from '../src/engines/word/index.ts';
import { evaluate } from '../src/evaluate/index.ts';
import { type Finding, isError } from '../src/kernel/index.ts';
import { lintReport, makeReport, materialFor, paragraphsOfText, tracesOf } from '../src/report/index.ts';
import { loadScheme } from '../src/scheme/index.ts';
import { sampleFiles, writeSample } from './index.ts';

const asOf = '2025-12-31';
const FAULT: Finding = { code: 'CM-1', severity: 'error', at: { unit: '881200' }, data: {} };
let dir = '';
let request: Parameters<typeof makeReport>[0];
let material: ReturnType<typeof materialFor>;
let issued: readonly WordParagraph[];
/** With their controls: where the numbers stand. */
let bound: readonly WordParagraph[];

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'luzhi-recognised-'));
  writeSample(dir, {});
  const scheme = loadScheme(path.join(dir, 'scheme'));
  const submission = readFigures(path.join(dir, 'figures'), scheme, { year: scheme.year });
  const evaluation = evaluate(scheme, submission, { asOf });
  material = materialFor(scheme, submission, evaluation);
  const template = sampleFiles({}).find((file) => file.path === 'template.docx') ?? expect.unreachable();
  const name = '自评报告.docx';
  request = {
    scheme,
    submission,
    evaluation,
    template: { file: 'template.docx', bytes: template.content },
    asOf,
    name,
  };
  const made = makeReport(request);
  bound = readParagraphs(openWord(made.docx, name)).filter(({ at }) => at.part === 'body');
  const bare = readParagraphs(openWord(issueCopy(made.docx, name), name));
  issued = bare.filter(({ at }) => at.part === 'body').map((paragraph) => ({ ...paragraph, controls: [] }));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const lint = (paragraphs: readonly WordParagraph[]) =>
  lintReport(paragraphs, { year: 2025, asOf, traces: [], material }).filter(({ severity }) => severity !== 'hint');
const lintText = (text: string) => lint(paragraphsOfText(text));

test('the untouched issued copy says nothing', () => {
  expect(issued.map(({ text }) => text)).toEqual(bound.map(({ text }) => text));
  expect(lint(issued)).toEqual([]);
});

interface Site {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;
/** Years, dates, codes and what stands in titles and numbers of papers are no figures. */
const NO_FIGURE = /年|月|号|〔|—|^[A-E]\d|-\d/;

function figuresOf(paragraphs: readonly WordParagraph[]): readonly Site[] {
  return paragraphs.flatMap(({ text, controls }, index) =>
    controls.flatMap(({ start, end }) => {
      const printed = text.slice(start, end);
      if (NO_FIGURE.test(printed) || /^年/.test(text.slice(end))) return [];
      return [...printed.matchAll(NUMBER)].map((match) => ({
        index,
        start: start + match.index,
        end: start + match.index + match[0].length,
      }));
    }),
  );
}

function changedByAThird(digits: string): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = Number(digits.replaceAll(',', ''));
  const changed = ((value * 4) / 3).toFixed(decimals);
  return Number(changed) === value ? (value + 1).toFixed(decimals) : changed;
}

/** Numbers whose change says something new, of all that were changed one at a time. */
function noticed(sites: readonly Site[], around: (site: Site) => readonly WordParagraph[]) {
  const missed = sites.filter((site) => {
    const { index, start, end } = site;
    const of = issued[index] as WordParagraph;
    const text = of.text.slice(0, start) + changedByAThird(of.text.slice(start, end)) + of.text.slice(end);
    return lint(around(site).map((each) => (each === of ? { ...of, text } : each))).length === 0;
  });
  return {
    share: 1 - missed.length / sites.length,
    missed: missed.map(({ index, start, end }) => issued[index]?.text.slice(Math.max(0, start - 16), end + 6)),
  };
}

test('of the figures of the body, six in seven are noticed when they are changed', () => {
  const body = issued.filter(({ table }) => table === undefined);
  const sites = figuresOf(bound).filter(({ index }) => issued[index]?.table === undefined);
  expect(sites.length).toBeGreaterThan(100);
  const { share, missed } = noticed(sites, () => body);
  expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
});

test('of the figures of the tables, nearly all are', () => {
  const tables = Map.groupBy(issued, ({ table }) => table?.table);
  const sites = figuresOf(bound).filter(({ index }) => issued[index]?.table !== undefined);
  expect(sites.length).toBeGreaterThan(500);
  // Every third: they are alike by rows.
  const some = sites.filter((_, nth) => nth % 3 === 0);
  const { share, missed } = noticed(some, ({ index }) => tables.get(issued[index]?.table?.table) ?? []);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(some.length * 0.03);
  expect(share).toBeGreaterThanOrEqual(0.97);
});

/** Like a figure of the scheme, and another: a new part of it, another place, year, level, aim or bound. */
test.each([
  '新增责任督学30人，培训责任督学120人次。',
  '2024年全市在园幼儿9.10万人，公办幼儿园560所。',
  '云屏县在园幼儿1.20万人，公办幼儿园76所。',
  '其中女教师2100人，本科以上教师3300人。',
  '农村幼儿园320所，民办幼儿园442所。',
  '每名责任督学每月到校督导不少于1次。',
  '全市计划到2027年新增公办幼儿园学位12000个。',
  '投入1200万元改造农村学校食堂58所。',
  '市本级投入教育督导经费320万元。',
  '举办中小学生运动会3次，参与学生12000人。',
  '小学在校生22.89万人，初中在校生11.88万人，普通高中在校生7.54万人。',
  '全市教育支出占一般公共预算支出的18.6%。',
  '表彰优秀教师50名、优秀班主任30名。',
  '下达义务教育薄弱环节改善与能力提升补助资金1.2亿元。',
  '春季学期资助学生10.62万人次，秋季学期资助学生10.84万人次。',
  '教师培训经费2441.87万元，占公用经费的5.23%。',
  '望川区幼儿园180所，锦湖区幼儿园98所。',
  '全市九年义务教育巩固率不低于95%，学前三年毛入园率达到85%以上。',
  '“十四五”以来累计新建幼儿园120所，新增学位3.2万个。',
  '自评得分89.71分，等次为良好。',
  '确保大班额全面消除，力争保安全覆盖。',
  '大班额尚未全面消除。',
  '严格落实两个只增不减要求。',
  '课后服务全覆盖。',
  '2026年力争全市一般公共预算教育支出达到89.50亿元以上，增长3.56%以上。',
  '全国一般公共预算教育支出39256.96亿元，增长4.79%。',
  '全省一般公共预算教育支出1200亿元，增长5.1%，增幅居全省第二。',
  '鹿鸣县一般公共预算教育支出3.73亿元，比上年下降1.93%。',
  '云屏县11.02亿元，增长4.64%；望川区11.27亿元，增长5.46%。',
  '云屏县建成学校图书馆12.50万平方米，比上年增长5.64%。',
  '云屏县招商引资11.05亿元，增长5.64%。',
  '确保15个县（市、区）一般公共预算教育支出均比上年增长。',
  '15个县（市、区）义务教育公用经费标准均比上年提高。',
  '要求全面落实两个只增不减要求。',
  '努力实现“两个只增不减”。',
  '推动“两个只增不减”落实到位。',
  '一键报警与视频联网均达100%。',
  '市本级教育支出12.08亿元、县级74.34亿元，分别增长2.63%、4.59%。',
  '城区学校200所，镇区学校318所，普惠性幼儿园876所。',
  '在校学生55.04万人，专任教师学历合格率达99.8%。',
  '中职在校生占高中阶段在校生的33.57%。',
  '全市有3个县（市、区）通过国家认定。',
  '一、下一步工作打算\n（一）校园“三防”建设全部达标，专职保安配备达标率达100%。',
  '15个县（市、区）中14个义务教育教师平均工资收入水平不低于当地公务员。',
  '各县（市、区）教师平均工资未全部不低于公务员。',
  '残疾儿童少年入学率未达到100%。',
  '问题销号率未达到100%，隐患问题销号率达100%。',
  '确保问题销号率达到100%。',
  '确保义务教育教师平均工资收入均不低于公务员。',
  '全市义务教育教师平均工资收入不低于公务员。',
  '各学段生均公用经费均比上年增长。',
  '普通初中生均一般公共预算教育经费17582.56元，比上年下降0.24%。',
  '普通初中生均一般公共预算教育经费17582.56元/人。',
  '义务教育教师平均工资收入9.05万元，公务员平均工资收入8.88万元。',
  '全市生均一般公共预算教育经费13000元，学前教育生均公用经费800元。',
  '小学生均公用经费达到1200元，中小学生均公用经费1100元。',
  '生均公用经费标准720元，生均公用经费补助300元。',
  '幼儿教师平均工资6.20万元，乡村教师平均工资9.60万元。',
  '云屏县教师平均工资9.95万元。',
  '为初中学生人均配置图书30册，投入公用经费12000元。',
  '发放乡村教师生活补助每人300元。',
  '全市一般公共预算教育支出比上年增长4.31%。',
  '社会满意度较上年提高0.78个百分点。',
  '2024年全市一般公共预算教育支出增长3.56%。',
  '全省一般公共预算教育支出增长3.56%。',
  '云屏县一般公共预算教育支出增长4.64%，较2020年一般公共预算教育支出增长20.10%。',
  '力争一般公共预算教育支出增长3.56%。',
  '一般公共预算教育支出和教职工工资增长3.56%。',
  '教师工资性支出、一般公共预算教育支出分别增长3.20%、4.31%。',
  '市本级一般公共预算教育支出增长2.63%。',
  '全市幼儿园991所，一般公共预算教育支出增长4.31%。',
  '中职生均一般公共预算教育经费15450.10元，比上年下降0.60%。',
  '学前教育生均一般公共预算教育经费10438元。',
])('left alone: %s', (text) => expect(lintText(text)).toEqual([]));

test.each([
  ['全市在园幼儿11.70万人。', 'report.figure.differs', '在园幼儿数'],
  ['全市一般公共预算教育支出86.42亿元，比上年增长4.13%。', 'report.figure.differs', '一般公共预算教育支出'],
  ['自评得分98.71分，等次为优秀。', 'report.figure.differs', '自评得分'],
  [
    '2026年力争全市一般公共预算教育支出达到89.50亿元以上，增长4.78%以上。',
    'report.figure.differs',
    '一般公共预算教育支出',
  ],
  ['大班额全面消除。', 'TX-7', 'B2.2 消除大班额'],
  ['基本消除大班额。', 'TX-7', 'B2.2 消除大班额'],
  ['专职保安全覆盖。', 'TX-7', 'D6.1 校园“三防”'],
  ['全面落实“两个只增不减”。', 'TX-7', 'B3.2 生均一般公共预算教育支出只增不减'],
  ['全面落实两个只增不减要求。', 'TX-7', 'B3.2 生均一般公共预算教育支出只增不减'],
  ['各学段生均一般公共预算教育支出均比上年增长。', 'TX-7', 'B3.2 生均一般公共预算教育支出只增不减'],
  ['各县（市、区）教师平均工资均不低于公务员。', 'TX-7', 'B4.2 义务教育教师平均工资不低于公务员'],
  ['15个县（市、区）一般公共预算教育支出均比上年增长。', 'TX-7', '鹿鸣县'],
  ['全市实现了“两个只增不减”。', 'TX-7', 'B3.2 生均一般公共预算教育支出只增不减'],
  ['“两个只增不减”要求落实到位。', 'TX-7', 'B3.2 生均一般公共预算教育支出只增不减'],
  ['校园“三防”建设达标率达100%。', 'TX-7', 'D6.1 校园“三防”'],
  ['专职保安配备、一键报警均达100%。', 'TX-7', 'D6.1 校园“三防”'],
  ['各县（市、区）一般公共预算教育支出均只增不减。', 'TX-7', '鹿鸣县'],
  ['校园“三防”建设全部达标。', 'TX-7', 'D6.1 校园“三防”'],
  ['专职保安配备达标率达100%。', 'TX-7', 'D6.1 校园“三防”'],
  ['问题销号率达100%。', 'TX-7', '上一轮反馈问题整改'],
  ['义务教育教师平均工资收入均不低于公务员。', 'TX-7', 'B4.2 义务教育教师平均工资不低于公务员'],
  ['适龄残疾儿童少年入学率达100%。', 'TX-7', 'D4.1 残疾儿童少年入学'],
  ['鹿鸣县一般公共预算教育支出3.73亿元，比上年增长1.93%。', 'report.figure.differs', '下降1.93%'],
  ['云屏县11.02亿元，增长5.64%。', 'report.figure.differs', '云屏县'],
  ['普通初中生均一般公共预算教育经费18582.56元。', 'report.figure.differs', '17582.56元'],
  ['普通初中生均一般公共预算教育经费18582.56元/人。', 'report.figure.differs', '17582.56元'],
  ['普通初中生均一般公共预算教育经费17582.56元，比上年增长0.24%。', 'report.figure.differs', '下降0.24%'],
  ['全市义务教育教师平均工资收入9.95万元。', 'report.figure.differs', '9.05万元'],
  ['教师平均工资9.95万元。', 'report.figure.differs', '9.05万元'],
  ['全市一般公共预算教育支出比上年增长3.56%。', 'report.figure.differs', '增长4.31%'],
  ['社会满意度较上年提高1.78个百分点。', 'report.figure.differs', '0.78个百分点'],
  ['市本级一般公共预算教育支出增长3.56%。', 'report.figure.differs', '增长2.63%'],
  ['全市幼儿园991所，一般公共预算教育支出增长3.56%。', 'report.figure.differs', '增长4.31%'],
  ['中职生均一般公共预算教育经费增长0.60%。', 'report.figure.differs', '下降0.60%'],
  ['中职生均一般公共预算教育经费16582.56元。', 'report.figure.differs', '15450.10元'],
  ['学前教育生均一般公共预算教育经费9999元。', 'report.figure.differs', '10438元'],
  ['公务员平均工资收入9.88万元。', 'report.figure.differs', '公务员平均工资收入'],
])('told: %s', (text, code, about) => {
  const [first] = lintText(text);
  expect(first?.code).toBe(code);
  expect(JSON.stringify(first?.data)).toContain(about);
});

test.each([
  ['云屏县人民政府关于2025年度履行教育职责情况的自评报告\n在园幼儿1.20万人。', '云屏县'],
  ['2025年度履行教育职责情况的自评报告\n在园幼儿1.20万人。\n澄安市人民政府\n2026年4月28日', '澄安市'],
  ['全县幼儿园46所，全县在园幼儿1.20万人。我县一般公共预算教育支出3.20亿元。', '一个县'],
])('a text of another unit is told once: %s', (text, name) => {
  expect(lintText(text)).toMatchObject([
    { code: 'report.unit.other', severity: 'warn', data: { name, data: '清江市' } },
  ]);
});

test.each([
  '清江市人民政府关于2025年度履行教育职责情况的自评报告\n全市在园幼儿8.78万人。',
  '澜江省清江市人民政府2025年度履行教育职责自评报告\n在园幼儿8.78万人。',
  '关于2025年度履行教育职责情况的自评报告\n澜江省人民政府教育督导委员会：\n在园幼儿8.78万人。\n清江市人民政府',
  '印发《云屏县人民政府关于2025年教育工作的报告》。',
  '全县（市、区）均已部署。全县（市、区）均已自查，全县（市、区）均已整改，全市幼儿园991所。',
])('a text of the unit itself is no other: %s', (text) => {
  expect(lintText(text).filter(({ code }) => code === 'report.unit.other')).toEqual([]);
});

test('an untouched draft, held against its own data, has nothing to correct', () => {
  const { docx, draft } = makeReport({ ...request, submission: { ...request.submission, findings: [FAULT] } });
  expect(draft).toBe(true);
  const file = request.name;
  const paragraphs = readParagraphs(openWord(docx, file));
  expect(paragraphs.some(({ text }) => text.includes('本稿还有1处须改正'))).toBe(true);
  const traces = tracesOf({ file, bytes: docx }, material, asOf);
  expect(lintReport(paragraphs, { year: 2025, asOf, traces, material }).filter(isError)).toEqual([]);
});

test.each([
  ['its own change', '云屏县一般公共预算教育支出比上年增长4.64%。'],
  ['several counties at once', '石渡县、云屏县一般公共预算教育支出分别增长1.00%、2.00%。'],
  ['several, of which it is one', '云屏县等5个县一般公共预算教育支出增长33.00%。'],
  ['an aim', '云屏县力争一般公共预算教育支出增长20.00%。'],
  ['another year', '2024年云屏县一般公共预算教育支出增长33.00%。'],
  ['a part of it', '云屏县农村学校一般公共预算教育支出增长33.00%。'],
  ['perhaps the whole area', '云屏县通过验收，一般公共预算教育支出增长33.00%。'],
])('a growth of a county that is %s is left alone', (_, text) => {
  expect(lintText(text).filter(({ code }) => code === 'report.figure.differs')).toEqual([]);
});

test.each([
  ['云屏县一般公共预算教育支出增长4.31%。', '云屏县一般公共预算教育支出增长', '增长4.31%', '增长4.64%'],
  [
    '2025年，全市投入加大，其中云屏县一般公共预算教育支出同比下降4.64%。',
    '云屏县一般公共预算教育支出下降',
    '下降4.64%',
    '增长4.64%',
  ],
])(
  'a growth of a county said without its level is held against the data of the county: %s',
  (text, name, stated, right) => {
    expect(lintText(text)).toMatchObject([
      { code: 'report.figure.differs', severity: 'error', data: { name, stated, right } },
    ]);
  },
);
