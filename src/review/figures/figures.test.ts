import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, NOW, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { saveFigures } from '../../collect/index.ts';
import type { Action, Who } from '../../platform/index.ts';
import { acceptTask, approveTask, returnTask, submitTask } from '../index.ts';
import { acceptFigure } from './accept-figure.ts';
import { acceptWithin } from './accept-within.ts';
import { listChanges, listOutliers } from './look.ts';
import type { Outlier } from './outliers.ts';

const open = testDatabase();
const COUNTY = '云屏县';
let year: Year;
let desk: Desk;
let who: Record<'li' | 'zhou' | 'liu' | 'wang' | 'he', Who>;

interface Within {
  readonly state: string;
  readonly edition: number;
  readonly accepted: number;
  readonly outliers: readonly Outlier[];
  readonly rows: number;
  readonly rowsLeft: number;
}
const later = (minutes: number): { now: Date } => ({ now: new Date(NOW.getTime() + minutes * 60_000) });
const look = async <Out>(by: Who, query: unknown): Promise<Out> => {
  const { task } = await desk.taskOf(COUNTY);
  return year.as(by, query as Action<never, Out>, { round: ROUND, task });
};
/** This year's figure as it stands: 李晨 types it anew. */
const retype = async (item: string, typed: string, reason: string, minutes: number): Promise<void> => {
  const { task } = await desk.taskOf(COUNTY);
  const { latest } = await pointerOf(item);
  const answers = [{ item, year: 'now', typed, reason, seen: latest }];
  const saved = await year.as(
    who.li,
    saveFigures as never as Action<never, { outcomes: { kind: string }[] }>,
    { round: ROUND, task, answers },
    later(minutes),
  );
  expect(saved.outcomes).toMatchObject([{ kind: 'saved' }]);
};
const pointerOf = async (item: string) => {
  const { task } = await desk.taskOf(COUNTY);
  return desk.everything((tx) =>
    tx
      .selectFrom('figure')
      .select(['subject', 'item', 'period', 'latest', 'accepted'])
      .where((where) => where.and({ task, item }))
      .where('period', 'like', '%2025%')
      .executeTakeFirstOrThrow(),
  );
};
const standingRows = async (accepted: boolean): Promise<number> => {
  const { task } = await desk.taskOf(COUNTY);
  const rows = await desk.everything((tx) =>
    tx
      .selectFrom('ledger_row')
      .select('row')
      .where((where) => where.and({ task, latest: true, removed: false, accepted }))
      .execute(),
  );
  return rows.length;
};
const approved = async (minutes: number): Promise<void> => {
  for (const [person, step] of [
    [who.li, submitTask],
    [who.zhou, approveTask],
    [who.liu, approveTask],
  ] as const)
    await desk.take(person, step, COUNTY, {}, later(minutes));
};

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  who = {
    li: await year.person('李晨', 'reporter', COUNTY),
    zhou: await year.person('周丹', 'office', COUNTY),
    liu: await year.person('刘敏', 'approver', COUNTY),
    wang: await year.person('王督导', 'office', '清江市'),
    he: await year.person('何静', 'approver', '石渡县'),
  };
  await dropWorkbook(year, who.li, '云屏县_2025.xlsx');
  const { typed } = await desk.everything((tx) =>
    tx.selectFrom('figure_version').select('typed').where('item', '=', 'supervisionBudget').executeTakeFirstOrThrow(),
  );
  // A jump beyond the threshold, explained.
  await retype('supervisionBudget', String(Number(typed.replaceAll(',', '')) * 3), '新设督导专项经费，已列入预算', 0);
  await approved(1);
});

test('nobody but the last step accepts figures, and only of the edition they looked at', async () => {
  expect(await refusal(desk.take(who.liu, acceptWithin))).toBe('platform.forbidden');
  expect(await refusal(desk.take(who.li, acceptWithin))).toBe('platform.forbidden');
  expect(await refusal(desk.take(who.he, acceptWithin))).toBe('collect.taskMissing');
  expect(await refusal(look(who.he, listOutliers))).toBe('collect.taskMissing');
  expect(await refusal(desk.take(who.wang, acceptWithin, COUNTY, { edition: 1 }))).toBe('review.editionMoved');
  const { accepted } = await pointerOf('supervisionBudget');
  expect(accepted).toBeNull();
});

test('all within tolerance is accepted at once, and what jumped is left to be looked at', async () => {
  const { outliers } = await look<{ outliers: readonly Outlier[] }>(who.wang, listOutliers);
  const jumped = outliers.find(({ item }) => item === 'supervisionBudget') ?? expect.unreachable();
  expect(jumped).toMatchObject({ of: COUNTY, why: ['check'], reason: '新设督导专项经费，已列入预算' });
  // 只增不减: a true fall, explained, is no jump and is judged all the same.
  const fallen = outliers.find(({ item }) => item === 'perStudentJunior');
  expect(fallen).toMatchObject({ why: ['check'], findings: [{ code: 'YOY-2', severity: 'hint' }] });
  const waiting = await standingRows(false);
  expect(waiting).toBeGreaterThan(0);
  const done = await desk.take<Within>(who.wang, acceptWithin);
  expect(done).toMatchObject({ rows: waiting, rowsLeft: 0 });
  expect(await standingRows(true)).toBe(waiting);
  expect(done).toMatchObject({ state: 'cityReview' });
  expect(done.outliers).toEqual(outliers);
  expect(done.accepted).toBeGreaterThan(200);
  expect((await pointerOf('supervisionBudget')).accepted).toBeNull();
  expect((await pointerOf('perStudentJunior')).accepted).toBeNull();
  const gpb = await pointerOf('gpbEduExp');
  if (!outliers.some(({ item }) => item === 'gpbEduExp')) expect(gpb.accepted).toBe(gpb.latest);
  expect((await desk.audited(`task ${(await desk.taskOf(COUNTY)).task}`)).at(-1)).toBe('review.figures.acceptWithin');
});

test('a second press takes nothing more and lists the same', async () => {
  expect(await desk.take<Within>(who.wang, acceptWithin)).toMatchObject({ accepted: 0, rows: 0 });
});

test('an outlier is accepted by the version that was looked at, and by no other', async () => {
  const { subject, item, period, latest } = await pointerOf('supervisionBudget');
  const one = { subject, item, period };
  const attempt = (more: object) => refusal(desk.take(who.wang, acceptFigure, COUNTY, more));
  expect(await attempt({ ...one, version: latest - 1 })).toBe('review.figureMoved');
  expect(await attempt({ ...one, item: 'noSuchItem', version: 1 })).toBe('review.fieldUnknown');
  await desk.take(who.wang, acceptFigure, COUNTY, { ...one, version: latest, reason: '已核对预算批复' });
  expect(await pointerOf('supervisionBudget')).toMatchObject({ accepted: latest });
  const { outliers } = await look<{ outliers: readonly Outlier[] }>(who.wang, listOutliers);
  expect(outliers.filter((each) => each.item === 'supervisionBudget' && each.period === period)).toEqual([]);
  expect(await desk.take(who.wang, acceptTask, COUNTY, {}, later(2))).toMatchObject({ state: 'accepted' });
});

test('after a return the next reviewer sees what is new: was and now, by whom and why', async () => {
  await desk.take(who.wang, returnTask, COUNTY, { reason: '督导经费口径有误' }, later(10));
  await retype('supervisionBudget', '130', '按部门预算口径更正', 20);
  await retype('supervisionBudget', '131', '按部门预算口径更正，补计办案费', 21);
  await approved(30);
  const { since, changes, rows, more } = await look<{
    since: { verdict: string; reason: string };
    changes: readonly { item: string; was: { typed: string } | null; now: { typed: string; person: string } }[];
    rows: readonly unknown[];
    more: number;
  }>(who.zhou, listChanges);
  expect(since).toMatchObject({ verdict: 'return', reason: '督导经费口径有误' });
  expect(changes).toMatchObject([
    {
      item: 'supervisionBudget',
      of: COUNTY,
      was: { version: 2 },
      now: { typed: '131', person: '李晨', reason: '按部门预算口径更正，补计办案费', version: 4 },
      returned: null,
    },
  ]);
  expect([rows, more]).toEqual([[], 0]);
});

test('who changed a figure that had been accepted is always looked at, however small the change', async () => {
  const { outliers } = await look<{ outliers: readonly Outlier[] }>(who.wang, listOutliers);
  expect(outliers.map(({ item, why }) => [item, why.includes('changed')])).toEqual([['supervisionBudget', true]]);
});
