/** Rows of ledgers entered one by one, on the store. */
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { isError } from '../../kernel/index.ts';
import type { Action, Who } from '../../platform/index.ts';
import { listMyTasks } from '../round/look.ts';
import { readLedgers } from './read-ledgers.ts';
import { saveRows } from './save-rows.ts';

const open = testDatabase();
let year: Year;
let wang: Who;
let zhao: Who;
let task: string;

const as = <Out>(who: Who, of: Action<TSchema, Out>, input: object): Promise<Out> =>
  year.as(who, of as unknown as Action<never, Out>, { round: ROUND, ...input });
const save = (...rows: object[]) => as(wang, saveRows, { task, ledger: 'inspectors', rows });
const standing = async () => {
  const { ledgers } = await as(wang, readLedgers, { task });
  return ledgers.find(({ ledger }) => ledger === 'inspectors')?.rows ?? [];
};
const LI = { name: '李明', kind: '兼职' };

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王芳', 'reporter', '云屏县');
  zhao = await year.person('赵伟', 'reporter', '石渡县');
  task = (await as(wang, listMyTasks, {})).find(({ part }) => part === 'forms')?.task ?? '';
});

test('a neighbour neither reads nor writes, and a ledger that is not asked is refused', async () => {
  await expect(as(zhao, readLedgers, { task })).rejects.toMatchObject({ code: 'collect.taskMissing' });
  await expect(
    as(zhao, saveRows, { task, ledger: 'inspectors', rows: [{ seen: 0, cells: LI }] }),
  ).rejects.toMatchObject({
    code: 'collect.taskMissing',
  });
  await expect(as(wang, saveRows, { task, ledger: 'nothing', rows: [{ seen: 0, cells: LI }] })).rejects.toMatchObject({
    code: 'collect.ledgerNotAsked',
  });
});

test('a cell that cannot be used refuses its row alone, and says which', async () => {
  const { outcomes } = await save(
    { seen: 0, cells: { ...LI, kind: '全职' } },
    { seen: 0, cells: { ...LI, salary: '1' } },
    { seen: 0, cells: LI },
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'saved']);
  const faults = outcomes.map((each) => ('findings' in each ? each.findings.filter(isError) : []));
  expect(faults[0]).toMatchObject([{ code: 'collect.ledger.choice', at: { item: 'kind' } }]);
  expect(faults[1]).toMatchObject([{ code: 'collect.column.unknown' }]);
  expect((await standing()).map(({ cells }) => cells)).toEqual([LI]);
});

test('a row is changed from what was seen; who saw an older one is told of the other', async () => {
  const [row] = await standing();
  const changed = { row: row?.row, seen: 1, cells: { ...LI, kind: '专职' } };
  expect((await save(changed)).outcomes).toMatchObject([{ kind: 'saved', version: 2 }]);
  expect((await save({ ...changed, cells: { ...LI, name: '李敏' } })).outcomes).toEqual([
    { kind: 'conflict', version: 2, person: '王芳' },
  ]);
  expect((await save({ ...changed, seen: 2 })).outcomes).toMatchObject([{ kind: 'same', version: 2 }]);
  expect((await standing()).map(({ cells }) => cells)).toEqual([{ ...LI, kind: '专职' }]);
});

test('a removed row is gone from the list and cannot be changed any more', async () => {
  const [row] = await standing();
  expect((await save({ row: row?.row, seen: 2, remove: true })).outcomes).toMatchObject([{ kind: 'removed' }]);
  expect(await standing()).toEqual([]);
  expect((await save({ row: row?.row, seen: 3, cells: LI })).outcomes).toMatchObject([{ kind: 'conflict' }]);
});
