import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { readSheet } from '../figures/sheet.ts';
import type { Peers, Queue, QueuePassed, ReviewSheet } from '../replies.ts';
import { listQueue } from './list-queue.ts';
import { passClean } from './pass-clean.ts';
import { listPeers } from './peers.ts';

const open = testDatabase();
const [FIRST, SECOND] = ['云屏县', '石渡县'];
let year: Year;
let desk: Desk;
let city: Who;

const ask = <Out>(who: Who, asked: unknown, input: object): Promise<Out> =>
  year.as(who, asked as Action<never, Out>, { round: ROUND, ...input });

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  city = await year.person('王岚', 'office', '清江市');
  for (const county of [FIRST, SECOND]) {
    await dropWorkbook(year, await year.person(`${county}填报`, 'reporter', county), `${county}_2025.xlsx`);
    await desk.submitted(county);
  }
});

test('whoever takes no step finds an empty queue and passes nothing', async () => {
  const filler = await year.person(`${FIRST}填报`, 'reporter', FIRST);
  expect(await ask<Queue>(filler, listQueue, {})).toEqual([]);
  const { task, edition } = await desk.taskOf(FIRST);
  expect(await refusal(ask(filler, passClean, { tasks: [{ task, edition }] }))).toBe('platform.forbidden');
});

test('the queue names what waits, how often it came, and how much in it asks for a look', async () => {
  const queue = await ask<Queue>(city, listQueue, {});
  expect(queue.map(({ name }) => name).toSorted()).toEqual([FIRST, SECOND].toSorted());
  for (const row of queue) {
    expect(row).toMatchObject({ stateName: '待市督导室复核', passage: 1, part: 'forms' });
    expect(row.isClean).toBe(row.toLook === 0);
  }
});

test('a pile is passed but for what moved meanwhile or asks for a look, and each of those is told', async () => {
  const [first, second] = [await desk.taskOf(FIRST), await desk.taskOf(SECOND)];
  const queue = await ask<Queue>(city, listQueue, {});
  const look = (task: string): number => queue.find((row) => row.task === task)?.toLook ?? Number.NaN;
  const { passed, left } = await ask<QueuePassed>(city, passClean, {
    tasks: [
      { task: first.task, edition: first.edition + 1 },
      { task: second.task, edition: second.edition },
    ],
  });
  const byLook = look(second.task) > 0;
  expect(passed.map(({ task }) => task)).toEqual(byLook ? [] : [second.task]);
  expect(left.map(({ task }) => task)).toEqual(
    (byLook ? [first.task, second.task] : [first.task]).toSorted((a, b) => (a < b ? -1 : 1)),
  );
  expect((await desk.taskOf(FIRST)).state).toBe(first.state);
  expect((await desk.taskOf(SECOND)).state).toBe(byLook ? second.state : 'accepted');
});

test('growth of the others is for whoever sits above them', async () => {
  const { task } = await desk.taskOf(FIRST);
  const peers = await ask<Peers>(city, listPeers, { task });
  const [some] = peers.filter(({ item }) => item === 'gpbEduExp');
  expect(some?.growths.map(({ name }) => name).toSorted()).toEqual([FIRST, SECOND].toSorted());
  const own = await ask<Peers>(await year.person(`${FIRST}督导`, 'office', FIRST), listPeers, { task });
  expect(own).toEqual([]);
});

test('a task is looked at with last year, the change and what asks for a look beside each figure', async () => {
  const { task } = await desk.taskOf(FIRST);
  const sheet = await ask<ReviewSheet>(city, readSheet, { task });
  expect(sheet).toMatchObject({ name: FIRST, passage: 1, waitsForMe: true });
  const money = sheet.figures.find(({ item }) => item === 'gpbEduExp');
  expect(money).toMatchObject({ of: FIRST, isPrior: false, accepted: false, change: { was: null } });
  expect(money?.prior).toMatch(/^[\d,.]+$/);
  expect(money?.growth).toEqual(expect.any(Number));
  // Why it asks for a look is said in both languages; its explanation stands in a column of its own.
  const fallen = sheet.figures.find(({ item }) => item === 'perStudentJunior')?.findings[0];
  expect(fallen).toMatchObject({
    zh: expect.stringMatching(/比上年减少/),
    en: expect.stringMatching(/below last year/),
  });
  expect(fallen?.zh).not.toContain(fallen?.data.reason);
  const other = await year.person(`${SECOND}填报`, 'reporter', SECOND);
  expect(await refusal(ask(other, readSheet, { task }))).toMatch(/taskMissing|forbidden/);
});
