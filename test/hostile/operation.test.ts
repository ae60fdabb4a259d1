/** What machines and crowds do: the same twice, out of order, all at once, over two servers, with a clock that is wrong. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../src/app/routes.ts';
import { SENTENCES } from '../../src/app/sentences.ts';
import { VAULT } from '../../src/platform/access/fixture.ts';
import {
  civilDay,
  migrate,
  openDatabase,
  readMigrations,
  sealAudit,
  transact,
  verifyAudit,
} from '../../src/platform/index.ts';
import { openServer } from '../../src/server/index.ts';
import { luzhi } from '../support/cli.ts';
import { emptyDatabase, ownerAddress, testDatabase } from '../support/database.ts';
import { type Client, HOST, withHeaders } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { NOW, ROUND } from '../support/year.ts';

const open = testDatabase();
const older = emptyDatabase();
let office: Office;
let second: FastifyInstance;
let close: () => Promise<void>;
let wang: Client;
let task: string;

beforeAll(async () => {
  office = await openOffice(open());
  wang = await office.at(await office.year.person('王芳', 'reporter', '云屏县'));
  task = await office.taskOf(wang);
  const beside = await openDatabase(ownerAddress(open()), 'only for tests');
  const { db, pool } = beside;
  // Some minutes slow, as two machines are.
  const now = (): Date => new Date(NOW.getTime() - 240_000);
  const door = { db, pool, files: office.year.files, vault: VAULT, hosts: [HOST], https: true, now };
  second = await openServer({ ...door, routes: ROUTES, sentences: SENTENCES, log: { level: 'silent' } });
  close = async () => {
    await second.close();
    await beside.close();
  };
});
afterAll(async () => {
  await close();
  await office.server.close();
});

const figures = `/rounds/${ROUND}/tasks`;
const save = (client: Client, typed: string, seen: number, headers: Record<string, string> = {}) =>
  client.post(`${figures}/${task}/figures`, { answers: [{ item: 'gpbEduExp', year: 'now', typed, seen }] }, headers);
const versions = () =>
  transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('figure_version').select('typed').where('item', '=', 'gpbEduExp').orderBy('version').execute(),
  );

test('the same request at two servers at once, and again, is done once and answered alike', async () => {
  const there = withHeaders(second, { ...wang.headers });
  const key = { 'idempotency-key': 'once-for-all' };
  const answers = await Promise.all([wang, there, wang, there].map((client) => save(client, '100', 0, key)));
  answers.push(await save(there, '100', 0, key));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await versions()).toEqual([{ typed: '100' }]);
});

test('what comes late and out of order is shown what stands, and writes nothing over', async () => {
  const there = withHeaders(second, { ...wang.headers });
  expect((await save(there, '200', 1)).body.outcomes[0].kind).toBe('saved');
  const late = await save(wang, '150', 1);
  expect(late.body.outcomes[0]).toMatchObject({ kind: 'conflict', version: 2, typed: '200' });
  expect(await versions()).toEqual([{ typed: '100' }, { typed: '200' }]);
});

test('all counties in the last minute, each pressing twice, over two servers: all are answered, none is lost or doubled', async () => {
  const counties = ['云屏县', '石渡县', '白渡县'];
  const asked = counties.flatMap((county) => Array.from({ length: 8 }, (_, at) => ({ county, at })));
  const people = new Map<string, [Client, string]>();
  for (const county of counties) {
    const client = await office.at(await office.year.person(`${county}填报`, 'reporter', county));
    people.set(county, [client, await office.taskOf(client)]);
  }
  const items = ['eduFundsTotal', 'gpbEduFunds', 'operatingFunds', 'capitalFunds'];
  const answers = await Promise.all(
    asked.flatMap(({ county, at }) => {
      const [client, own] = people.get(county) ?? expect.unreachable(county);
      const answer = { item: items[at % 4], year: at < 4 ? 'now' : 'prior', typed: String(at + 1), seen: 0 };
      const key = { 'idempotency-key': `last-${counties.indexOf(county)}-${at}` };
      return [client, withHeaders(second, { ...client.headers })].map((each) =>
        each.post(`${figures}/${own}/figures`, { answers: [answer] }, key),
      );
    }),
  );
  expect(answers.map(({ status, body }) => `${status} ${body.outcomes?.[0].kind}`)).toEqual(
    answers.map(() => '200 saved'),
  );
  const { count } = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx
      .selectFrom('figure_version')
      .select(({ fn }) => fn.countAll<bigint>().as('count'))
      .where('item', 'in', items)
      .executeTakeFirstOrThrow(),
  );
  expect(count).toBe(BigInt(asked.length));
});

test('the chain of the record holds over both servers and a clock that is behind', async () => {
  await sealAudit(open().db, 1, NOW);
  expect(await verifyAudit(open().db, 1)).toMatchObject({ tail: 0, findings: [] });
});

test('a database of a newer version is refused by name, and is left as it was', async () => {
  const client = new pg.Client(older());
  await client.connect();
  await migrate(client, [...readMigrations(), { name: '2999-01-01-later.sql', sql: 'create table later (x int)' }]);
  const known = await client.query('select name from migration order by name');
  await expect(openDatabase(older(), 'only for tests')).rejects.toMatchObject({
    code: 'platform.databaseNewer',
    data: { migration: '2999-01-01-later.sql' },
  });
  expect((await client.query('select name from migration order by name')).rows).toEqual(known.rows);
  await client.end();
});

test.each([
  ['the last moment of a year in China', '2025-12-31T15:59:59.999Z', '2025-12-31'],
  ['the first of the next', '2025-12-31T16:00:00Z', '2026-01-01'],
  ['a leap day', '2028-02-28T16:00:00Z', '2028-02-29'],
  ['an hour other zones leave out', '2026-03-29T01:30:00Z', '2026-03-29'],
])('%s is the day it is there, wherever the machine stands', (_, at, day) => {
  expect(civilDay(new Date(at))).toBe(day);
});

test('a bundle sealed by the first release still holds', async () => {
  const bundle = path.resolve(import.meta.dirname, '../fixtures/bundle-of-the-first-release.luzhi.zip');
  const { status, stdout } = await luzhi('verify', bundle);
  expect(stdout).toMatch(/不符 0 处/);
  expect(status).toBe(0);
});
