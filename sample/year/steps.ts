/**
 * How far each county has come by the middle of the year: some are through, some wait at one of the steps, one was
 * returned. 云屏县, whose people newcomers sign in as, has not been handed in; two governments are late.
 */
import { listTasks, saveFigures } from '../../src/collect/index.ts';
import { transact, type Who } from '../../src/platform/index.ts';
import { acceptTask, approveTask, returnTask, submitTask } from '../../src/review/index.ts';
import { byTwo } from './by-two.ts';
import type { People } from './people.ts';
import { type Platform, perform, TENANT } from './platform.ts';

type Stands = 'atCounty' | 'atGovernment' | 'atCity' | 'returned' | 'accepted';

const STANDS: Readonly<Record<string, Stands>> = {
  望川区: 'accepted',
  锦湖区: 'accepted',
  沐源区: 'accepted',
  石渡县: 'accepted',
  松坪县: 'accepted',
  竹岭县: 'atCity',
  白渡县: 'atCity',
  青栎县: 'atCity',
  丰禾县: 'atCity',
  平澜县: 'atCounty',
  南硚县: 'atGovernment',
  澄安市: 'returned',
};
/** The steps on the way to the city: who takes each, as the login ends, and where the county stands after it. */
const WAY = [
  { by: 'reporter', action: submitTask, after: 'atCounty' },
  { by: 'office', action: approveTask, after: 'atGovernment' },
  { by: 'approver', action: approveTask, after: 'atCity' },
] as const;
/** Figures that moved further than the scheme lets pass unexplained: this year's is stated anew as a share of last year's. */
const MOVED: Readonly<
  Record<string, readonly { readonly item: string; readonly share: number; readonly reason: string }[]>
> = {
  竹岭县: [
    { item: 'trainingFunds', share: 1.46, reason: '新增县级教师发展中心培训项目2个，见2025年部门预算批复。' },
    { item: 'supervisionBudget', share: 1.38, reason: '建设督导信息平台，一次性投入。' },
  ],
  丰禾县: [{ item: 'trainingFunds', share: 0.64, reason: '部分培训改由市级统一组织，县级支出相应减少。' }],
};
const REASON = '在校生数与学籍系统不一致。请核对后再次提交。';

interface County {
  readonly code: string;
  readonly name: string;
}

/** Both tasks of each county, the form and the list of schools, go the same way. */
export async function takeSteps(platform: Platform, people: People, round: string, counties: readonly County[]) {
  const tasks = await transact(platform.db, { tenant: TENANT, reach: '*' }, (tx) => listTasks(tx, TENANT, round));
  const numbers = await transact(platform.db, { tenant: TENANT, reach: '*' }, (tx) =>
    tx.selectFrom('unit_state').select(['unit', 'name']).where('kind', '=', 'county').execute(),
  );
  await passBureaus(platform, people, round, tasks);
  await byTwo(counties, async ({ code, name }) => {
    const stands = STANDS[name];
    const unit = numbers.find((each) => each.name === name)?.unit;
    if (stands === undefined || unit === undefined) return;
    for (const { task, edition, part } of tasks.filter((each) => each.unit === unit && each.dept === '')) {
      if (part === 'forms') await moveFigures(platform, people.who(`${code}-reporter`), { round, task, name });
      let seen = part === 'forms' && MOVED[name] !== undefined ? await editionOf(platform, task) : edition;
      const take = async (login: string, action: typeof submitTask, more: object = {}): Promise<void> => {
        const input = { round, task, edition: seen, ...more };
        seen = (await perform(platform, people.who(login), action, input)).edition;
      };
      for (const { by, action, after } of WAY) {
        await take(`${code}-${by}`, action);
        if (stands === after) break;
      }
      if (stands === 'accepted') await take('office', acceptTask);
      if (stands === 'returned') await take('office', returnTask, { reason: REASON });
    }
  });
}

/** The prefecture's own departments are through: each signed by its approver and reviewed by the office. */
async function passBureaus(
  platform: Platform,
  people: People,
  round: string,
  tasks: Awaited<ReturnType<typeof listTasks>>,
): Promise<void> {
  const bureaus = tasks.filter((each) => each.dept !== '');
  await byTwo(bureaus, async ({ task, dept, edition }) => {
    let seen = edition;
    const key = dept.toLowerCase();
    for (const [login, action] of [
      [`${key}-reporter`, submitTask],
      [`${key}-approver`, approveTask],
      ['office', acceptTask],
    ] as const)
      seen = (await perform(platform, people.who(login), action, { round, task, edition: seen })).edition;
  });
}

/** States this year's figure of each as its share of last year's, with the reason beside it. */
async function moveFigures(
  platform: Platform,
  filler: Who,
  { round, task, name }: { readonly round: string; readonly task: string; readonly name: string },
): Promise<void> {
  for (const { item, share, reason } of MOVED[name] ?? []) {
    const [prior, now] = await transact(platform.db, { tenant: TENANT, reach: '*' }, (tx) =>
      tx
        .selectFrom('figure_version')
        .select(['typed', 'version'])
        .where((where) => where.and({ tenant: TENANT, round, task, item }))
        .orderBy('period')
        .orderBy('version')
        .execute(),
    );
    if (prior === undefined || now === undefined) throw new Error(`${name} has not stated ${item}`);
    const typed = (Number(prior.typed.replaceAll(',', '')) * share).toFixed(2);
    const answers = [{ item, year: 'now', typed, reason, seen: now.version }];
    await perform(platform, filler, saveFigures, { round, task, answers });
  }
}

const editionOf = async (platform: Platform, task: string): Promise<number> =>
  (
    await transact(platform.db, { tenant: TENANT, reach: '*' }, (tx) =>
      tx
        .selectFrom('task')
        .select('edition')
        .where((where) => where.and({ tenant: TENANT, task }))
        .executeTakeFirstOrThrow(),
    )
  ).edition;
