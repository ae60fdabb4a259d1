import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../test/support/year.ts';
import { saveFigures } from '../collect/index.ts';
import { type Action, transact, type Who } from '../platform/index.ts';
import { listOutliers } from './figures/look.ts';
import type { Outlier } from './figures/outliers.ts';
import { acceptTask, approveTask, lockOneTask, returnTask, submitTask, unlockTask, withdrawTask } from './index.ts';
import { listInbox, listMyNotices, taskHistory } from './look.ts';
import type { Stepped } from './take-step.ts';

const open = testDatabase();
let year: Year;
let desk: Desk;
let [li, liu, wang, zhou, he]: Who[] = [];
/** 李晨 fills for 云屏县, 周丹 is its 督导室, 刘敏 its government; 何静 approves for 石渡县; 王督导 is the city's office. */
const people = (): Record<'li' | 'liu' | 'wang' | 'zhou' | 'he', Who> =>
  ({ li, liu, wang, zhou, he }) as Record<'li' | 'liu' | 'wang' | 'zhou' | 'he', Who>;
const take: Desk['take'] = (...taken) => desk.take(...taken);
const taskOf: Desk['taskOf'] = (...of) => desk.taskOf(...of);

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  li = await year.person('李晨', 'reporter', '云屏县');
  liu = await year.person('刘敏', 'approver', '云屏县');
  he = await year.person('何静', 'approver', '石渡县');
  zhou = await year.person('周丹', 'office', '云屏县');
  wang = await year.person('王督导', 'office', '清江市');
});

test('an empty task is not submitted, and nobody submits for another county', async () => {
  expect(await refusal(take(people().li, submitTask))).toBe('review.nothingFilled');
  expect(await refusal(take(people().he, submitTask))).toBe('collect.taskMissing');
  expect(await refusal(take(people().liu, submitTask))).toBe('platform.forbidden');
});

test('what the checks forbid is not submitted; the findings say where', async () => {
  await dropWorkbook(year, people().li, '云屏县_2025.xlsx');
  const { task } = await taskOf('云屏县');
  const staff = { item: 'gpbEduExp', year: 'now', typed: '1', seen: 1 };
  await year.as(people().li, saveFigures as never, { round: ROUND, task, answers: [staff] });
  const refused = take(people().li, submitTask);
  const failed: { findings: { at: { item?: string } }[] } = await refused.then(
    () => expect.unreachable(),
    (error) => error,
  );
  expect(failed).toMatchObject({ code: 'review.checksStand' });
  expect(failed.findings.map(({ at }) => at.item)).toContain('gpbEduExp');
  await dropWorkbook(year, people().li, '云屏县_2025.xlsx');
});

test('from the filler over 县督导室 and 县政府 to the city, each step by another person', async () => {
  expect(await refusal(take(people().li, approveTask))).toBe('review.notNow');
  expect(await take(people().li, submitTask)).toMatchObject({ state: 'countyReview' });
  expect(await refusal(take(people().li, approveTask))).toBe('platform.forbidden');
  expect(await refusal(take(people().he, approveTask))).toBe('collect.taskMissing');
  // The government's turn comes after its office's.
  expect(await refusal(take(people().liu, approveTask))).toBe('platform.forbidden');
  expect(await refusal(take(people().zhou, approveTask, '云屏县', { edition: 1 }))).toBe('review.editionMoved');
  expect(await take(people().zhou, approveTask)).toMatchObject({ state: 'governmentApproval' });
  expect(await refusal(take(people().wang, acceptTask))).toBe('review.notNow');
  expect(await take(people().liu, approveTask)).toMatchObject({ state: 'cityReview' });
  expect(await refusal(take(people().zhou, acceptTask))).toBe('platform.forbidden');
  const { task } = await taskOf('云屏县');
  expect(await desk.audited(`task ${task}`)).toEqual([
    'collect.workbook.import',
    'collect.figures.save',
    'collect.workbook.import',
    'review.task.submit',
    'review.task.approve',
    'review.task.approve',
  ]);
});

test('a submitted task is closed to its filler', async () => {
  const { task } = await taskOf('云屏县');
  const answers = [{ item: 'gpbEduExp', year: 'now', typed: '2', seen: 3 }];
  expect(await refusal(year.as(people().li, saveFigures as never, { round: ROUND, task, answers }))).toBe(
    'collect.taskClosed',
  );
});

test('a return of what the task does not hold, or of one figure twice, is refused whole', async () => {
  const subject = year.numberOf('云屏县');
  const known = { subject, item: 'gpbEduExp', period: 'calendar(2025)', reason: '与决算表不符' };
  const fields = (...more: object[]) => ({ reason: '请核对', fields: [known, ...more] });
  const attempt = (...more: object[]) => refusal(take(people().wang, returnTask, '云屏县', fields(...more)));
  expect(await attempt({ ...known, item: 'noSuchItem' })).toBe('review.fieldUnknown');
  expect(await attempt({ ...known, period: 'calendar(1999)' })).toBe('review.fieldUnknown');
  expect(await attempt({ ...known, subject: year.numberOf('石渡县') })).toBe('review.fieldUnknown');
  expect(await attempt(known)).toBe('review.fieldTwice');
  expect(await taskOf('云屏县')).toMatchObject({ state: 'cityReview' });
  expect(await marked()).toEqual([]);
});

const marked = () =>
  desk.everything((tx) =>
    tx.selectFrom('figure').select(['item', 'returned']).where('returned', 'is not', null).execute(),
  );

test('a return says why, field by field, to the person who submitted', async () => {
  expect(await refusal(take(people().wang, returnTask))).toBe('review.reasonWanted');
  const subject = year.numberOf('云屏县');
  const fields = [{ subject, item: 'gpbEduExp', period: 'calendar(2025)', reason: '与决算表不符' }];
  await take(people().wang, returnTask, '云屏县', { reason: '请核对教育支出', fields });
  expect(await taskOf('云屏县')).toMatchObject({ state: 'returned' });
  expect(await marked()).toEqual([{ item: 'gpbEduExp', returned: '与决算表不符' }]);
  const [told] = await year.as(
    people().li,
    listMyNotices as never as Action<never, { kind: string; data: unknown }[]>,
    {},
  );
  expect(told).toMatchObject({ kind: 'task.return', data: { reason: '请核对教育支出' } });
});

test('the reason stays at the figure until it is answered; until then nothing is submitted again', async () => {
  const { task } = await taskOf('云屏县');
  const save = (answer: object) =>
    year.as(people().li, saveFigures as never as Action<never, { outcomes: { kind: string }[] }>, {
      round: ROUND,
      task,
      answers: [{ year: 'now', ...answer }],
    });
  expect(await refusal(take(people().li, submitTask))).toBe('review.returnsStand');
  const { gpb, other } = await desk.everything(async (tx) => {
    const versions = await tx
      .selectFrom('figure_version')
      .select(['item', 'typed', 'typed_unit', 'version'])
      .where((where) => where.and({ task, period: 'calendar(2025)' }))
      .where('item', 'in', ['gpbEduExp', 'supervisionBudget'])
      .orderBy('version', 'desc')
      .execute();
    const of = (item: string) => versions.find((row) => row.item === item) ?? expect.unreachable(item);
    return { gpb: of('gpbEduExp'), other: of('supervisionBudget') };
  });
  await save({ item: 'supervisionBudget', typed: '120.50', seen: other.version });
  expect(await marked()).toHaveLength(1);
  const unit = gpb.typed_unit === null ? {} : { unit: gpb.typed_unit };
  const said = { item: 'gpbEduExp', typed: gpb.typed, ...unit, reason: '与决算批复一致，已附批复', seen: gpb.version };
  expect((await save(said)).outcomes).toMatchObject([{ kind: 'saved' }]);
  expect(await marked()).toEqual([]);
  // What was sent back is looked at when it comes again, whatever the checks say; what was not asked for is not.
  const look = listOutliers as never as Action<never, { outliers: readonly Outlier[] }>;
  const { outliers } = await year.as(people().wang, look, { round: ROUND, task });
  const sentBack = outliers.filter(({ why }) => why.includes('returned'));
  expect(sentBack.map(({ item, period }) => [item, period])).toEqual([['gpbEduExp', 'calendar(2025)']]);
});

test('a submission may be taken back while nobody has approved it', async () => {
  await take(people().li, submitTask);
  expect(await refusal(take(people().zhou, withdrawTask))).toBe('platform.forbidden');
  expect(await take(people().li, withdrawTask)).toMatchObject({ state: 'draft' });
  await take(people().li, submitTask);
  await take(people().zhou, approveTask);
  expect(await refusal(take(people().li, withdrawTask))).toBe('review.notNow');
  await take(people().liu, approveTask);
});

test('accepted once, however often the button was pressed; the accepted versions are the ones looked at', async () => {
  const { task, edition } = await taskOf('云屏县');
  const given = { round: ROUND, task, edition };
  const press = () => year.as(people().wang, acceptTask as never as Action<never, Stepped>, given, { key: 'accept-1' });
  const [first, second] = [await press(), await press()];
  expect(second).toEqual(first);
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => ({
    figures: await tx.selectFrom('figure').select(['latest', 'accepted']).where('task', '=', task).execute(),
    round: await tx.selectFrom('round').select('revision').executeTakeFirst(),
    changes: await tx.selectFrom('change').select('kind').execute(),
  }));
  expect(rows.figures.every(({ latest, accepted }) => latest === accepted)).toBe(true);
  // The workbook's evidence counted from when it came.
  expect([rows.round?.revision, rows.changes]).toEqual([2n, [{ kind: 'evidence' }, { kind: 'accept' }]]);
});

test('who filled in a part of it cannot accept it, whatever posts they hold', async () => {
  const { task } = await taskOf('石渡县');
  await dropWorkbook(year, people().wang, '石渡县_2025.xlsx');
  const reporter = await year.person('石渡填报', 'reporter', '石渡县');
  await take(reporter, submitTask, '石渡县');
  await take(await year.person('郑督导', 'office', '石渡县'), approveTask, '石渡县');
  await take(people().he, approveTask, '石渡县');
  expect(await refusal(take(people().wang, acceptTask, '石渡县'))).toBe('review.ownWork');
  const other = await year.person('陈督导', 'office', '清江市');
  expect(await take(other, acceptTask, '石渡县')).toMatchObject({ state: 'accepted' });
  const history = await year.as(other, taskHistory as never as Action<never, { verdict: string; person: string }[]>, {
    round: ROUND,
    task,
  });
  expect(history.map(({ verdict, person }) => [verdict, person])).toEqual([
    ['submit', '石渡填报'],
    ['approve', '郑督导'],
    ['approve', '何静'],
    ['accept', '陈督导'],
  ]);
});

test('locked is closed to all; unlocking says why', async () => {
  await take(people().wang, lockOneTask);
  expect(await refusal(take(people().wang, returnTask, '云屏县', { reason: '再看看' }))).toBe('review.notNow');
  expect(await refusal(take(people().wang, unlockTask))).toBe('review.reasonWanted');
  expect(await take(people().wang, unlockTask, '云屏县', { reason: '决算批复有变' })).toMatchObject({
    state: 'accepted',
  });
});

test('a returned task keeps what was accepted counting, and says that it was returned', async () => {
  const before = await pointers();
  await take(people().wang, returnTask, '云屏县', { reason: '决算批复有变' });
  expect(await taskOf('云屏县')).toMatchObject({ state: 'returned' });
  expect(await pointers()).toEqual(before);
  const { task } = await taskOf('云屏县');
  const held = before.find(({ item }) => item === 'supervisionBudget') ?? expect.unreachable();
  const answer = { item: 'supervisionBudget', year: 'now', typed: '121', seen: held.latest, reason: '追加预算' };
  await year.as(people().li, saveFigures as never, { round: ROUND, task, answers: [answer] });
  const now = (await pointers()).find(({ item }) => item === 'supervisionBudget');
  expect(now).toMatchObject({ latest: held.latest + 1, accepted: held.accepted });
});

test('a number corrected after it was handed in keeps its explanation only by a word of its filler', async () => {
  const { task } = await taskOf('云屏县');
  const held = await desk.everything((tx) =>
    tx
      .selectFrom('figure_version')
      .select(['typed', 'typed_unit', 'reason', 'version'])
      .where((where) => where.and({ task, item: 'gpbEduExp', period: 'calendar(2025)' }))
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const unit = held.typed_unit === null ? {} : { unit: held.typed_unit };
  let seen = held.version;
  const state = async (typed: string, said: object = { reason: held.reason }): Promise<readonly string[]> => {
    const answers = [{ item: 'gpbEduExp', year: 'now', typed, ...unit, ...said, seen }];
    await year.as(people().li, saveFigures as never, { round: ROUND, task, answers });
    seen += 1;
    const { findings } = await take(people().li, submitTask).then(
      () => ({ findings: [] }),
      (error: { findings?: readonly { readonly code: string }[] }) => ({ findings: error.findings ?? [] }),
    );
    return findings.map(({ code }) => code);
  };
  const [whole] = held.typed.split('.');
  expect(held.reason).toBe('与决算批复一致，已附批复');
  expect(await state(`${whole}7`)).toContain('collect.reason.former');
  expect(await state(`${whole}7`, { reason: held.reason, reasonHolds: true })).not.toContain('collect.reason.former');
  // Another number asks anew, and so on until the explanation is written anew.
  expect(await state(`${whole}8`)).toContain('collect.reason.former');
  expect(await state(`${whole}8`, { reason: '批复有误，已按更正后的批复填报' })).not.toContain('collect.reason.former');
  await state('', { reason: '' });
  const answers = [{ item: 'gpbEduExp', year: 'now', typed: held.typed, ...unit, reason: held.reason, seen }];
  await year.as(people().li, saveFigures as never, { round: ROUND, task, answers });
});

const pointers = async () => {
  const { task } = await taskOf('云屏县');
  return desk.everything((tx) =>
    tx
      .selectFrom('figure')
      .select(['item', 'period', 'latest', 'accepted'])
      .where((where) => where.and({ task }))
      .where('period', 'like', '%2025%')
      .orderBy('item')
      .execute(),
  );
};

test('an inbox holds what waits for this person and nothing else', async () => {
  const inboxOf = async (who: Who) =>
    (await year.as(who, listInbox as never as Action<never, { name: string; part: string }[]>, { round: ROUND })).map(
      ({ name, part }) => `${name} ${part}`,
    );
  expect(await inboxOf(people().li)).toEqual(['云屏县 forms', '云屏县 schools']);
  expect(await inboxOf(people().liu)).toEqual([]);
  await take(people().li, submitTask);
  expect(await inboxOf(people().li)).toEqual(['云屏县 schools']);
  expect(await inboxOf(people().zhou)).toEqual(['云屏县 forms']);
  await take(people().zhou, approveTask);
  expect([await inboxOf(people().zhou), await inboxOf(people().liu)]).toEqual([[], ['云屏县 forms']]);
});
