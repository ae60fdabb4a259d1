/**
 * 佐证材料 that the prefecture files, and in its own words each county:
 *
 *     number | title | issuer | date | mode | indicators | items
 */
export interface Paper {
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  readonly mode: '上传' | '只上传首页和相关页' | '现场查阅';
  readonly indicators: readonly string[];
  readonly items: readonly string[];
}

export const PAPERS: readonly Paper[] = `
A1.1-01 | 2025年市委常委会、市政府常务会议研究教育工作会议纪要目录 | 市教育局 | 2025-12-28 | 现场查阅 | A1.1 | partyMeetings govMeetings
A1.2-01 | 市领导联系学校安排和思政课讲稿目录 | 市教育局 | 2025-03-05 | 上传 | A1.2 | leadersVisited leadersLectured
A1.3-01 | 中小学校党组织领导的校长负责制任免文件目录 | 市委组织部 | 2025-06-30 | 现场查阅 | A1.3
A1.4-01 | 2025年政府工作报告节选 | 市发展和改革局 | 2025-01-16 | 只上传首页和相关页 | A1.4 | workReportListed planListed
A2.1-01 | 思政课教师花名册汇总 | 市教育局 | 2025-09-20 | 上传 | A2.1
A2.2-01 | 2025年国家学生体质健康标准测试上报汇总表 | 市教育局 | 2025-12-10 | 上传 | A2.2 | fitnessTested fitnessExcellent fitnessGood fitnessPassed
A2.3-01 | 2025年儿童青少年近视筛查报告 | 市卫生健康局 | 2025-11-30 | 上传 | A2.3 | myopiaScreened myopic
A2.4-01 | 劳动教育课表抽样汇总 | 市教育局 | 2025-09-25 | 上传 | A2.4 A2.5
A2.6-01 | 心理健康教师名册汇总 | 市教育局 | 2025-09-25 | 上传 | A2.6
B1.1-01 | 市教育督导室职能配置、内设机构和人员编制规定 | 市委编办 | 2024-12-20 | 只上传首页和相关页 | B1.1 | supervisionOfficeSet supervisionPosts
B1.2-01 | 责任督学聘任文件和挂牌照片 | 市教育局 | 2025-03-10 | 上传 | B1.2
B1.3-01 | 2025年市级部门预算批复（教育督导经费） | 市财政局 | 2025-02-14 | 只上传首页和相关页 | B1.3 | supervisionBudget supervisionBudgetCounties
B1.4-01 | 上一轮反馈问题整改台账和整改报告 | 市教育局 | 2025-12-25 | 上传 | B1.4 | feedbackFindings feedbackClosed
B2.1-01 | 清江市教育资源布局规划方案（2025—2030年） | 市发展和改革局 | 2025-04-13 | 上传 | B2.1 | layoutPlanIssued layoutPlanStart layoutPlanEnd
B2.2-01 | 2025年教育事业统计基表 | 市教育局 | 2025-10-20 | 上传 | B2.2 C3.1 C3.2 D5.1
B2.3-01 | 学前教育统计表和免保教费补助拨付凭证 | 市教育局 | 2025-12-15 | 上传 | B2.3 | freeKgChildren freeKgSubsidyPaid
B3.1-01 | 2025年12月财政收支执行月报（教育支出） | 市财政局 | 2026-01-12 | 只上传首页和相关页 | B3.1 B3.3 | gpbEduExp gpbEduExpWhole gpbEduExpCounties eduAppropriation
B3.2-01 | 2025年教育经费统计报表 | 市财政局 | 2026-02-26 | 上传 | B3.2 | perStudentKg perStudentPrimary perStudentJunior perStudentSenior perStudentVocational perStudentHigher
B3.4-01 | 生均公用经费指标文和拨款凭证 | 市财政局 | 2025-11-20 | 上传 | B3.4 | compulsoryFundsPaid kgFundsPaid seniorFundsPaid
B3.5-01 | 经费下达台账和项目台账 | 市财政局 | 2025-12-31 | 上传 | B3.5 | projectsPlanned projectsStarted
B3.6-01 | 教育费附加入库报表和支出明细表 | 市税务局 | 2026-01-08 | 上传 | B3.6 | surchargeCollected surchargeSpent
B3.7-01 | 学生资助系统导出表 | 市教育局 | 2025-12-20 | 上传 | B3.7 | aided fed
B4.1-01 | 中小学教职工编制批复 | 市委编办 | 2025-05-22 | 只上传首页和相关页 | B4.1 | approvedPosts staffOnPosts
B4.2-01 | 2025年教师与公务员平均工资收入比较表 | 市人力资源和社会保障局 | 2026-01-20 | 上传 | B4.2 | teacherAvgPay civilServantAvgPay
B4.3-01 | 乡村教师生活补助发放表 | 市财政局 | 2025-12-18 | 上传 | B4.3 | ruralAllowanceFunds
B4.4-01 | 校长教师交流轮岗文件和名单 | 市教育局 | 2025-08-28 | 上传 | B4.4 | rotated
B4.5-01 | 教师培训学时证明和培训经费决算 | 市教育局 | 2025-12-22 | 上传 | B4.5 | trainedTeachers trainingFunds
B4.6-01 | 师德案件处理文件目录 | 市教育局 | 2025-12-12 | 现场查阅 | B4.6 | ethicsCases ethicsHandled
C1.1-01 | 课后服务实施方案和收费批复 | 市教育局 | 2025-09-02 | 上传 | C1.1 | afterSchoolParticipants
C1.2-01 | 校外培训机构清单和消防安全检查表 | 市教育局 | 2025-11-18 | 上传 | C1.2 C1.5
C1.3-01 | 作业公示和“五项管理”检查记录 | 市教育局 | 2025-10-30 | 上传 | C1.3 C1.4 | homeworkCompliant sleepCompliant
C2.1-01 | 义务教育优质均衡分校指标表和差异系数计算表 | 市教育局 | 2025-11-05 | 上传 | C2.1 C2.2
C2.3-01 | 2025年国家义务教育质量监测结果报告 | 市教育局 | 2025-12-05 | 只上传首页和相关页 | C2.3
C3.3-01 | 示范性普通高中命名文件 | 市教育局 | 2025-01-10 | 上传 | C3.3
C4.2-01 | 中职学校办学条件达标表和招生表 | 市教育局 | 2025-10-25 | 上传 | C4.1 C4.2 | vocationalCompliant vocationalIntake
C4.3-01 | 中职生均拨款文件 | 市财政局 | 2025-03-28 | 上传 | C4.3 | vocationalAppropriation
C4.4-01 | “双师型”教师认定文件和双提升完成报表 | 市教育局 | 2025-12-08 | 上传 | C4.4 C4.5 | dualQualified upskillDone
C5.1-01 | 教研员名册和教研经费预算批复 | 市教育局 | 2025-02-20 | 上传 | C5.1 C5.2 | researchStaff researchBudget
C5.3-01 | 教育评价改革任务清单和负面清单 | 市教育局 | 2025-12-16 | 上传 | C5.3 | reformTasksDone
D1.1-01 | 2025年义务教育招生方案和随机录取记录 | 市教育局 | 2025-05-20 | 上传 | D1.1 D1.2 | juniorInZone
D1.3-01 | 优质普通高中招生名额分配表 | 市教育局 | 2025-05-26 | 上传 | D1.3 | quotaAllocated
D2.1-01 | 学籍系统导出表和控辍保学台账 | 市教育局 | 2025-12-20 | 上传 | D2.1 D2.2 D3.1
D3.2-01 | 农村留守儿童台账汇总 | 市民政局 | 2025-11-12 | 上传 | D3.2
D4.1-01 | 适龄残疾儿童少年入学比对表和拨款凭证 | 市残疾人联合会 | 2025-11-26 | 上传 | D4.1 D4.2 | specialFunds
D5.2-01 | 规范办学收费投诉处理决定书目录 | 市市场监督管理局 | 2025-12-11 | 现场查阅 | D5.2 | complaintsHandled
D6.1-01 | 校园“三防”建设检查表 | 市公安局 | 2025-10-18 | 上传 | D6.1
D6.2-01 | 隐患排查整改台账和膳食经费检查材料 | 市市场监督管理局 | 2025-12-03 | 上传 | D6.2 | safetyRectified mealRectified
D6.3-01 | 涉校安全责任事故情况证明 | 市公安局 | 2026-01-06 | 上传 | D6.3 | majorAccidents accidentDeaths
E1-01 | 2025年教育满意度第三方测评报告 | 市教育局 | 2025-12-26 | 上传 | E1
E2-01 | 自评数据复核记录 | 市教育局 | 2026-03-20 | 上传 | E2 | falseFigures unprovedFigures
E3-01 | 2025年教育重点任务清单和完成情况 | 市教育局 | 2025-12-30 | 上传 | E3 | keyTasksDone
`
  .trim()
  .split('\n')
  .map((line) => {
    const [number = '', title = '', issuer = '', date = '', mode = '', indicators = '', items = ''] = line.split(' | ');
    return {
      number,
      title,
      issuer,
      date,
      mode: mode as Paper['mode'],
      indicators: indicators.split(' ').filter(Boolean),
      items: items.split(' ').filter(Boolean),
    };
  });
