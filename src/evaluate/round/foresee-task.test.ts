/** A bureau's total against what the counties state, told to who is to agree to it and to nobody else. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/review.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { saveFigures } from '../../collect/index.ts';
import type { Action, Who } from '../../platform/index.ts';
import { foreseeTask } from './foresee-task.ts';

const open = testDatabase();
let year: Year;
let [wang, finance, zhou]: Who[] = [];
let [ofFinance, ofCounty] = ['', ''];

type Out<A> = A extends Action<infer _, infer O> ? O : never;
const foresee = async (who: Who | undefined, task: string) =>
  (await year.as(who as Who, foreseeTask as never as Action<never, Out<typeof foreseeTask>>, { round: ROUND, task }))
    .findings;
const state = async (item: string, typed: string): Promise<void> => {
  const version = await openDesk(year).everything((tx) =>
    tx
      .selectFrom('figure')
      .select('latest')
      .where((where) => where.and({ task: ofFinance, item }))
      .where('period', 'like', '%2025%')
      .executeTakeFirst(),
  );
  const answers = [{ item, year: 'now', typed, seen: version?.latest ?? 0, reason: '按决算口径重新汇总' }];
  const saved = await year.as(
    finance as Who,
    saveFigures as never as Action<never, { readonly outcomes: readonly { readonly kind: string }[] }>,
    { round: ROUND, task: ofFinance, answers },
  );
  expect(saved.outcomes).toMatchObject([{ kind: 'saved' }]);
};

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王督导', 'office', '清江市');
  zhou = await year.person('周丹', 'office', '云屏县');
  finance = await year.person('财政填报', 'reporter', '清江市', 'CZ');
  const given = [...year.sample.keys()].flatMap((name) => /^figures\/(.*_2025\.xlsx)$/.exec(name)?.[1] ?? []);
  for (const name of given.filter((each) => !each.includes('_学校_'))) await dropWorkbook(year, wang, name);
  const tasks = openDesk(year);
  ofCounty = (await tasks.taskOf('云屏县')).task;
  ofFinance = await tasks.everything(
    async (tx) =>
      (
        await tx
          .selectFrom('task')
          .select('task')
          .where((where) => where.and({ round: ROUND, dept: 'CZ', part: 'forms', unit: year.numberOf('清江市') }))
          .executeTakeFirstOrThrow()
      ).task,
  );
}, 120_000);

test('where the totals agree nothing is told', async () => {
  expect(await foresee(wang, ofFinance)).toEqual([]);
});

test('a total that is not what the counties state is told before it is agreed to, in both languages', async () => {
  await state('gpbEduExpCounties', '1');
  const [finding, ...more] = await foresee(wang, ofFinance);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    code: 'XF-2',
    severity: 'error',
    at: { unit: '881200', item: 'gpbEduExpCounties' },
    zh: expect.stringContaining('与市填县级合计'),
  });
  expect(finding?.en).not.toMatch(/undefined/);
});

test('who does not see the whole is told nothing of it, and of a task that is not theirs not even that it is there', async () => {
  expect(await foresee(finance, ofFinance)).toEqual([]);
  expect(await foresee(zhou, ofCounty)).toEqual([]);
  await expect(foresee(zhou, ofFinance)).rejects.toMatchObject({ code: 'collect.taskMissing' });
});

test("it is told at the bureau's task and at no county's", async () => {
  expect((await foresee(wang, ofCounty)).map(({ code }) => code)).not.toContain('XF-2');
});
