/**
 * The mistakes of the planted sample, as a list: what is done to the figures or said in the draft, and what must be
 * found where. `planted.md` is printed from it.
 */
import type { Nature, Severity } from '../src/kernel/index.ts';

/** What is done to the files of the clean sample. */
export type Edit =
  | {
      readonly kind: 'answer';
      readonly unit: string;
      readonly item: string;
      readonly year: 'now' | 'prior';
      readonly typed: string;
    }
  | {
      readonly kind: 'school';
      readonly county: string;
      readonly nth: number;
      readonly item: string;
      readonly typed: string;
    }
  /** Money of this year headed by another nature than is asked for. */
  | { readonly kind: 'nature'; readonly unit: string; readonly nature: Nature }
  /** The same workbook handed in twice under another name. */
  | { readonly kind: 'copy'; readonly file: string; readonly as: string }
  /** Last year's workbook of a unit lies among this year's. */
  | { readonly kind: 'lastYear'; readonly unit: string; readonly as: string }
  /** A table of text with one line. */
  | { readonly kind: 'table'; readonly file: string; readonly line: string };

export interface PlantedFigure {
  readonly code: string;
  readonly severity: Severity;
  readonly edit: Edit;
  /** What was done, for people. */
  readonly says: string;
}

const answer = (
  code: string,
  unit: string,
  item: string,
  typed: string,
  says: string,
  year: 'now' | 'prior' = 'now',
  severity: Severity = 'error',
): PlantedFigure => ({
  code,
  severity,
  says,
  edit: { kind: 'answer', unit, item, year, typed },
});

export const PLANTED_FIGURES: readonly PlantedFigure[] = [
  answer('UN-1', '松坪县', 'payTotal', '1.33', '教师工资性支出以亿元数填在万元格里'),
  answer('XF-1', '清江市', 'capitalFunds', '3223.19', '基本建设经费多填100.00万元，分项之和不等于合计'),
  answer('XF-1b', '丰禾县', 'feedbackInProgress', '2', '整改中的问题少填1项，与问题总数不符'),
  answer('XF-2', '清江市', 'gpbEduExpCounties', '743312.60', '县级合计少填100.00万元，与各县之和不等'),
  answer('XF-8', '清江市', 'gpbEduExpWhole', '874218.95', '全市数多填1亿元，不等于市本级加县级'),
  answer('XF-3d', '望川区', 'fitnessPassed', '66000', '体质健康合格人数多于参测人数'),
  answer('XF-3i', '平澜县', 'surveySatisfied', '1300', '满意问卷多于有效问卷'),
  answer('UN-6', '白渡县', 'seniorStagePlan', '0.92', '百分数格里填了0.92'),
  answer('CM-1', '青栎县', 'disabledPopulation', '', '适龄残疾儿童少年数没有填'),
  answer('RT-5', '南硚县', 'juniorInZone', '960', '就近划片入学人数多于招生数，比例超过100%'),
  answer('TM-1b', '锦湖区', 'layoutPlanEnd', '2025', '布局规划起止年相同'),
  answer('collect.cell.text', '乌亭县', 'townships', '约11', '数字格里填了文字'),
  answer('collect.cell.range', '沐源区', 'recurrentRevenue', '-141674.33', '财政经常性收入上年值填成负数', 'prior'),
  {
    code: 'XF-3',
    severity: 'error',
    says: '一所学校的教职工少于专任教师',
    edit: { kind: 'school', county: '竹岭县', nth: 3, item: 'staff', typed: '2' },
  },
  {
    code: 'collect.file.double',
    severity: 'error',
    says: '同一工作簿交了两份',
    edit: { kind: 'copy', file: '澄安市_2025.xlsx', as: '澄安市_2025（副本）.xlsx' },
  },
  {
    code: 'collect.file.year',
    severity: 'error',
    says: '混入上年的工作簿',
    edit: { kind: 'lastYear', unit: '鹿鸣县', as: '鹿鸣县_2024.xlsx' },
  },
  {
    code: 'collect.row.unknown',
    severity: 'error',
    says: '补充数据里的数据项代码方案中没有',
    edit: { kind: 'table', file: '补充数据.csv', line: '云屏县,gpbEduExpTotal,2025,110205.16' },
  },
  {
    code: 'CM-5',
    severity: 'warn',
    says: '本年填了预算数，应为执行数',
    edit: { kind: 'nature', unit: '丰禾县', nature: '预算数' },
  },
  {
    code: 'evaluate.undecided',
    severity: 'error',
    says: '预算数与上年执行数不能相比，有关指标得分待定',
    edit: { kind: 'nature', unit: '丰禾县', nature: '预算数' },
  },
];
