import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type Desk, openDesk, refusal } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import type { Action, Who } from '../../platform/index.ts';
import { listMyNotices } from '../look.ts';
import { listWaited } from './list-waited.ts';
import { type Reminded, remindTasks } from './remind-tasks.ts';

const open = testDatabase();
const COUNTY = '云屏县';
const AT = new Date('2026-03-30T01:00:00Z');
let year: Year;
let desk: Desk;
let people: Record<'wang' | 'zhou' | 'li' | 'other', Who>;
interface Answer {
  readonly reminded: readonly Reminded[];
  readonly left: readonly { readonly code: string }[];
}
const remind = async (who: Who, units: readonly string[] = [COUNTY], now = AT): Promise<Answer> => {
  const tasks = await Promise.all(units.map(async (unit) => (await desk.taskOf(unit)).task));
  return year.as(who, remindTasks as never as Action<never, Answer>, { round: ROUND, tasks }, { now });
};
const told = (who: Who) =>
  year.as(who, listMyNotices as never as Action<never, readonly { kind: string; says: string }[]>, {});

beforeAll(async () => {
  year = await openYear(open());
  desk = openDesk(year);
  people = {
    wang: await year.person('王岚', 'office', '清江市'),
    zhou: await year.person('周丹', 'office', COUNTY),
    li: await year.person('李晨', 'reporter', COUNTY),
    other: await year.person('石渡督导', 'office', '石渡县'),
  };
});

test('only who looks after a task reminds its filler, and only while it is with them', async () => {
  expect(await refusal(remind(people.li))).toBe('platform.forbidden');
  expect(await refusal(remind(people.other))).toMatch(/forbidden|taskMissing/);
  expect(await refusal(remind(people.wang, ['白渡县']))).toBe('review.nobodyFills');
  await dropWorkbook(year, await year.person('石渡县填报', 'reporter', '石渡县'), '石渡县_2025.xlsx');
  await desk.submitted('石渡县');
  expect(await refusal(remind(people.wang, ['石渡县']))).toBe('review.notWithFiller');
  expect(await told(people.li)).toEqual([]);
});

test('the filler is told by when and how much is left; whoever asks again within a day is told so', async () => {
  const list = listWaited as never as Action<never, readonly { task: string; left: number; zh: string }[]>;
  const { task } = await desk.taskOf(COUNTY);
  const waited = (await year.as(people.zhou, list, { round: ROUND }, { now: AT })).find((each) => each.task === task);
  expect(waited?.left).toBeGreaterThan(0);
  const { reminded } = await remind(people.zhou);
  expect(reminded).toMatchObject([{ accounts: 1 }]);
  const [notice] = await told(people.li);
  expect(notice?.says).toMatch(/^周丹催办：云屏县“2025年度自查自评”的填报 2026-03-31 截止，还有 \d+ 项未填。/);
  expect(await desk.audited(`task ${(await desk.taskOf(COUNTY)).task}`)).toEqual(['review.task.remind']);
  expect(await refusal(remind(people.wang))).toBe('review.remindedToday');
  // Of several, one that cannot be reminded keeps nobody else from it.
  const { reminded: none, left } = await remind(people.wang, [COUNTY, '石渡县']);
  expect([none, left.map(({ code }) => code).sort()]).toEqual([[], ['review.notWithFiller', 'review.remindedToday']]);
  expect(await told(people.li)).toHaveLength(1);
  await remind(people.wang, [COUNTY], new Date('2026-03-31T02:00:00Z'));
  expect(await told(people.li)).toHaveLength(2);
});
