import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { listMyNotices, taskHistory } from '../look.ts';
import { extendDue } from './extend-due.ts';
import { listOverdue } from './list-overdue.ts';

const open = testDatabase();
const COUNTY = '云屏县';
const AFTER = { now: new Date('2026-04-03T01:00:00Z') };
let year: Year;
let desk: Desk;
let [wang, zhou, li]: Who[] = [];
const be = (who: Who | undefined): Who => who ?? expect.unreachable('nobody');
interface Late {
  readonly name: string;
  readonly part: string;
  readonly days: number;
  readonly with: string;
  readonly stateName: string;
}
const overdue = (who: Who, by: { now: Date } = AFTER): Promise<readonly Late[]> =>
  year.as(who, listOverdue as never as Action<never, readonly Late[]>, { round: ROUND }, by);

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  wang = await year.person('王督导', 'office', '清江市');
  zhou = await year.person('周丹', 'office', COUNTY);
  li = await year.person('李晨', 'reporter', COUNTY);
});

test('only the office of the evaluee puts a task off, with a reason, and only to a later time', async () => {
  const due = '2026-04-30T15:59:59Z';
  const extend = (who: Who, more: object) => refusal(desk.take(who, extendDue, COUNTY, more, AFTER));
  expect(await extend(be(li), { due, reason: '请延期' })).toBe('platform.forbidden');
  expect(await extend(be(zhou), { due, reason: '请延期' })).toBe('platform.forbidden');
  expect(await extend(be(wang), { due })).toBe('platform.inputRefused');
  expect(await extend(be(wang), { due: '2026-03-01T00:00:00Z', reason: '提前' })).toBe('review.dueEarlier');
  expect(await extend(be(wang), { due: '2026-04-02T00:00:00Z', reason: '已过' })).toBe('review.dueEarlier');
  expect(await extend(be(wang), { due, reason: '因灾延期', edition: 99 })).toBe('review.editionMoved');
});

test('what is late is listed, with whom it lies, to those above it and to the late themselves', async () => {
  expect(await overdue(be(wang), { now: new Date('2026-03-30T00:00:00Z') })).toEqual([]);
  const all = await overdue(be(wang));
  expect(all.length).toBeGreaterThan(20);
  expect(all.find(({ name, part }) => name === COUNTY && part === 'forms')).toMatchObject({
    days: 2,
    with: 'filler',
    stateName: '填报中',
  });
  for (const role of ['verifier', 'reader'] as const)
    expect(await overdue(await year.person(`市${role}`, role, '清江市'))).toHaveLength(all.length);
  for (const who of [be(li), be(zhou)])
    expect([...new Set((await overdue(who)).map(({ name }) => name))]).toEqual([COUNTY]);
  expect(await overdue(await year.person('财政填报', 'reporter', '清江市', 'CZ'))).toMatchObject([{ name: '清江市' }]);
});

test('an office of one county that also fills for a bureau of the city sees no other county', async () => {
  const bureau = await year.person('财政兼职', 'reporter', '清江市', 'CZ');
  const both: Who = { ...bureau, posts: [...bureau.posts, ...be(zhou).posts] };
  expect([...new Set((await overdue(both)).map(({ name }) => name))].sort()).toEqual([COUNTY, '清江市'].sort());
});

test('a task put off is no longer late; its filler is told, and the record says from when to when and why', async () => {
  const due = '2026-04-30T15:59:59.000Z';
  await desk.take(be(wang), extendDue, COUNTY, { due, reason: '因灾延期' }, AFTER);
  expect((await overdue(be(li))).map(({ part }) => part)).toEqual(['schools']);
  const [told] = await year.as(be(li), listMyNotices as never as Action<never, object[]>, {});
  expect(told).toMatchObject({
    kind: 'task.extend',
    data: { due, reason: '因灾延期' },
    says: '“2025年度自查自评”的填报截止日期延至 2026-04-30：因灾延期。',
  });
  const { task, state } = await desk.taskOf(COUNTY);
  expect(state).toBe('draft');
  const [decision] = await year.as(be(wang), taskHistory as never as Action<never, object[]>, { round: ROUND, task });
  expect(decision).toMatchObject({
    verdict: 'extend',
    reason: '因灾延期',
    fields: [{ was: '2026-03-31T15:59:59.000Z', due }],
  });
  expect(await desk.audited(`task ${task}`)).toEqual(['review.task.extend']);
});
