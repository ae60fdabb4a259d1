/** What only the prefecture's departments state: names, document numbers, whole-prefecture totals, targets. */
import { counted, type Government, money, type Sheet, state } from '../model.ts';
import { supervisionBudgetOf } from './supervision.ts';

export function reportAnswers(own: Government, counties: readonly Government[], evidenceCount: number): Sheet {
  const total = (pick: (of: Government) => number): number => counties.reduce((sum, of) => sum + pick(of), 0);
  const spent = [total((of) => of.spent[0]), total((of) => of.spent[1])] as const;
  const budget = [
    total((of) => supervisionBudgetOf(of.name)[0]),
    total((of) => supervisionBudgetOf(of.name)[1]),
  ] as const;
  return {
    cityName: state('清江市'),
    provinceName: state('澜江省'),
    governmentName: state('清江市人民政府'),
    committeeName: state('清江市人民政府教育督导委员会'),
    upperCommitteeName: state('澜江省人民政府教育督导委员会'),
    schemeNoticeTitle: state('关于印发2025年对市级人民政府履行教育职责的评价方案的通知'),
    schemeNoticeNumber: state('澜教督〔2025〕3号'),
    opportunityDocument: state('澜府发〔2024〕12号'),
    developmentLine: state('建设教育强市'),
    partyEducationCommittee: state('中共清江市委教育工作领导小组'),
    supervisionOfficeName: state('清江市人民政府教育督导室'),
    vocationalPlan: state('中职学校办学条件达标工程、现代职业教育质量提升计划'),
    caseStudies: state('锦湖区“家校社协同减负”、望川区“作业公示一张表”'),
    safetyNoticeNumber: state('清府办发〔2025〕9号'),
    aidThrough: state('12月'),
    projectsThrough: state('12月'),
    issueDate: state('2026年4月28日'),
    countyCount: counted(counties.length),
    innovationSubsidy: counted(85),
    supervisionBudgetCounties: money(...budget),
    gpbEduExpCounties: money(...spent),
    gpbEduExpWhole: money(own.spent[0] + spent[0], own.spent[1] + spent[1]),
    nextEduFunds: state('89.50'),
    nextSchools: counted(18),
    nextPlaces: counted(9_600),
    nextTeachers: counted(720),
    balancedPlanYear: counted(2027),
    evidenceCount: counted(evidenceCount),
    spotCounties: counted(5),
    spotSchools: counted(40),
    spotAgreement: state('98.60'),
    spotProblems: counted(14),
  };
}
