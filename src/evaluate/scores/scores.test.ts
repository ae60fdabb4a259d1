import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { sayWith } from '../../kernel/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import type { UnitResult } from '../contract.ts';
import { messages } from '../index.ts';
import { readResult } from '../round/results.ts';
import { proposeScore, type Scored, stateScore, verifyScore } from './give-score.ts';
import { listProgress } from './list-progress.ts';
import { listScores } from './list-scores.ts';
import type { SideBySide } from './side-by-side.ts';

const open = testDatabase();
const YUNPING = '881221';
const SHIDU = '881222';
let year: Year;
let people: Record<'li' | 'han' | 'wang' | 'xu' | 'gao', Who>;
let leaf: UnitResult['results'][number];

type Give = typeof stateScore;
const give = (who: Who, action: Give, points: string, more: object = {}): Promise<Scored> =>
  year.as(who, action as never as Action<never, Scored>, {
    round: ROUND,
    unit: YUNPING,
    indicator: leaf.code,
    points,
    seen: 0,
    ...more,
  });
const list = (who: Who, unit = YUNPING): Promise<SideBySide> =>
  year.as(who, listScores as never as Action<never, SideBySide>, { round: ROUND, unit });
const why = { reason: '决算批复已更正', basis: '云财教〔2026〕3号' };
/** What the refusal is, said to people in both languages. */
const refusal = async (doing: Promise<unknown>): Promise<string> => {
  const thrown = await doing.then(
    () => expect.unreachable('was not refused'),
    (error) => error,
  );
  for (const table of [messages.zh, messages.en])
    if (thrown.code in table) expect(sayWith(table)(thrown).length).toBeGreaterThan(10);
  return thrown.code;
};

beforeAll(async () => {
  year = await openYear(open());
  people = {
    li: await year.person('李晨', 'reporter', '云屏县'),
    han: await year.person('韩石', 'reporter', '石渡县'),
    wang: await year.person('王督导', 'office', '清江市'),
    xu: await year.person('徐核查', 'verifier', '清江市'),
    gao: await year.person('高领导', 'reader', '清江市'),
  };
  for (const name of ['云屏县_2025.xlsx', '云屏县_学校_2025.xlsx'])
    if (year.sample.has(`figures/${name}`)) await dropWorkbook(year, people.li, name);
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx.updateTable('ledger_row').set({ accepted: true }).execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
  const { results } = await year.as(people.wang, readResult as never as Action<never, UnitResult>, {
    round: ROUND,
    unit: YUNPING,
  });
  leaf =
    results.find(({ verdict, of }) => verdict === 'met' && Number(of) >= 2) ?? expect.unreachable('no leaf is met');
});

test('a score is given by the post it belongs to, and by nobody else', async () => {
  const { li, han, wang, xu, gao } = people;
  const full = leaf.of;
  for (const [who, action] of [
    [li, proposeScore],
    [li, verifyScore],
    [wang, stateScore],
    [wang, verifyScore],
    [xu, stateScore],
    [gao, proposeScore],
  ] as const)
    expect(await refusal(give(who, action, full))).toBe('platform.forbidden');
  // A neighbour cannot even tell whether the leaf is there.
  expect(await refusal(give(han, stateScore, full))).toBe('evaluate.leafMissing');
  expect(await refusal(list(han))).toBe('evaluate.unitMissing');
  expect(await refusal(list(people.li, SHIDU))).toBe('evaluate.unitMissing');
});

test('points outside the leaf, or differing from 系统测算 without reason and basis, are refused', async () => {
  const { li } = people;
  const more = (Number(leaf.of) + 1).toFixed(2);
  expect(await refusal(give(li, stateScore, more, why))).toBe('evaluate.pointsOutside');
  expect(await refusal(give(li, stateScore, '0.123', why))).toBe('evaluate.pointsOutside');
  expect(await refusal(give(li, stateScore, '-1', why))).toBe('platform.inputRefused');
  expect(await refusal(give(li, stateScore, '0.50'))).toBe('evaluate.reasonWanted');
  expect(await refusal(give(li, stateScore, '0.50', { reason: why.reason }))).toBe('evaluate.reasonWanted');
  expect(await refusal(give(li, stateScore, '0', { indicator: 'Z9.9' }))).toBe('evaluate.leafMissing');
});

test('自评, 拟报 and 核定 stand beside 系统测算, each with its difference, reason, basis and person', async () => {
  const { li, wang, xu } = people;
  expect(await give(li, stateScore, leaf.of)).toMatchObject({ version: 1 });
  expect(await refusal(give(li, stateScore, leaf.of))).toBe('evaluate.scoreMoved');
  await give(li, stateScore, '1.50', { ...why, seen: 1 });
  await give(wang, proposeScore, '1.00', why);
  await give(xu, verifyScore, '0.50', { reason: '现场核查不符', basis: '核查记录12号' });
  const { leaves, sums } = await list(li);
  const difference = (points: string) => (Number(points) - Number(leaf.points)).toFixed(2);
  expect(leaves.find(({ code }) => code === leaf.code)).toMatchObject({
    computed: leaf.points,
    stated: { points: '1.50', version: 2, person: '李晨', ...why, difference: difference('1.50') },
    proposed: { points: '1.00', person: '王督导', difference: difference('1.00') },
    verified: { points: '0.50', person: '徐核查', basis: '核查记录12号', difference: difference('0.50') },
  });
  // What nobody proposed is reported as computed.
  expect(Number(sums.proposed.score) - Number(sums.computed.score)).toBeCloseTo(Number(difference('1.00')), 9);
  expect(sums.proposed.given).toBe(leaves.length);
  expect(sums.verified).toEqual({ score: '0.50', given: 1 });
});

test('who verifies sees how far each county is; a county sees itself alone, and has none to verify', async () => {
  type Progress = { units: readonly { code: string; mine: boolean }[] };
  const { li, wang, xu } = people;
  const progress = (who: Who) =>
    year.as(who, listProgress as never as Action<never, Progress>, { round: ROUND }).then(({ units }) => units);
  const [mine, office] = await Promise.all([progress(xu), progress(wang)]);
  expect(mine.every((unit) => unit.mine)).toBe(true);
  expect(mine.find(({ code }) => code === YUNPING)).toMatchObject({ proposed: 1, verified: 1, claimed: 0 });
  expect(mine.find(({ code }) => code === YUNPING)).toMatchObject({ last: { person: '徐核查' } });
  expect(mine.find(({ code }) => code === SHIDU)).toMatchObject({ proposed: 0, verified: 0 });
  expect(office.map(({ code }) => code)).toEqual(mine.map(({ code }) => code));
  expect(office.some((unit) => unit.mine)).toBe(false);
  expect(await progress(li)).toMatchObject([{ code: YUNPING, mine: false }]);
});

test('once verified, neither 自评 nor 拟报 is changed any more', async () => {
  expect(await refusal(give(people.li, stateScore, '0', { ...why, seen: 2 }))).toBe('evaluate.scoreVerified');
  expect(await refusal(give(people.wang, proposeScore, '0', { ...why, seen: 1 }))).toBe('evaluate.scoreVerified');
});

test('who scored a unit does not verify it', async () => {
  const both: Who = { ...people.xu, account: people.wang.account, person: '王督导' };
  expect(await refusal(give(both, verifyScore, '1.00', { ...why, seen: 1 }))).toBe('evaluate.ownScore');
});

test('every score is on the record, with whose it is and what it became', async () => {
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').select(['action', 'person', 'detail']).where('action', 'like', 'evaluate.score.%').execute(),
  );
  expect(rows.map(({ action, person }) => `${person} ${action}`).sort()).toEqual(
    [
      '李晨 evaluate.score.state',
      '李晨 evaluate.score.state',
      '王督导 evaluate.score.propose',
      '徐核查 evaluate.score.verify',
    ].sort(),
  );
});

test('after the lock 自评 stays as it is, after the end of the round every score does', async () => {
  const state = (state: 'collecting' | 'locked' | 'closed') =>
    transact(open().db, { tenant: 1, reach: '*' }, (tx) => tx.updateTable('round').set({ state }).execute());
  const { li, wang, xu } = people;
  const other = { ...why, unit: YUNPING, indicator: leaf.code };
  await state('locked');
  expect(await refusal(give(li, stateScore, '0', { ...other, seen: 2 }))).toBe('evaluate.roundClosed');
  expect(await give(xu, verifyScore, '0.40', { ...other, seen: 1 })).toMatchObject({ version: 2 });
  await state('closed');
  expect(await refusal(give(wang, proposeScore, '0', { ...other, seen: 1 }))).toBe('evaluate.roundClosed');
  expect(await refusal(give(xu, verifyScore, '0.30', { ...other, seen: 2 }))).toBe('evaluate.roundClosed');
  await state('collecting');
});
