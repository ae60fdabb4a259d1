/**
 * The planted report draft: paragraphs of an ordinary self-assessment, some with a mistake in them. Clean paragraphs
 * are there so that a check that cries wolf is heard.
 */
import type { Severity } from '../src/kernel/index.ts';

export interface PlantedSentence {
  readonly code: string;
  readonly severity: Severity;
  /** Words of the draft at which it is found; they stand in it once. */
  readonly quote: string;
  readonly says: string;
}

interface Paragraph {
  readonly text: string;
  readonly planted?: readonly PlantedSentence[];
  /** What is found besides where the draft is held against the data of the sample. */
  readonly withData?: readonly PlantedSentence[];
}

const mistake = (code: string, quote: string, says: string, severity: Severity = 'error'): PlantedSentence => ({
  code,
  severity,
  quote,
  says,
});

const differs = (quote: string, says: string): PlantedSentence => mistake('report.figure.differs', quote, says);

const DRAFT: readonly Paragraph[] = [
  { text: '清江市人民政府关于2025年度履行教育职责情况的自评报告' },
  { text: '澜江省人民政府教育督导委员会：' },
  {
    text: '根据《关于印发2025年对市级人民政府履行教育职责的评价方案的通知》（澜教督[2025]3号）精神，现将我市2025年度履行教育职责情况报告如下。',
    planted: [mistake('TX-4', '澜教督[2025]3号', '发文字号用了方括号')],
  },
  { text: '一、履行教育职责情况及工作成效' },
  { text: '（一）全面贯彻党的教育方针，落实立德树人根本任务' },
  {
    text: '1.全面加强党的领导。市委、市政府多次专题研究教育工作，抢抓XX号文件机遇，把教育摆在优先发展的位置。',
    planted: [mistake('TX-1', 'XX号', '模板里的空没有填')],
  },
  { text: '2.全面推进思政育人。市委、市政府主要领导带头深入学校为师生上思政课。' },
  {
    text: '3.扎实开展学校体育。学生体质健康优良率52.32%，比上年提高1.44%。',
    planted: [mistake('YOY-10', '提高1.44%', '两个比率之差应写个百分点')],
  },
  { text: '（二）全面履行政府职责，保障教育优先发展' },
  {
    text: '1.健全教育督导体制机制。全市共有督学431人，其中专职督学96人、兼职督学316人。',
    planted: [mistake('XF-1', '431人', '分项之和不等于总数')],
  },
  {
    text: '2.优化调整教育布局。编制《清江市教育资源布局规划方案（2025—2025年）》，科学谋划学校布局。',
    planted: [mistake('TM-1', '2025—2025年', '年份区间首尾相同')],
  },
  {
    text: '3.着力落实教育经费。全市一般公共预算教育支出86.42亿元（执行数），上年82.85亿元，增长4.13%。',
    planted: [mistake('YOY-4', '4.13%', '增幅与两年数不符，应为4.31%')],
  },
  {
    text: '4.保障督导经费。全市教育督导经费预算1,386.50万元，上年1,298.00万元，增加98.50万元。',
    planted: [mistake('YOY-5', '98.50万元', '增加额与两年数不符，应为88.50万元')],
    withData: [differs('增加98.50万元', '数据为增加88.50万元')],
  },
  {
    text: '6.持续补充师资。全年公开招聘教师，优先补充音体美学科。',
    planted: [mistake('report.numbering.skip', '6.持续补充师资', '序号从4跳到6')],
  },
  { text: '（三）全面深化教育改革，助推教育高质量发展' },
  {
    text: '1.落实学龄人口预测。受出生人口下降影响，全市在园幼儿比上年增长-7.80%。',
    planted: [mistake('YOY-6', '增长-7.80%', '“增长”后面是负数')],
  },
  {
    text: '2.推动普职协调发展。高中阶段共招生38,527人，其中中职招生13,142人，占51.77%。',
    planted: [mistake('RT-3', '51.77%', '占比用了部分除以其余，应为34.11%')],
  },
  {
    text: '3.配齐配强教师。普通小学师生比为16.2:1，教师队伍结构持续优化。',
    planted: [mistake('RT-2', '师生比为16.2:1', '师生比方向写反')],
  },
  { text: '（四）全面保障和促进教育公平，营造良好教育生态' },
  {
    text: '1.发展普惠学前教育。普惠性幼儿园覆盖率达103.20%。',
    planted: [mistake('RT-5', '103.20%', '覆盖率超过100%')],
    withData: [differs('103.20%', '数据为88.28%')],
  },
  { text: '2.守牢校园安全底线。全市开展校园安全专项检查，发现的隐患全部整改。' },
  {
    text: '3.做好控辍保学。2023年全市开展控辍保学专项行动，劝返全部失学辍学学生。',
    planted: [mistake('TM-3', '2023年', '沿用了往年的年份', 'warn')],
  },
  { text: '二、存在问题和不足' },
  { text: '（一）生均经费有升有降。普通初中、中等职业学校生均经费下降。' },
  {
    text: '（二）督导力量不足。全市教育督导经费预算1,368.50万元，专职督学偏少。',
    planted: [mistake('XF-5', '1,368.50万元', '与前文1,386.50万元不一致')],
    withData: [differs('1,368.50万元', '数据为1,386.50万元')],
  },
  { text: '三、下一步工作' },
  { text: '（一）加大教育投入，优先保障普通初中、中等职业学校生均经费。' },
  { text: '（二）充实督导力量，增加专职督学编制。' },
  { text: '清江市人民政府' },
  { text: '2026年4月31日', planted: [mistake('TM-4', '2026年4月31日', '4月没有31日')] },
];

export const PLANTED_DRAFT = '自评报告（送审稿）.txt';
export const PLANTED_SENTENCES: readonly PlantedSentence[] = DRAFT.flatMap(({ planted }) => planted ?? []);
export const PLANTED_WITH_DATA: readonly PlantedSentence[] = DRAFT.flatMap(({ withData }) => withData ?? []);
export const plantedDraft = (): string => `${DRAFT.map(({ text }) => text).join('\n')}\n`;
