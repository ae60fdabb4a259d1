/**
 * B3 教育投入. 一般公共预算教育支出 is given; what is spent per pupil, times the pupils, comes back to it within a few
 * percent. Amounts are whole numbers of 0.01 万元, per-pupil amounts of 0.01 元, so every sum holds exactly.
 */
import { counted, type Government, hundredths, LEVELS, type Level, money, type Sheet, state } from '../model.ts';
import { USUAL_COST } from '../territory.ts';

/** Growth of 生均 where nothing else is known. */
const USUAL_GROWTH: Readonly<Record<Level, number>> = {
  kg: 0.036,
  primary: 0.029,
  junior: 0.012,
  senior: 0.024,
  vocational: 0.008,
};
/** Pupils grew by so much; last year's own numbers are nowhere asked. */
const PUPIL_GROWTH: Readonly<Record<Level, number>> = {
  kg: -0.078,
  primary: -0.0203,
  junior: 0.0363,
  senior: 0.0246,
  vocational: 0.0447,
};
export const COST_ITEM: Readonly<Record<Level, string>> = {
  kg: 'perStudentKg',
  primary: 'perStudentPrimary',
  junior: 'perStudentJunior',
  senior: 'perStudentSenior',
  vocational: 'perStudentVocational',
};
/** One county's forms are known to the fen: this year and last, in 0.01 元. */
const YUNPING_COST: Readonly<Record<Level, readonly [number, number]>> = {
  kg: [1_021_560, 984_217],
  primary: [1_298_802, 1_263_045],
  junior: [1_741_163, 1_790_528],
  senior: [1_561_237, 1_524_066],
  vocational: [1_510_244, 1_487_390],
};
/** The prefecture's own schools cost more than the counties'. */
const OWN_COST: Readonly<Record<Level, number>> = {
  kg: 12_400,
  primary: 14_900,
  junior: 19_100,
  senior: 17_800,
  vocational: 16_300,
};
const HIGHER_COST = [1_762_000, 1_718_000] as const;

export type Costs = Readonly<Record<Level, readonly [number, number]>>;

/** 生均 by level in 0.01 元, this year and last. */
export function costsOf(of: Government): Costs {
  if (of.name === '云屏县') return YUNPING_COST;
  const draw = of.random('costs');
  const usual = LEVELS.reduce((sum, level) => sum + of.students[level] * USUAL_COST[level], 0);
  const factor = of.kind === 'county' ? (of.spent[0] * 100 * 0.975) / usual : 1;
  return Object.fromEntries(
    LEVELS.map((level) => {
      const base = of.kind === 'own' ? OWN_COST[level] : USUAL_COST[level];
      const now = Math.round(base * factor * draw.between(0.985, 1.015) * 100);
      const growth = of.circumstances.growth[level] ?? USUAL_GROWTH[level] + draw.between(-0.003, 0.003);
      return [level, [now, Math.round(now / (1 + growth))]];
    }),
  ) as unknown as Costs;
}

/** Weighted by pupils of each year: what the prefecture's finance office states for the whole. */
export function wholeCosts(all: readonly Government[]): Costs {
  const costs = all.map((of) => ({ of, cost: costsOf(of) }));
  return Object.fromEntries(
    LEVELS.map((level) => {
      const mean = (year: 0 | 1): number => {
        const pupils = costs.map(({ of }) => of.students[level] / (year === 0 ? 1 : 1 + PUPIL_GROWTH[level]));
        const total = costs.reduce((sum, { cost }, i) => sum + cost[level][year] * (pupils[i] ?? 0), 0);
        return Math.round(total / pupils.reduce((a, b) => a + b, 0));
      };
      return [level, [mean(0), mean(1)]];
    }),
  ) as unknown as Costs;
}

/** `gpbEduFunds` and its three parts, which add up exactly. */
function funds(spent: readonly [number, number]): Sheet {
  const split = (of: number, building: number) => {
    const total = Math.round(of * 0.983);
    const capital = Math.round(total * building);
    const surcharge = Math.round(total * 0.0442);
    return { total, capital, surcharge, operating: total - capital - surcharge };
  };
  const [now, last] = [split(spent[0], 0.0263), split(spent[1], 0.0254)];
  const row = (part: keyof typeof now) => money(now[part], last[part]);
  return {
    gpbEduFunds: row('total'),
    operatingFunds: row('operating'),
    capitalFunds: row('capital'),
    surchargeFunds: row('surcharge'),
    surchargeCollected: row('surcharge'),
    surchargeSpent: row('surcharge'),
  };
}

/** Yuan per pupil and year. */
const QUOTA = { kg: 600, primary: 720, junior: 940, senior: 1_200, special: 7_000 } as const;

export function financeAnswers(of: Government, costs: Costs = costsOf(of)): Sheet {
  const draw = of.random('finance');
  const { students, circumstances, spent, kind } = of;
  const [now, last] = spent;
  const growth = now / last - 1;
  // Recurrent revenue grows a little less than education where education rises, more where it falls.
  const revenueGrowth = of.name === '云屏县' ? 0.031 : growth > 0 ? growth - draw.between(0.006, 0.014) : 0.012;
  const lastRevenue = of.name === '云屏县' ? 31_824_000 : Math.round(last * draw.between(2.85, 3.15));
  const revenue = of.name === '云屏县' ? 32_810_650 : Math.round(lastRevenue * (1 + revenueGrowth));
  const due = {
    compulsory: students.primary * QUOTA.primary + students.junior * QUOTA.junior,
    kg: Math.round(students.kg * circumstances.publicKg) * QUOTA.kg,
    senior: students.senior * QUOTA.senior,
  };
  const paid = (amount: number): number => Math.floor((amount / 100) * circumstances.fundsPaid);
  const special = Math.round(students.primary / 190) + Math.round(students.primary * 0.004);
  const publicFunds = Math.round(((due.compulsory + due.kg + due.senior) / 100) * 1.18);
  const fell = growth < 0 ? '土地出让收入减少，财政收支矛盾突出，项目支出压减；基本支出已足额保障。' : undefined;
  const perStudent = Object.fromEntries(
    LEVELS.map((level) => {
      if (students[level] === 0) return [COST_ITEM[level], state('不适用', '不适用')];
      const [cost, before] = costs[level];
      const reason = cost < before ? (circumstances.whyFallen[level] ?? '学生增幅高于经费增幅。') : undefined;
      return [COST_ITEM[level], state(hundredths(cost), hundredths(before), reason)];
    }),
  );
  const costPerPupil = draw.whole(1_480_000, 1_560_000);
  const publicPerPupil = draw.whole(168_000, 192_000);
  return {
    eduFundsTotal: money(Math.round(now * 1.188), Math.round(last * 1.191)),
    gpbEduExp: money(now, last, fell),
    ...funds(spent),
    ...perStudent,
    perStudentHigher:
      kind === 'own' ? state(hundredths(HIGHER_COST[0]), hundredths(HIGHER_COST[1])) : state('不适用', '不适用'),
    eduAppropriation: money(Math.round(now * 1.021), Math.round(last * 1.021), fell),
    recurrentRevenue: money(revenue, lastRevenue),
    perStudentCost: state(hundredths(costPerPupil), hundredths(Math.round(costPerPupil / 1.024))),
    perStudentPublicFunds: state(hundredths(publicPerPupil), hundredths(Math.round(publicPerPupil / 1.031))),
    quotaKg: counted(QUOTA.kg, 600),
    quotaPrimary: counted(QUOTA.primary, 720),
    quotaJunior: counted(QUOTA.junior, 940),
    quotaSenior: counted(QUOTA.senior, 1_150),
    compulsoryFundsDue: money(due.compulsory / 100),
    compulsoryFundsPaid: money(paid(due.compulsory)),
    kgFundsDue: money(due.kg / 100),
    kgFundsPaid: money(paid(due.kg)),
    seniorFundsDue: money(due.senior / 100),
    seniorFundsPaid: money(paid(due.senior)),
    fundsDiverted: counted(0),
    publicFundsBudget: money(publicFunds, Math.round(publicFunds * 0.982)),
    trainingFunds: money(Math.round(publicFunds * 0.0523), Math.round(publicFunds * 0.982 * 0.0518)),
    specialFunds: money(special * 70),
    specialFundsStudents: counted(special),
    ...projects(of),
    vocationalAppropriation: money(Math.round((students.vocational * 9_800) / 100)),
    vocationalStandard: counted(9_500),
    researchBudget: money(Math.round(now * 0.0011), Math.round(last * 0.00106)),
  };
}

function projects(of: Government): Sheet {
  const draw = of.random('projects');
  const planned = Math.max(1, Math.round(of.spent[0] / 450_000));
  const invest = draw.whole(72_000, 118_000) * planned;
  const plan = Math.round(invest * 0.42);
  return {
    projectsPlanned: counted(planned),
    projectsStarted: counted(planned),
    projectsFinished: counted(Math.floor(planned * 0.6)),
    projectsTotalInvestment: money(invest),
    projectsYearPlan: money(plan),
    projectsInvested: money(Math.round(plan * draw.between(0.93, 1))),
    weakLinkProjects: counted(Math.ceil(planned / 2)),
    weakLinkInvested: money(Math.round(plan * 0.38)),
  };
}
