/** B4 教师队伍, and the pupils helped by 资助 and 营养改善. */
import { counted, type Government, hundredths, money, type Sheet, state, yesIf } from '../model.ts';
import { teachersOf } from './party.ts';

export function teacherAnswers(of: Government): Sheet {
  const draw = of.random('teachers');
  const { students, circumstances, kind } = of;
  const teachers = teachersOf(of);
  const needed = students.primary / 19 + students.junior / 13.5 + students.senior / 12.5;
  const posts = Math.round(needed * circumstances.posts);
  const eligible = Math.round(teachers * 0.36);
  const rotated = Math.ceil(eligible * circumstances.rotation);
  const servant = draw.whole(8_650_000, 9_240_000);
  const pay = Math.round(servant * circumstances.payRatio);
  const rural = kind === 'county' ? Math.round(teachers * (of.townships > 9 ? 0.34 : 0.12)) : 0;
  const allowance = rural * 5 * 12;
  const due = Math.round(teachers * 0.98);
  const cases = circumstances.ethicsOpen + draw.whole(0, 2);
  const poor = Math.round((students.primary + students.junior + students.senior + students.kg) * 0.21);
  const fed = Math.round((students.kg + students.primary + students.junior) * (kind === 'county' ? 0.425 : 0));
  return {
    approvedPosts: counted(posts),
    staffOnPosts: counted(Math.round(posts * 0.968)),
    subjectTeacherGap: counted(Math.round(teachers * 0.021)),
    teacherAvgPay: state(hundredths(pay), hundredths(Math.round(pay / 1.027))),
    civilServantAvgPay: state(hundredths(servant), hundredths(Math.round(servant / 1.021))),
    payTotal: money(Math.round((teachers * pay) / 10_000), Math.round((teachers * pay) / 10_000 / 1.032)),
    payArrears: counted(0),
    ruralTeachersDue: counted(rural),
    ruralTeachersPaid: counted(rural),
    ruralAllowanceFunds: money(allowance, Math.round(allowance * 0.985)),
    ruralAllowanceMonthly: counted(500),
    rotationEligible: counted(eligible),
    rotated: counted(rotated),
    rotatedBackbone: counted(Math.ceil(rotated * 0.24)),
    countyManaged: yesIf(kind === 'county'),
    recruited: counted(Math.round(teachers * 0.018)),
    recruitedSpecialPost: counted(kind === 'county' ? Math.round(teachers * 0.006) : 0),
    supportVisits: counted(Math.round(teachers * 0.022)),
    trainingDue: counted(due),
    trainedTeachers: counted(Math.round(due * circumstances.trained)),
    trainingProjects: counted(draw.whole(6, 14)),
    trainingVisits: counted(Math.round(teachers * 1.6)),
    itSchools: counted(Math.round(of.schools.length * 0.3)),
    ethicsCampaigns: counted(draw.whole(1, 3)),
    ethicsCirculars: counted(draw.whole(0, 2)),
    ethicsCases: counted(cases),
    ethicsHandled: counted(cases - circumstances.ethicsOpen),
    graveEthicsCases: counted(0),
    excellentTeachers: counted(Math.ceil(teachers / 420)),
    cityBackboneTeachers: counted(Math.round(teachers * 0.031)),
    aidEntitled: counted(poor * 2),
    aided: counted(poor * 2),
    aidedSpring: counted(Math.round(poor * 0.99)),
    fedEntitled: counted(fed),
    fed: counted(fed),
  };
}
