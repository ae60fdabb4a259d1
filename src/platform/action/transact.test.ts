/** Statements that travel together, with one verdict. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { prepared } from '../db/prepared.ts';
import { type Tx, transact, widened, withoutWaiting } from './transact.ts';

const open = testDatabase(1);
const NOW = new Date('2026-02-10T02:00:00Z');
const WHO = { tenant: 1, reach: [7] };
const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transact(open().db, WHO, work);

const adding = prepared((from, { unit }: { readonly unit: number }) =>
  from.insertInto('unit').values({ tenant: 1, unit, created_at: NOW }),
);
const units = () =>
  within(async (tx) => (await tx.selectFrom('unit').select('unit').orderBy('unit').execute()).map(({ unit }) => unit));

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '1', name: '清江市', created_at: NOW }).execute();
});

test('what nobody waited for and the database refused ends the transaction, with its own reason', async () => {
  const twice = within(async (tx) => {
    withoutWaiting(tx, adding({ unit: 1 }));
    withoutWaiting(tx, adding({ unit: 1 }));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  const lookedAfter = within(async (tx) => {
    withoutWaiting(tx, adding({ unit: -1 }));
    withoutWaiting(tx, adding({ unit: -1 }));
    await tx.selectFrom('unit').select('unit').execute();
  });
  await expect(lookedAfter).rejects.toMatchObject({ code: '23505' });
  expect(await units()).toEqual([]);
});

test('a failure somebody swallowed is no success', async () => {
  const swallowed = within(async (tx) => {
    withoutWaiting(tx, adding({ unit: 2 }));
    await tx.executeQuery(sql`select 1 / 0`.compile(tx)).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow('aborted');
  expect(await units()).toEqual([]);
});

test('what comes after a refusal is no part of anything', async () => {
  let later: Promise<unknown> = Promise.resolve();
  const refused = within(async (tx) => {
    withoutWaiting(tx, adding({ unit: 3 }));
    later = (async () => {
      await sql`select 1`.execute(tx);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await tx.executeQuery(adding({ unit: 4 }));
    })();
    throw new Error('refused');
  });
  const both = Promise.allSettled([refused, refused.catch(() => later)]);
  expect((await both).map(({ status, ...why }) => [status, String((why as { reason?: unknown }).reason)])).toEqual([
    ['rejected', 'Error: refused'],
    ['rejected', 'Error: the transaction is over'],
  ]);
  expect(await units()).toEqual([]);
});

test('statements are answered in the order they were asked, each within what its asker reaches', async () => {
  const reach = sql<{ units: string }>`select current_setting('luzhi.units', true) as units`;
  const seen = await within(async (tx) => {
    const own = reach.execute(tx);
    const all = widened(tx, WHO, () => reach.execute(tx));
    await all;
    return (await Promise.all([own, all, reach.execute(tx)])).map(({ rows }) => rows[0]?.units);
  });
  expect(seen).toEqual(['7', '*', '7']);
  // The one connection goes on to the next, who has set nothing.
  expect((await reach.execute(open().db)).rows[0]?.units).toBe('');
});

test('a prepared statement is given other values each time, and is read once by the database', async () => {
  const sum = prepared(
    (_, { a, b }: { readonly a: number; readonly b: number }) =>
      sql<{ sum: number }>`select ${a}::integer + ${b}::integer + ${a}::integer as sum`,
  );
  const sums = await Promise.all([1, 2, 3].map((a) => open().db.executeQuery(sum({ a, b: 10 }))));
  expect(sums.map(({ rows }) => rows[0]?.sum)).toEqual([12, 14, 16]);
  const { rows } = await sql<{
    name: string;
  }>`select name from pg_prepared_statements where statement like '%as sum'`.execute(open().db);
  expect(rows).toHaveLength(1);
});

test('a connection lost between two statements ends its transaction and nothing else', async () => {
  const lost = within(async (tx) => {
    withoutWaiting(tx, adding({ unit: 5 }));
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await ownerOf(open(), `select pg_terminate_backend(${rows[0]?.pid})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`select 1`.execute(tx);
  });
  await expect(lost).rejects.toThrow();
  expect(await units()).toEqual([]);
});
