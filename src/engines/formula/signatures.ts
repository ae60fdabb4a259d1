/** How each function is written and what it gives, for who writes a formula. `docs/scheme-format.md` says the same at length. */
import { FUNCTION_NAMES } from './functions/index.ts';

export interface Signature {
  readonly names: readonly [english: string, chinese: string];
  /** What stands between the brackets. */
  readonly takes: { readonly zh: string; readonly en: string };
  readonly zh: string;
  readonly en: string;
}

const TOLD: Readonly<Record<string, readonly [takes: string, zh: string, en: string]>> = {
  SUM: ['a, b, …', '各数之和', 'the sum'],
  MIN: ['a, b, …', '最小的一个', 'the least'],
  MAX: ['a, b, …', '最大的一个', 'the greatest'],
  ABS: ['x', '绝对值', 'without its sign'],
  ROUND: ['x, 小数位', '四舍五入到几位小数', 'rounded to so many decimals'],
  CEIL: ['x', '向上取整', 'the next whole number'],
  FLOOR: ['x', '向下取整', 'the whole number below'],
  NUMBER: ['x', '去掉单位的数值（按基本单位）', 'x without its unit, in base units'],
  AMOUNT: ['x, "单位"', '给没有单位的数配上单位', 'the bare number x, of that unit'],
  AND: ['条件, 条件, …', '条件都成立', 'all conditions hold'],
  OR: ['条件, 条件, …', '有一个条件成立', 'one condition holds'],
  NOT: ['条件', '条件不成立', 'the condition does not hold'],
  MET: ['条件, 条件, …', '成立的条件有几个', 'how many conditions hold'],
  IF: ['条件, a, b', '条件成立取 a，否则取 b', 'a where the condition holds, else b'],
  GIVEN: ['x', '是否已填', 'whether x is there'],
  IFGAP: ['x, y', '有 x 取 x，缺则取 y', 'x, or y where x is missing'],
  PRIOR: ['x', '上年的 x', 'x one year back'],
  GROWTH: ['x', '比上年增长的比例', 'x against the year before, less one'],
  CHANGE: ['x', '比上年增减多少', 'x less x of the year before'],
  COUNT: ['counties 或 schools, 条件', '下级中符合条件的有几个', 'members for which the condition holds'],
  SUMOVER: ['counties 或 schools, x, 条件', '下级合计', 'the sum over the members'],
  MAXOVER: ['counties 或 schools, x, 条件', '下级中最大的', 'the greatest among the members'],
  MINOVER: ['counties 或 schools, x, 条件', '下级中最小的', 'the least among the members'],
  EVERY: ['counties 或 schools, 条件', '下级都符合条件', 'the condition holds for every member'],
  ANY: ['counties 或 schools, 条件', '下级中有符合条件的', 'the condition holds for some member'],
  NAMES: ['counties 或 schools, 条件', '下级的名单，用顿号连接', 'names of members'],
  CV: [
    '数额, 权重, 条件',
    '下属学校的差异系数，按学生数加权',
    'coefficient of variation of the schools below, weighted',
  ],
  ROWS: ['台账, 条件', '台账有几行', 'rows of a ledger'],
  ROWSUM: ['台账, 列, 条件', '台账一列的合计', 'the sum of a column of a ledger'],
  LIST: ['台账, 列, 条件', '台账一列，用顿号连接', 'a column of a ledger as a list'],
  SCORE: ['"指标代码"', '一项指标的得分（须排在前面）', 'points of an indicator that stands before'],
  CONCAT: ['文字, 文字, …', '连成一句', 'texts joined'],
  CONTAINS: ['文字, 部分', '是否含有这几个字', 'whether the text has the part'],
};

const WORDS: readonly (readonly [zh: string, en: string])[] = [
  ['指标代码', 'indicator'],
  ['单位', 'unit'],
  ['小数位', 'decimals'],
  ['条件', 'condition'],
  ['数额', 'amount'],
  ['权重', 'weight'],
  ['台账', 'ledger'],
  ['文字', 'text'],
  ['部分', 'part'],
  ['或', 'or'],
  ['列', 'column'],
];
const inEnglish = (takes: string): string => WORDS.reduce((text, [zh, en]) => text.replaceAll(zh, en), takes);

export const SIGNATURES: readonly Signature[] = FUNCTION_NAMES.map((names) => {
  const [takes, zh, en] = TOLD[names[0]] ?? ['…', '', ''];
  return { names, takes: { zh: takes, en: inEnglish(takes) }, zh, en };
});
