import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, NOW, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { correctFigure, loadRound, lockTask, saveFigures } from '../../collect/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { extendDue } from '../due/extend-due.ts';
import { approveTask, returnTask, unlockTask } from '../index.ts';
import { roundHistory } from './history.ts';
import { closeRound, lockRoundAfter, type Moved, unlockRound } from './move-round.ts';

const open = testDatabase();
const lockRound = lockRoundAfter(async () => []);
const COUNTY = '云屏县';
let year: Year;
let desk: Desk;
let [wang, li, zhou]: Who[] = [];
const be = (who: Who | undefined): Who => who ?? expect.unreachable('nobody');
const move = (who: Who, action: Action<never, Moved> | unknown, more: object = {}): Promise<Moved> =>
  year.as(who, action as Action<never, Moved>, { round: ROUND, ...more });
const save = async (unit = '石渡县'): Promise<unknown> => {
  const { task } = await desk.taskOf(unit);
  const answers = [{ item: 'supervisionBudget', year: 'now', typed: '99', seen: 0 }];
  return year.as(await year.person(`${unit}填报`, 'reporter', unit), saveFigures as never, {
    round: ROUND,
    task,
    answers,
  });
};

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  wang = await year.person('王督导', 'office', '清江市');
  zhou = await year.person('周丹', 'office', COUNTY);
  li = await year.person(`${COUNTY}填报`, 'reporter', COUNTY);
  await dropWorkbook(year, be(li), '云屏县_2025.xlsx');
  await desk.accepted(COUNTY, be(wang));
});

test('a county’s office locks nothing, and no lock goes without a reason', async () => {
  expect(await refusal(move(be(zhou), lockRound, { reason: '数据已齐' }))).toBe('platform.forbidden');
  expect(await refusal(move(be(li), lockRound, { reason: '数据已齐' }))).toBe('platform.forbidden');
  expect(await refusal(move(be(wang), lockRound))).toBe('platform.inputRefused');
  expect(await refusal(move(be(wang), unlockRound, { reason: '没有锁' }))).toBe('review.roundNotNow');
  expect(await refusal(move(be(wang), closeRound, { reason: '年度结束' }))).toBe('review.roundNotNow');
});

test('while tasks are not accepted a round is locked only knowingly', async () => {
  expect(await refusal(move(be(wang), lockRound, { reason: '数据已齐' }))).toBe('review.tasksUnfinished');
  const done = await move(be(wang), lockRound, { reason: '截止日已到', unfinished: true });
  expect(done).toMatchObject({ state: 'locked' });
  expect(done.unfinished).toBeGreaterThan(10);
  expect(await desk.audited(`round ${ROUND}`)).toEqual(['collect.round.open', 'review.round.lock']);
});

test('after the lock nothing is entered, imported, returned, unlocked or put off', async () => {
  expect(await refusal(save())).toBe('collect.roundClosed');
  const reporter = await year.person('石渡县填报', 'reporter', '石渡县');
  expect(await refusal(dropWorkbook(year, reporter, '石渡县_2025.xlsx'))).toBe('collect.roundClosed');
  expect(await refusal(desk.take(be(wang), returnTask, COUNTY, { reason: '再看看' }))).toBe('review.roundClosed');
  expect(await refusal(desk.take(be(wang), unlockTask, COUNTY, { reason: '再看看' }))).toBe('review.roundClosed');
  expect(await refusal(desk.take(be(zhou), approveTask))).toBe('review.roundClosed');
  const due = '2026-05-01T00:00:00Z';
  expect(await refusal(desk.take(be(wang), extendDue, COUNTY, { due, reason: '延期' }))).toBe('review.roundClosed');
  expect(await refusal(move(be(wang), lockRound, { reason: '再锁一次' }))).toBe('review.roundNotNow');
  expect(await desk.taskOf(COUNTY)).toMatchObject({ state: 'accepted' });
});

test('what was wrong is corrected the way of corrections, also after the lock', async () => {
  const by = { author: be(wang).account, person: be(wang).person, at: NOW };
  const corrected = await transact(open().db, be(wang), async (tx) => {
    const context = await loadRound(tx, 1, ROUND);
    const unit = context.register.unitOf(year.numberOf(COUNTY))?.code ?? '';
    const { typed } = await tx
      .selectFrom('figure_version')
      .select('typed')
      .where('item', '=', 'supervisionBudget')
      .where('period', '=', 'calendar(2025)')
      .executeTakeFirstOrThrow();
    const said = {
      unit,
      item: 'supervisionBudget',
      year: 'now',
      was: typed,
      typed: '125',
      reason: '批复更正',
    } as const;
    return correctFigure(tx, context, said, by);
  });
  expect(corrected).toMatchObject({ version: 2 });
});

test('what counts in a returned task can be corrected once the round is locked, and not before', async () => {
  const by = { author: be(wang).account, person: be(wang).person, at: NOW };
  const correct = (was: string, typed: string) =>
    transact(open().db, be(wang), async (tx) => {
      const context = await loadRound(tx, 1, ROUND);
      const unit = context.register.unitOf(year.numberOf(COUNTY))?.code ?? '';
      const said = { unit, item: 'supervisionBudget', year: 'now', was, typed, reason: '批复更正' } as const;
      return correctFigure(tx, context, said, by);
    });
  await move(be(wang), unlockRound, { reason: '核对一项' });
  await desk.take(be(wang), returnTask, COUNTY, { reason: '请核对督导经费' });
  expect(await refusal(correct('125', '126'))).toBe('collect.taskClosed');
  await move(be(wang), lockRound, { reason: '截止', unfinished: true });
  expect(await correct('125', '126')).toMatchObject({ version: 3 });
});

test('unlocking gives back what was, and everyone can read when, by whom and why', async () => {
  expect(await refusal(move(be(zhou), unlockRound, { reason: '想改一个数' }))).toBe('platform.forbidden');
  expect(await move(be(wang), unlockRound, { reason: '石渡县因灾延报' })).toMatchObject({ state: 'collecting' });
  expect(await save()).toMatchObject({ outcomes: [{ kind: 'saved' }] });
  const history = await year.as(
    be(li),
    roundHistory as never as Action<never, { state: string; moves: readonly { kind: string; about: unknown }[] }>,
    { round: ROUND },
  );
  expect(history).toMatchObject({
    state: 'collecting',
    moves: [
      { kind: 'lock', about: { reason: '截止日已到', person: '王督导' } },
      { kind: 'unlock', about: { reason: '核对一项', person: '王督导' } },
      { kind: 'lock', about: { reason: '截止', person: '王督导' } },
      { kind: 'unlock', about: { reason: '石渡县因灾延报', person: '王督导' } },
    ],
  });
});

test('a save that waited while the round was locked is refused, not slipped in', async () => {
  const { task } = await desk.taskOf('石渡县');
  let [locking, saving]: (Promise<unknown> | undefined)[] = [];
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await lockTask(tx, 1, ROUND, task);
    locking = move(be(wang), lockRound, { reason: '最后锁定', unfinished: true });
    await desk.waiting(1);
    saving = refusal(save());
    await desk.waiting(2);
  });
  expect(await locking).toMatchObject({ state: 'locked' });
  expect(await saving).toBe('collect.roundClosed');
});

test('a closed round stays closed', async () => {
  expect(await move(be(wang), closeRound, { reason: '报告已归档' })).toMatchObject({ state: 'closed' });
  expect(await refusal(move(be(wang), unlockRound, { reason: '再开' }))).toBe('review.roundNotNow');
  expect(await refusal(save())).toBe('collect.roundClosed');
  expect((await desk.audited(`round ${ROUND}`)).slice(-2)).toEqual(['review.round.lock', 'review.round.close']);
});
