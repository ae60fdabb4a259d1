/** Who may agree, asked at the moment of agreeing: own work, ended posts, second presses, editions that have moved. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../test/support/review.ts';
import { dropWorkbook, NOW, openYear, ROUND, type Year } from '../../test/support/year.ts';
import { lockTask, saveFigures } from '../collect/index.ts';
import { type Action, endPost, newId, type Role, transact, type Who } from '../platform/index.ts';
import { approveTask, returnTask, submitTask, withdrawTask } from './index.ts';

const open = testDatabase();
const COUNTY = '云屏县';
let year: Year;
let desk: Desk;
let [li, gao, zhou, wang, security]: Who[] = [];
const be = (who: Who | undefined): Who => who ?? expect.unreachable('nobody');
let minute = 0;
/** Each deed a minute after the one before. */
const next = (): { now: Date } => {
  minute += 1;
  return { now: new Date(NOW.getTime() + minute * 60_000) };
};

/** The same account with another post beside its own. */
const alsoHolds = async (who: Who, role: Role): Promise<Who> => {
  const [first] = who.posts;
  if (first === undefined) return expect.unreachable();
  const { reach, ...place } = { ...first, post: newId(), role };
  await open()
    .db.insertInto('post')
    .values({ ...place, account: who.account, tenant: 1, begins: '2025-01-01', created_at: NOW })
    .execute();
  return { ...who, posts: [...who.posts, { ...place, reach }] };
};

const write = async (who: Who, typed: string): Promise<void> => {
  const { task } = await desk.taskOf(COUNTY);
  const { latest } = await desk.everything((tx) =>
    tx
      .selectFrom('figure')
      .select('latest')
      .where((where) => where.and({ task, item: 'supervisionBudget', period: 'calendar(2025)' }))
      .executeTakeFirstOrThrow(),
  );
  const answers = [{ item: 'supervisionBudget', year: 'now', typed, reason: `按预算批复填报 ${typed}`, seen: latest }];
  await year.as(who, saveFigures as never, { round: ROUND, task, answers }, next());
};
const decisions = async (): Promise<readonly string[]> => {
  const { task } = await desk.taskOf(COUNTY);
  const rows = await desk.everything((tx) =>
    tx.selectFrom('decision').select(['verdict', 'person']).where('task', '=', task).orderBy('decision').execute(),
  );
  return rows.map(({ verdict, person }) => `${verdict} ${person}`);
};

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  li = await year.person('李晨', 'reporter', COUNTY);
  // A small office: 高远 helps to fill, sits in its 督导室, and approves for its government.
  gao = await alsoHolds(await alsoHolds(await year.person('高远', 'reporter', COUNTY), 'office'), 'approver');
  zhou = await year.person('周丹', 'office', COUNTY);
  wang = await year.person('王督导', 'office', '清江市');
  security = await year.person('孙安全', 'securityAdmin', '清江市');
  await dropWorkbook(year, be(li), '云屏县_2025.xlsx');
});

test('whose version stands in what is agreed to cannot agree to it', async () => {
  await write(be(gao), '120');
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  expect(await refusal(desk.take(be(gao), approveTask, COUNTY, {}, next()))).toBe('review.ownWork');
});

test('who wrote since the last return cannot either, though it was written over', async () => {
  await desk.take(be(wang), returnTask, COUNTY, { reason: '请核对督导经费' }, next());
  await write(be(gao), '121');
  await write(be(li), '122');
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  expect(await refusal(desk.take(be(gao), approveTask, COUNTY, {}, next()))).toBe('review.ownWork');
});

test('who wrote only what was returned and replaced may agree, but takes one step alone', async () => {
  await desk.take(be(wang), returnTask, COUNTY, { reason: '单位应为万元' }, next());
  await write(be(li), '123');
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  expect(await desk.take(be(gao), approveTask, COUNTY, {}, next())).toMatchObject({ state: 'governmentApproval' });
  expect(await refusal(desk.take(be(gao), approveTask, COUNTY, {}, next()))).toBe('review.ownStep');
});

test('an edition that has moved is not approved, even when the task is back where it was seen', async () => {
  await desk.take(be(wang), returnTask, COUNTY, { reason: '再核对一次' }, next());
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  const { edition } = await desk.taskOf(COUNTY);
  await desk.take(be(li), withdrawTask, COUNTY, {}, next());
  await write(be(li), '124');
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  const late = desk.take(be(zhou), approveTask, COUNTY, { edition }, next());
  expect(await refusal(late)).toBe('review.editionMoved');
  expect(await desk.taskOf(COUNTY)).toMatchObject({ state: 'countyReview' });
});

test('two presses at once are one approval: with a key both are answered alike, without one the second is refused', async () => {
  const before = (await decisions()).length;
  const { task, edition } = await desk.taskOf(COUNTY);
  const given = { round: ROUND, task, edition };
  const press = (key?: string) =>
    year.as(be(zhou), approveTask as never as Action<never, object>, given, {
      ...(key === undefined ? {} : { key }),
    });
  const [first, second] = await Promise.all([press('approve-once'), press('approve-once')]);
  expect(second).toEqual(first);
  expect((await decisions()).slice(before)).toEqual(['approve 周丹']);
  expect(await refusal(press())).toMatch(/^platform.forbidden$|^review.(notNow|editionMoved)$/);
  await desk.take(be(wang), returnTask, COUNTY, { reason: '重新办理' }, next());
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  const again = { ...given, edition: (await desk.taskOf(COUNTY)).edition };
  const both = await Promise.allSettled(
    [0, 1].map(() => year.as(be(zhou), approveTask as never as Action<never, object>, again)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await decisions()).filter((each) => each === 'approve 周丹')).toHaveLength(2);
});

test('a post that ended while the page was open decides nothing', async () => {
  await desk.take(be(wang), returnTask, COUNTY, { reason: '重新办理' }, next());
  await desk.take(be(li), submitTask, COUNTY, {}, next());
  const moved = await year.person('吴调离', 'office', COUNTY);
  await year.as(be(security), endPost as never, { post: moved.posts[0]?.post });
  expect(await refusal(desk.take(moved, approveTask, COUNTY, {}, next()))).toBe('platform.forbidden');
  expect(await desk.taskOf(COUNTY)).toMatchObject({ state: 'countyReview' });
});

test('a post that ends while its decision waits for the task decides nothing', async () => {
  const leaving = await year.person('郑调离', 'office', COUNTY);
  const { task } = await desk.taskOf(COUNTY);
  const before = await desk.audited(`task ${task}`);
  let deciding: Promise<string> | undefined;
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await lockTask(tx, 1, ROUND, task);
    deciding = refusal(desk.take(leaving, approveTask, COUNTY, {}, next()));
    await desk.waiting(1);
    await year.as(be(security), endPost as never, { post: leaving.posts[0]?.post });
  });
  expect(await deciding).toBe('platform.forbidden');
  expect(await desk.audited(`task ${task}`)).toEqual(before);
});
