/** Steps taken where they may not be, at the door: by their author, from an old page, twice, after the lock, after a move. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../src/platform/index.ts';
import { testDatabase } from '../support/database.ts';
import type { Answer, Client } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { dropWorkbook, NOW, ROUND } from '../support/year.ts';

const open = testDatabase();
let office: Office;
let filler: Client;
let both: Client;
let supervisor: Client;
let city: Client;
let task: string;

beforeAll(async () => {
  office = await openOffice(open());
  const { year } = office;
  const wang = await year.person('王芳', 'reporter', '云屏县');
  await dropWorkbook(year, wang, '云屏县_2025.xlsx');
  filler = await office.at(wang);
  // One person with two posts: fills, and sits where the county looks at what was filled.
  const gao = await year.person('高远', 'reporter', '云屏县');
  const [seat] = (await year.person('高远', 'office', '云屏县')).posts;
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx
      .updateTable('post')
      .set({ account: gao.account })
      .where('post', '=', seat?.post ?? '')
      .execute(),
  );
  both = await office.at(gao);
  supervisor = await office.at(await year.person('周丹', 'office', '云屏县'));
  city = await office.at(await year.person('王督导', 'office', '清江市'));
  task = await office.taskOf(filler);
});
afterAll(() => office.server.close());

const at = (more = ''): string => `/rounds/${ROUND}/tasks/${task}${more}`;
const editionOf = async (client: Client): Promise<number> => (await client.get(at())).body.edition;
const stateOf = async (): Promise<string> => (await city.get(at())).body.state;
const take = async (client: Client, verb: string, more: object = {}, headers: Record<string, string> = {}) =>
  client.post(at(`/${verb}`), { edition: await editionOf(client), ...more }, headers);
const save = (client: Client, typed: string, seen: number) =>
  client.post(at('/figures'), { answers: [{ item: 'supervisionBudget', year: 'now', typed, seen }] });
const told = ({ status, body }: Answer) => [status, body.code];

test('who wrote a figure that stands does not agree to it, under whatever other post', async () => {
  expect((await save(both, '120', 1)).body.outcomes).toMatchObject([{ kind: 'saved' }]);
  expect(told(await take(filler, 'submit'))).toEqual([200, undefined]);
  expect(told(await take(both, 'approve'))).toEqual([403, 'review.ownWork']);
  expect(await stateOf()).toBe('countyReview');
});

test('a page from before the task went round approves nothing, though it stands where it stood', async () => {
  const seen = await editionOf(supervisor);
  expect((await take(filler, 'withdraw')).status).toBe(200);
  expect((await save(filler, '121', 2)).body.outcomes).toMatchObject([{ kind: 'saved' }]);
  expect((await take(filler, 'submit')).status).toBe(200);
  expect(told(await take(supervisor, 'approve', { edition: seen }))).toEqual([409, 'review.editionMoved']);
  expect(await stateOf()).toBe('countyReview');
});

test('a post that ended while the page was open decides nothing', async () => {
  const leaving = await office.year.person('吴调离', 'office', '云屏县');
  const client = await office.at(leaving);
  const edition = await editionOf(client);
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.updateTable('post').set({ ends: '2026-01-01' }).where('account', '=', leaving.account).execute(),
  );
  expect(told(await client.post(at('/approve'), { edition }))[0]).toBeGreaterThanOrEqual(403);
  expect(await stateOf()).toBe('countyReview');
});

test('pressed twice at once with a key it is one approval, answered alike; without one the second is refused', async () => {
  const edition = await editionOf(supervisor);
  const press = (headers: Record<string, string> = {}) => supervisor.post(at('/approve'), { edition }, headers);
  const key = { 'idempotency-key': 'approve-once' };
  const [first, second] = await Promise.all([press(key), press(key)]);
  expect([first?.status, second?.body]).toEqual([200, first?.body]);
  expect((await press()).status).toBeGreaterThanOrEqual(403);
  const { body } = await city.get(at('/decisions'));
  expect(JSON.stringify(body).match(/"verdict":"approve"/g)).toHaveLength(1);
});

test('a tab from before the lock and a save that was queued write nothing after it', async () => {
  expect((await take(city, 'return', { reason: '请核对督导经费' })).status).toBe(200);
  const seen = await editionOf(filler);
  const locked = await city.post(`/rounds/${ROUND}/lock`, { reason: '汇总上报', unfinished: true, unresolved: true });
  expect(told(locked)).toEqual([200, undefined]);
  const paper = { title: '批复', mode: 'onsite', items: ['gpbEduExp'], indicators: [] };
  const ledger = (await filler.get(at('/ledgers'))).body.ledgers[0].ledger;
  const late = [
    await save(filler, '130', 3),
    await filler.post(at('/evidence'), paper),
    await filler.post(at(`/ledgers/${ledger}`), { rows: [{ seen: 0, cells: {} }] }),
    await filler.post(at('/submit'), { edition: seen }),
  ];
  expect(late.map(told)).toEqual([...[0, 1, 2].map(() => [409, 'collect.roundClosed']), [409, 'review.roundClosed']]);
  const { body } = await city.get(at('/figures/881221/supervisionBudget'));
  expect(body.versions.filter(({ year }: { year: string }) => year === 'now')).toHaveLength(3);
});

test('a county merged away afterwards is still found where it stood, with what it stated', async () => {
  await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.updateTable('round').set({ state: 'closed' }).where('round', '=', ROUND).execute(),
  );
  const system = await office.at(await office.year.person('陈系统', 'systemAdmin', '清江市'));
  const merge = {
    units: ['881221'],
    into: { code: '881222', name: '石渡县' },
    on: '2027-01-01',
    basis: '省政函〔2026〕9号',
  };
  expect(told(await system.post('/units/merge', merge))).toEqual([200, undefined]);
  const { body } = await city.get(at('/figures/881221/supervisionBudget'));
  expect(body.versions.filter(({ year }: { year: string }) => year === 'now')).toHaveLength(3);
  expect((await city.get(`/rounds/${ROUND}/tasks`)).body).toContainEqual(
    expect.objectContaining({ task, name: '云屏县' }),
  );
  expect(NOW < new Date(merge.on)).toBe(true);
});
