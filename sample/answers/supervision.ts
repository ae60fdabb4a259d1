/** B1 督导体制机制, B2 布局与学位. */
import { counted, type Government, money, type Sheet, state, yes, yesIf } from '../model.ts';

/** 教育督导经费预算 in 0.01 万元: counties add up to 1,066.50 this year and 998.00 last year. */
const SUPERVISION_BUDGET: Readonly<Record<string, readonly [number, number]>> = {
  清江市: [32_000, 30_000],
  清江经济技术开发区: [2_000, 1_800],
  望川区: [12_600, 11_800],
  锦湖区: [9_800, 9_200],
  沐源区: [7_600, 7_000],
  云屏县: [11_850, 11_200],
  石渡县: [5_700, 5_300],
  松坪县: [5_200, 4_900],
  竹岭县: [4_800, 4_600],
  白渡县: [5_300, 5_000],
  青栎县: [5_250, 4_900],
  丰禾县: [6_100, 5_700],
  平澜县: [5_000, 4_700],
  南硚县: [5_600, 5_200],
  乌亭县: [4_650, 4_400],
  鹿鸣县: [6_200, 6_000],
  澄安市: [11_000, 9_900],
};
/** Recognised 责任督学挂牌督导创新县, and the one to be judged next year. */
const INNOVATIVE = ['望川区', '锦湖区', '沐源区', '云屏县', '澄安市'];
const NEXT_INNOVATIVE = '青栎县';

export const supervisionBudgetOf = (name: string): readonly [number, number] => SUPERVISION_BUDGET[name] ?? [0, 0];

export function supervisionAnswers(of: Government): Sheet {
  const { circumstances, kind, name, random } = of;
  const draw = random('supervision');
  const [budget, lastBudget] = supervisionBudgetOf(name);
  const [closed, overdue, found] = circumstances.feedback;
  return {
    supervisionOfficeSet: yes,
    supervisionPosts: counted(kind === 'own' ? 6 : kind === 'zone' ? 1 : draw.whole(2, 4)),
    supervisionDivisions: counted(kind === 'own' ? 2 : 1),
    supervisionDivisionNames: state(kind === 'own' ? '督导办公室、质量监测科' : '督导办公室'),
    adminStaff: counted(
      kind === 'own'
        ? 9
        : kind === 'zone'
          ? 1
          : ['望川区', '云屏县', '锦湖区', '澄安市', '丰禾县', '鹿鸣县', '沐源区'].includes(name)
            ? 3
            : 2,
    ),
    supervisionBudget: money(budget, lastBudget),
    supervisionBudgetListed: yes,
    innovationPassed: yesIf(INNOVATIVE.includes(name)),
    innovationPlanned: yesIf(name === NEXT_INNOVATIVE),
    feedbackFindings: counted(found),
    feedbackClosed: counted(closed),
    feedbackInProgress: counted(found - closed),
    feedbackOverdue: counted(overdue),
    zoneUnit: yesIf(kind === 'zone'),
  };
}

export function layoutAnswers(of: Government): Sheet {
  const draw = of.random('layout');
  const { students, townships, kind } = of;
  const free = Math.round(students.kg * 0.355);
  // 学前一年免保教费 from the autumn term: 4 months at about 320 yuan.
  const waived = Math.round(free * 4 * draw.whole(290, 340)) / 100;
  const size = of.spent[0] / 1_000_000;
  const gap = kind === 'own' ? 0 : Math.round(of.students.primary * draw.between(0.002, 0.012));
  return {
    layoutPlanIssued: yes,
    layoutPlanStart: counted(2025),
    layoutPlanEnd: counted(2030),
    schoolAgePopulationForecast: yes,
    placeGap: counted(gap),
    newPlaces: counted(Math.round(size * 130)),
    populationAge3to5: counted(Math.round(students.kg / draw.between(0.9, 0.95))),
    townships: counted(townships),
    townshipsWithPublicKg: counted(townships),
    newKindergartens: counted(Math.ceil(size * 0.5)),
    newKgPlaces: counted(Math.ceil(size * 0.5) * 180),
    newKgInvested: money(Math.ceil(size * 0.5) * draw.whole(38_000, 52_000)),
    freeKgEligible: counted(free),
    freeKgChildren: counted(free),
    freeKgWaived: money(Math.round(waived)),
    freeKgSubsidyDue: money(Math.round(waived)),
    freeKgSubsidyPaid: money(Math.round(waived)),
  };
}
