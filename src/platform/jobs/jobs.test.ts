import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { problem, problems } from '../../kernel/index.ts';
import { transact } from '../action/transact.ts';
import { enqueue, type Handler, workOnce } from './index.ts';
import { takeJob } from './jobs.store.ts';
import { LEASE_MS } from './work.ts';

const open = testDatabase();
let now = new Date('2026-02-10T02:00:00Z');
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const { refused } = problems('mail', { refused: problem<{ to: string }>() });
const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const ask = (kind: string, input: unknown) => all((tx) => enqueue(tx, { tenant: 1, kind, input, author: null }, now));
const stateOf = (job: string) =>
  all((tx) => tx.selectFrom('job').select(['state', 'attempts', 'outcome']).where('job', '=', job).executeTakeFirst());
const faults: unknown[] = [];
const shop = (handlers: Record<string, Handler>) => ({
  db: open().db,
  handlers: new Map(Object.entries(handlers)),
  now: () => now,
  failed: (error: unknown) => void faults.push(error),
});

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: now }).execute();
});

test('a job of an action that failed is never seen', async () => {
  const failing = all(async (tx) => {
    await enqueue(tx, { tenant: 1, kind: 'mail', input: 1, author: null }, now);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await workOnce(shop({ mail: async () => 'sent' }))).toBe(0);
});

test('each job is done once, however many workers look', async () => {
  const jobs = await Promise.all(Array.from({ length: 20 }, (_, at) => ask('count', at)));
  const done: unknown[] = [];
  const handlers: Record<string, Handler> = { count: async ({ input }) => void done.push(input) };
  await Promise.all([1, 2, 3, 4].map(() => workOnce(shop(handlers))));
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(await stateOf(jobs[7] ?? '')).toMatchObject({ state: 'done', attempts: 1 });
});

test('what failed is tried again later and later, and at last has failed with its reason', async () => {
  const job = await ask('mail', 'li@example.cn');
  let tries = 0;
  const handlers: Record<string, Handler> = {
    mail: async ({ input }) => {
      tries += 1;
      throw refused({ to: String(input) });
    },
  };
  await workOnce(shop(handlers));
  await workOnce(shop(handlers));
  expect([tries, (await stateOf(job))?.state]).toEqual([1, 'waiting']);
  for (const hours of [1, 1, 1, 1]) {
    pass(hours * 3_600_001);
    await workOnce(shop(handlers));
  }
  expect(await stateOf(job)).toEqual({
    state: 'failed',
    attempts: 5,
    outcome: { code: 'mail.refused', data: { to: 'li@example.cn' } },
  });
  expect(faults).toEqual([]);
});

test('the job of a worker that died is taken over, and its late word no longer counts', async () => {
  const job = await ask('render', 7);
  const until = new Date(now.getTime() + LEASE_MS);
  expect(await all((tx) => takeJob(tx, 1, ['render'], 'dead', now, until))).toMatchObject({ job, attempts: 1 });
  expect(await workOnce(shop({ render: async () => 'again' }))).toBe(0);
  pass(LEASE_MS + 1);
  expect(await workOnce(shop({ render: async () => 'again' }))).toBe(1);
  expect(await stateOf(job)).toEqual({ state: 'done', attempts: 2, outcome: 'again' });
});

test('a job of a kind nobody does here waits for who does', async () => {
  const job = await ask('elsewhere', null);
  expect(await workOnce(shop({ mail: async () => {} }))).toBe(0);
  expect(await stateOf(job)).toMatchObject({ state: 'waiting' });
});
