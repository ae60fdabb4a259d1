/** Rows of a ledger listed in one round of the year, offered and taken over in the other. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { publishScheme } from '../../scheme/index.ts';
import { listTasks, openRound } from '../index.ts';
import { readLedgers } from './read-ledgers.ts';
import type { RowOutcome } from './row-outcome.ts';
import { readRowsElsewhere } from './rows-elsewhere.ts';
import { saveRows } from './save-rows.ts';
import { takeOverRows } from './take-over-rows.ts';

const open = testDatabase();
const [DOWN, COUNTY, OTHER, LEDGER] = ['county-2025', '云屏县', '石渡县', 'inspectors'];
let year: Year;
let li: Who;
let here: string;
let there: string;

const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const taskOf = async (round: string, unit: string): Promise<string> =>
  (await all((tx) => listTasks(tx, 1, round))).find(
    (task) => task.unit === year.numberOf(unit) && task.part === 'forms' && task.dept === '',
  )?.task ?? expect.unreachable(`no task of ${unit}`);

type Offer = { readonly name: string; readonly rows: readonly { row: string; version: number; cells: object }[] };
const as = <Out>(who: Who, action: unknown, input: object) =>
  year.as(who, action as Action<never, Out>, { ledger: LEDGER, ...input });
const offered = async (who: Who, task: string, ledger = LEDGER) =>
  (await as<{ rounds: readonly Offer[] }>(who, readRowsElsewhere, { round: DOWN, task, ledger })).rounds;
const take = async (rows: readonly object[], { who = li, task = here, from = ROUND, ledger = LEDGER } = {}) =>
  (await as<{ outcomes: readonly RowOutcome[] }>(who, takeOverRows, { round: DOWN, task, from, ledger, rows }))
    .outcomes;
const list = (round: string, task: string, ...cells: object[]) =>
  as(li, saveRows, { round, task, rows: cells.map((each) => ({ seen: 0, cells: each })) });
const standing = async () => {
  const { ledgers } = await year.as(
    li,
    readLedgers as never as Action<never, { ledgers: readonly { ledger: string; rows: readonly object[] }[] }>,
    { round: DOWN, task: here },
  );
  return ledgers.find(({ ledger }) => ledger === LEDGER)?.rows ?? [];
};
const [LIMING, WANGFANG] = [
  { name: '李明', kind: '兼职' },
  { name: '王芳', kind: '专职' },
];

beforeAll(async () => {
  year = await openYear(open());
  const files = [...year.sample].flatMap(([path, content]) =>
    /^scheme\/[^/]+\.yaml$/.test(path)
      ? [[path.slice(7), Buffer.from(content).toString('utf8').replace('version: "1"', 'version: "2"')]]
      : [],
  );
  await year.as(await year.person('方方案', 'schemeAdmin', '清江市'), publishScheme as never, {
    files: Object.fromEntries(files),
  });
  await year.as(await year.person('王督导', 'office', '清江市'), openRound as never, {
    ...{ round: DOWN, name: '2025年度市评县', direction: 'downward', scheme: 'duty-2025', version: '2' },
    ...{ evaluee: '881200', asOf: '2025-12-31', opens: '2026-01-10T00:00:00Z', due: '2026-03-01T00:00:00Z' },
  });
  li = await year.person('李晨', 'reporter', COUNTY);
  [here, there] = [await taskOf(DOWN, COUNTY), await taskOf(ROUND, COUNTY)];
  await list(ROUND, there, LIMING, LIMING, WANGFANG);
});

test('rows of another county are neither offered nor taken over; who only looks takes none', async () => {
  const theirs = await taskOf(DOWN, OTHER);
  const [row] = (await offered(li, here))[0]?.rows ?? [];
  await expect(offered(li, theirs)).rejects.toMatchObject({ code: 'collect.taskMissing' });
  await expect(take([{ row: row?.row, version: 1 }], { task: theirs })).rejects.toMatchObject({
    code: 'collect.taskMissing',
  });
  const other = await year.person('赵伟', 'reporter', OTHER);
  expect(await offered(other, theirs)).toEqual([]);
  expect(await take([{ row: row?.row, version: 1 }], { who: other, task: theirs })).toMatchObject([
    { kind: 'refused', findings: [{ code: 'collect.entry.notElsewhere' }] },
  ]);
  const leader = await year.person('周市长', 'reader', '清江市');
  expect((await offered(leader, here))[0]?.rows).toHaveLength(3);
  await expect(take([{ row: row?.row, version: 1 }], { who: leader })).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
});

test('from another year, of a ledger that is not asked, or not as it was shown, nothing is taken over', async () => {
  const [row] = (await offered(li, here))[0]?.rows ?? [];
  await expect(take([{ row: row?.row, version: 1 }], { from: 'nowhere' })).rejects.toMatchObject({
    code: 'collect.roundMissing',
  });
  await expect(take([{ row: row?.row, version: 1 }], { ledger: 'nothing' })).rejects.toMatchObject({
    code: 'collect.ledgerNotAsked',
  });
  expect(await take([{ row: row?.row, version: 2 }])).toMatchObject([{ kind: 'refused' }]);
  expect(await standing()).toEqual([]);
});

test('each row is taken over once, two that say the same as two, and says whence it came', async () => {
  const [round] = await offered(li, here);
  expect(round?.name).toBe('2025年度自查自评');
  await list(DOWN, here, LIMING);
  const left = (await offered(li, here))[0]?.rows ?? [];
  expect(left.map(({ cells }) => cells)).toEqual(expect.arrayContaining([LIMING, WANGFANG]));
  expect(left).toHaveLength(2);
  const asked = left.map(({ row, version }) => ({ row, version }));
  expect((await take(asked)).map(({ kind }) => kind)).toEqual(['saved', 'saved']);
  expect((await take(asked)).map(({ kind }) => kind)).toEqual(['same', 'same']);
  expect(await offered(li, here)).toEqual([]);
  const from = { round: ROUND, name: '2025年度自查自评', person: '李晨' };
  expect(await standing()).toHaveLength(3);
  expect(await standing()).toEqual(
    expect.arrayContaining([expect.objectContaining({ cells: WANGFANG, from, version: 1 })]),
  );
  const audited = await all((tx) =>
    tx.selectFrom('audit').select('detail').where('action', '=', 'collect.ledger.takeOver').execute(),
  );
  expect(audited.at(-2)?.detail).toMatchObject({ from: ROUND, ledger: LEDGER });
});

test('a task that was handed in takes no row over', async () => {
  await list(ROUND, there, { name: '新来的', kind: '专职' });
  const rows = (await offered(li, here))[0]?.rows.map(({ row, version }) => ({ row, version })) ?? [];
  await all((tx) => tx.updateTable('task').set({ state: 'accepted' }).where('round', '=', DOWN).execute());
  await expect(take(rows)).rejects.toMatchObject({ code: 'collect.taskClosed' });
});
