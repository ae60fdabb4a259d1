/** 按得分排序 is off until everything is verified and the scheme's owner says so, with a reason that stays. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { permitOrder } from './permit-order.ts';
import { readOrder } from './read-order.ts';

const open = testDatabase();
let year: Year;
let owner: Who;
let wang: Who;
let li: Who;

interface Told {
  readonly isPermitted: boolean;
  readonly open: number;
  readonly scores: readonly { readonly code: string; readonly score: string }[];
}
const permit = (who: Who, permitted = true) =>
  year.as(who, permitOrder as never as Action<never, { version: number }>, {
    round: ROUND,
    permitted,
    reason: '市政府常务会议已审定核定结果',
  });
const read = (who: Who) => year.as(who, readOrder as never as Action<never, Told>, { round: ROUND });

beforeAll(async () => {
  year = await openYear(open());
  owner = await year.person('陈方案', 'schemeAdmin', '清江市');
  wang = await year.person('王督导', 'office', '清江市');
  li = await year.person('李晨', 'reporter', '云屏县');
});

const verifyAll = () =>
  transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    const { evaluation, register } = await evaluateRound(tx, wang, ROUND);
    const rows = evaluation.results.units
      .filter(({ level }) => level === 'county')
      .flatMap(({ code, results }) =>
        results.map((leaf) => ({
          ...{ tenant: 1, round: ROUND, unit: register.numberOf(code) ?? 0, indicator: leaf.code },
          ...{ owner: 'verified' as const, version: 1, points: '0.50', reason: '', basis: '' },
          ...{ author: owner.account, person: '徐核查', at: new Date() },
        })),
      );
    await tx.insertInto('score').values(rows).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });

test('nobody but the owner of the scheme allows it, and he not before all is verified', async () => {
  await expect(permit(wang)).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(permit(owner)).rejects.toMatchObject({ code: 'evaluate.notVerified', data: { unit: '望川区' } });
  expect(await read(wang)).toMatchObject({ isPermitted: false, scores: [] });
});

test('allowed, the verified scores are there for those who see results, and stop when it is stopped', async () => {
  await verifyAll();
  expect(await read(wang)).toMatchObject({ isPermitted: false, open: 0 });
  await permit(owner);
  const told = await read(wang);
  expect(told).toMatchObject({ isPermitted: true, turn: { person: '陈方案', reason: '市政府常务会议已审定核定结果' } });
  expect(told.scores.length).toBeGreaterThan(14);
  expect((await read(li)).scores.map(({ code }) => code)).toEqual(['881221']);
  expect(await permit(owner, false)).toMatchObject({ version: 2 });
  expect(await read(wang)).toMatchObject({ isPermitted: false, scores: [] });
});
