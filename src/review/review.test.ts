import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../test/support/year.ts';
import { listTasks, saveFigures } from '../collect/index.ts';
import { type Problem, sayWith } from '../kernel/index.ts';
import { type Action, transact, type Who } from '../platform/index.ts';
import {
  acceptTask,
  approveTask,
  lockOneTask,
  messages,
  returnTask,
  submitTask,
  unlockTask,
  withdrawTask,
} from './index.ts';
import { listInbox, listMyNotices, taskHistory } from './look.ts';
import type { Stepped, TakeStep } from './take-step.ts';

const open = testDatabase();
let year: Year;
let [li, liu, wang, zhou, he]: Who[] = [];
const people = (): Record<'li' | 'liu' | 'wang' | 'zhou' | 'he', Who> =>
  ({ li, liu, wang, zhou, he }) as Record<'li' | 'liu' | 'wang' | 'zhou' | 'he', Who>;

const tasks = () => transact(open().db, { tenant: 1, reach: '*' }, (tx) => listTasks(tx, 1, ROUND));
const taskOf = async (unit: string, part = 'forms') => {
  const found = (await tasks()).find((task) => task.unit === year.numberOf(unit) && task.part === part);
  return found ?? expect.unreachable(`no task of ${unit}`);
};
type StepAction = Action<typeof TakeStep, Stepped>;
const take = async (who: Who, step: StepAction, unit = '云屏县', more: object = {}, key?: string) => {
  const { task, edition } = await taskOf(unit);
  const given = { round: ROUND, task, edition, ...more };
  return year.as(who, step as never as Action<never, Stepped>, given, key === undefined ? {} : { key });
};
/** Code of the refusal, which has a sentence in both languages. */
const refusal = async (act: Promise<unknown>): Promise<string> => {
  const problem: Problem = await act.then(
    () => expect.unreachable('nothing was refused'),
    (error) => error,
  );
  if (problem.code.startsWith('review.'))
    for (const table of [messages.zh, messages.en]) expect(sayWith(table)(problem)).not.toMatch(/undefined/);
  return problem.code;
};
const audited = (about: string) =>
  transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').select('action').where('about', '=', about).orderBy('entry').execute(),
  );

beforeAll(async () => {
  year = await openYear(open());
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
  const failed = await take(people().li, submitTask).catch((error) => error);
  expect(failed).toMatchObject({ code: 'review.checksStand' });
  expect(failed.findings.map(({ at }: { at: { item?: string } }) => at.item)).toContain('gpbEduExp');
  await dropWorkbook(year, people().li, '云屏县_2025.xlsx');
});

test('from the filler over the approver to the office, each step by another person', async () => {
  expect(await refusal(take(people().li, approveTask))).toBe('review.notNow');
  expect(await take(people().li, submitTask)).toMatchObject({ state: 'awaitingUnitApproval' });
  expect(await refusal(take(people().li, approveTask))).toBe('platform.forbidden');
  expect(await refusal(take(people().he, approveTask))).toBe('collect.taskMissing');
  expect(await refusal(take(people().liu, approveTask, '云屏县', { edition: 1 }))).toBe('review.editionMoved');
  expect(await take(people().liu, approveTask)).toMatchObject({ state: 'submitted' });
  expect(await refusal(take(people().zhou, acceptTask))).toBe('platform.forbidden');
  const { task } = await taskOf('云屏县');
  expect((await audited(`task ${task}`)).map(({ action }) => action)).toEqual([
    'collect.workbook.import',
    'collect.figures.save',
    'collect.workbook.import',
    'review.task.submit',
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

test('a return says why, field by field, to the person who submitted', async () => {
  expect(await refusal(take(people().wang, returnTask))).toBe('review.reasonWanted');
  const subject = year.numberOf('云屏县');
  const fields = [{ subject, item: 'gpbEduExp', period: 'calendar(2025)', reason: '与决算表不符' }];
  await take(people().wang, returnTask, '云屏县', { reason: '请核对教育支出', fields });
  expect(await taskOf('云屏县')).toMatchObject({ state: 'returned' });
  const marked = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('figure').select(['item', 'returned']).where('returned', 'is not', null).execute(),
  );
  expect(marked).toEqual([{ item: 'gpbEduExp', returned: '与决算表不符' }]);
  const [told] = await year.as(
    people().li,
    listMyNotices as never as Action<never, { kind: string; data: unknown }[]>,
    {},
  );
  expect(told).toMatchObject({ kind: 'task.return', data: { reason: '请核对教育支出' } });
});

test('a submission may be taken back while nobody has approved it', async () => {
  await take(people().li, submitTask);
  expect(await take(people().li, withdrawTask)).toMatchObject({ state: 'draft' });
});

test('accepted once, however often the button was pressed; the accepted versions are the ones looked at', async () => {
  await take(people().li, submitTask);
  await take(people().liu, approveTask);
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
  expect([rows.round?.revision, rows.changes]).toEqual([1n, [{ kind: 'accept' }]]);
});

test('who filled in a part of it cannot accept it, whatever posts they hold', async () => {
  const { task } = await taskOf('石渡县');
  await dropWorkbook(year, people().wang, '石渡县_2025.xlsx');
  const reporter = await year.person('石渡填报', 'reporter', '石渡县');
  await take(reporter, submitTask, '石渡县');
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

test('an inbox holds what waits for this person and nothing else', async () => {
  const inboxOf = async (who: Who) =>
    (await year.as(who, listInbox as never as Action<never, { name: string; part: string }[]>, { round: ROUND })).map(
      ({ name, part }) => `${name} ${part}`,
    );
  expect(await inboxOf(people().li)).toEqual(['云屏县 schools']);
  expect(await inboxOf(people().liu)).toEqual([]);
});
