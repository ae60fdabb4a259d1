/** Schools of a 功能区: the county that hosts it states them, in entry and by workbook; the zone is told so. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { dropWorkbook, NOW, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { type Action, newId, transact, type Who } from '../../platform/index.ts';
import { messages } from '../index.ts';
import { addTasks, listTasks } from '../round/rounds.store.ts';
import { appendVersions } from './figures.store.ts';
import { saveFigures } from './save-figures.ts';
import type { Outcome } from './settle-answers.ts';

const open = testDatabase();
const [ZONE, HOST, ITEM] = ['清江经济技术开发区', '锦湖区', 'primaryStudents'];
let year: Year;
let [zone, host]: Who[] = [];
let school = { unit: 0, code: '' };
/** A list of its own, as rounds opened before the rule handed one to the zone. */
const zoneTask = newId();

const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const listOf = async (unit: string) =>
  (await all((tx) => listTasks(tx, 1, ROUND))).find(
    (task) => task.unit === year.numberOf(unit) && task.part === 'schools',
  );
const save = async (who: Who | undefined, task: string, typed: string, seen: number) =>
  (
    await year.as(who as Who, saveFigures as never as Action<never, { outcomes: readonly Outcome[] }>, {
      round: ROUND,
      task,
      answers: [{ subject: school.code, item: ITEM, year: 'now', typed, seen }],
    })
  ).outcomes;

beforeAll(async () => {
  year = await openYear(open());
  zone = await year.person('区填报', 'reporter', ZONE);
  const county = await year.person('湖填报', 'reporter', HOST);
  const found = await all((tx) =>
    tx
      .selectFrom('unit_state')
      .select(['unit', 'code'])
      .where('parent', '=', year.numberOf(ZONE))
      .where('kind', '=', 'school')
      .orderBy('place')
      .execute(),
  );
  school = found[0] ?? expect.unreachable();
  const hosted = [year.numberOf(ZONE), ...found.map(({ unit }) => unit)];
  host = { ...county, reach: [...(county.reach as number[]), ...hosted] };
});

test('a hosted zone is handed no list; its schools stand in that of its host', async () => {
  expect(await listOf(ZONE)).toBeUndefined();
  expect(await listOf(HOST)).toBeDefined();
});

test('a zone that still has a list is told who states its schools', async () => {
  const of = { tenant: 1, round: ROUND, due: NOW };
  const task = { task: zoneTask, unit: year.numberOf(ZONE), dept: '', part: 'schools' } as const;
  await all((tx) => addTasks(tx, of, [task], NOW));
  const [outcome] = await save(zone, zoneTask, '310', 0);
  const findings = outcome?.kind === 'refused' ? outcome.findings : [];
  expect(findings).toMatchObject([{ code: 'collect.school.listedElsewhere', data: { by: HOST } }]);
  expect(messages.zh['collect.school.listedElsewhere'](findings[0]?.data as never)).toContain(`请联系${HOST}`);
});

test('what the zone stated before goes on in the list of its host, as the next version', async () => {
  const key = { subject: school.unit, item: ITEM, period: 'at(2025-09-01)', reporter: school.unit, dept: '' } as const;
  const stated = { kind: 'quantity', steps: '310', unit: '人', words: null, gap: null, typed: '310' } as const;
  const rest = {
    typed_unit: null,
    nature: null,
    source: { kind: 'form', by: '区填报' },
    reason: null,
    reason_holds: false,
  } as const;
  const by = { author: newId(), person: '区填报', at: NOW };
  await all(async (tx) =>
    appendVersions(
      tx,
      { tenant: 1, round: ROUND, task: zoneTask },
      [{ ...key, scope: 'own', version: 1, ...stated, ...rest }],
      by,
    ),
  );
  const task = (await listOf(HOST))?.task ?? '';
  expect(await save(host, task, '311', 0)).toMatchObject([{ kind: 'conflict', version: 1, person: '区填报' }]);
  expect(await save(host, task, '311', 1)).toMatchObject([{ kind: 'saved', version: 2 }]);
  expect(await save(host, task, '311', 2)).toMatchObject([{ kind: 'same', version: 2 }]);
});

test('the whole list of the host is imported over it', async () => {
  const { preview, done } = await dropWorkbook(year, host as Who, `${HOST}_学校_2025.xlsx`);
  expect(preview.changed).toMatchObject([{ was: '311', by: '湖填报', row: { item: ITEM, version: 3 } }]);
  expect(done).toMatchObject({ changed: 1 });
});
