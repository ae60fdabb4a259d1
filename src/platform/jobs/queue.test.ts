/** What was asked of a process that died: taken over, done once, with the rights of the day. */
import { tmpdir } from 'node:os';
import Type from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { problem, problems } from '../../kernel/index.ts';
import { holds, type Who } from '../access/contract.ts';
import { action } from '../action/action.ts';
import { transact } from '../action/transact.ts';
import { openFiles } from '../files/index.ts';
import { newId } from '../id.ts';
import { freeJobs, openQueue, type Queue, workOnce } from './index.ts';
import { LEASE_MS } from './work.ts';

const open = testDatabase();
let now = new Date('2026-02-10T02:00:00Z');
const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const { unwilling } = problems('test', { unwilling: problem<{ words: string }>(3, 409) });

const render = action({
  name: 'test.queue.render',
  queued: true,
  input: Type.Object({ words: Type.String(), again: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  async load() {},
  may: (who) => holds(who, ['office']),
  async run(_, { words }) {
    if (words.includes('不行')) throw unwilling({ words });
    return { words, at: now.toISOString() };
  },
  audit: ({ words }) => ({ about: words, detail: {} }),
});

const faults: unknown[] = [];
const keeping = () => ({ db: open().db, now: () => now, failed: (error: unknown) => void faults.push(error) });
const files = openFiles(tmpdir());
/** A process; one that dies says nothing any more, before its deed or after it. */
const process_ = (dies?: 'before' | 'after'): Queue =>
  openQueue(keeping(), [render], async (asked, by, input) => {
    if (dies === 'before') return new Promise(() => {});
    const out = await asked.perform({ db: open().db, files, ...by }, input);
    return dies === 'after' ? new Promise(() => {}) : out;
  });
const takeOver = () => workOnce({ ...keeping(), handlers: process_().handlers });
const all = <T>(work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(open().db, { tenant: 1, reach: '*' }, work);
const jobsOf = ({ account }: Who) =>
  all((tx) =>
    tx
      .selectFrom('job')
      .select(['state', 'attempts', 'outcome'])
      .where('author', '=', account)
      .orderBy('job')
      .execute(),
  );
const deedsOf = async ({ account }: Who) =>
  (await all((tx) => tx.selectFrom('audit').select(['about', 'person']).where('account', '=', account).execute())).map(
    ({ about, person }) => `${person} ${about}`,
  );

/** Of the office of unit 1. */
async function officer(person = '王岚'): Promise<Who> {
  const [account, post] = [newId(), newId()];
  const { db } = open();
  await db
    .insertInto('account')
    .values({ account, login: account, name: person, state: 'active', created_at: now } as never)
    .execute();
  const held = { post, unit: 1, dept: '', role: 'office' as const };
  await db
    .insertInto('post')
    .values({ ...held, account, tenant: 1, begins: '2026-01-01', created_at: now } as never)
    .execute();
  return { account, person, tenant: 1, posts: [{ ...held, reach: '*' }], reach: '*', address: '10.0.0.7' };
}
const ask = (queue: Queue, who: Who, words: string, key?: string) =>
  queue.perform(render as never, { who, now, ...(key === undefined ? {} : { key }) }, { words });
/** Asked of a process that dies under it. */
async function leave(who: Who, words: string, dies: 'before' | 'after', key?: string): Promise<void> {
  const before = (await jobsOf(who)).length;
  void ask(process_(dies), who, words, key);
  const isLeft = async () =>
    (await jobsOf(who)).length > before && (dies === 'before' || (await deedsOf(who)).length > 0);
  while (!(await isLeft())) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: now }).execute();
});

test('what does not fit is no job; a refusal is an answer, and nobody takes it over', async () => {
  const wang = await officer();
  await expect(process_().perform(render as never, { who: wang, now }, { other: 1 })).rejects.toMatchObject({
    code: 'platform.inputRefused',
  });
  expect(await jobsOf(wang)).toEqual([]);
  await expect(ask(process_(), wang, '不行')).rejects.toMatchObject({
    code: 'test.unwilling',
    data: { words: '不行' },
  });
  await expect(ask(process_(), { ...wang, posts: [] }, '无权')).rejects.toMatchObject({ code: 'platform.forbidden' });
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(0);
  expect(await jobsOf(wang)).toMatchObject([
    { state: 'done', outcome: { code: 'test.unwilling' } },
    { state: 'done', outcome: { code: 'platform.forbidden' } },
  ]);
  expect(await deedsOf(wang)).toEqual([]);
});

test('a fault is told to who asked and is not tried behind their back', async () => {
  const wang = await officer();
  const faulty = openQueue(keeping(), [render], () => Promise.reject(new Error('out of memory')));
  await expect(ask(faulty, wang, '报告')).rejects.toThrow('out of memory');
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(0);
  expect(await jobsOf(wang)).toMatchObject([{ state: 'failed', outcome: { code: 'bug' } }]);
});

test('after the process died it is done by another, in the name of who asked', async () => {
  const wang = await officer();
  await leave(wang, '报告', 'before');
  expect(await takeOver()).toBe(0);
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(1);
  expect(await deedsOf(wang)).toEqual(['王岚 报告']);
  expect(await jobsOf(wang)).toMatchObject([{ state: 'done', attempts: 2, outcome: null }]);
});

test('done just before the process died, it is not done again', async () => {
  const wang = await officer();
  await leave(wang, '报告', 'after');
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(1);
  expect(await deedsOf(wang)).toEqual(['王岚 报告']);
});

test('who asks again with their key is answered at once, and what was left of the first does nothing more', async () => {
  const wang = await officer();
  await leave(wang, '报告', 'before', 'key-1');
  const answer = await ask(process_(), wang, '报告', 'key-1');
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(1);
  expect(await ask(process_(), wang, '报告', 'key-1')).toEqual(answer);
  expect(await deedsOf(wang)).toEqual(['王岚 报告']);
});

test.each([
  [
    'whose post ended',
    'platform.forbidden',
    (who: Who) => open().db.updateTable('post').set({ ends: '2026-02-09' }).where('account', '=', who.account),
  ],
  [
    'whose account was closed',
    'access.accountClosed',
    (who: Who) => open().db.updateTable('account').set({ state: 'closed' }).where('account', '=', who.account),
  ],
  [
    'whose password was taken back',
    'platform.forbidden',
    (who: Who) => open().db.updateTable('account').set({ must_change: true }).where('account', '=', who.account),
  ],
])('for one %s meanwhile nothing is done', async (_, code, ended) => {
  const wang = await officer();
  await leave(wang, '报告', 'before');
  await ended(wang).execute();
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(1);
  expect(await deedsOf(wang)).toEqual([]);
  expect(await jobsOf(wang)).toMatchObject([{ state: 'done', outcome: { code } }]);
});

test('one who left a shared account asks for nothing any more; who is still there does', async () => {
  const shared = await officer('县教育局');
  const persons = await Promise.all(
    ['李强', '赵敏'].map(async (name) => {
      const person = newId();
      await open().db.insertInto('person').values({ account: shared.account, person, name, pin: 'x' }).execute();
      await leave({ ...shared, person: name }, name, 'before');
      return person;
    }),
  );
  await open()
    .db.updateTable('person')
    .set({ left_at: now })
    .where('person', '=', persons[0] ?? '')
    .execute();
  pass(LEASE_MS + 1);
  expect(await takeOver()).toBe(2);
  expect(await deedsOf(shared)).toEqual(['赵敏 赵敏']);
});

test('a process that is alone takes over at once; a job that ends each of them is left to people', async () => {
  const wang = await officer();
  await leave(wang, '报告', 'before');
  for (let begun = 2; begun <= 6; begun += 1) {
    await all((tx) => freeJobs(tx, 1));
    const dying = workOnce({ ...keeping(), handlers: process_('before').handlers });
    const settled = await Promise.race([dying, new Promise((resolve) => setTimeout(resolve, 300, 'dead'))]);
    expect(settled).toBe(begun <= 5 ? 'dead' : 0);
  }
  expect(await deedsOf(wang)).toEqual([]);
  const begunMost = all((tx) => tx.selectFrom('job').select(['state', 'outcome']).where('attempts', '=', 5).execute());
  expect(await begunMost).toMatchObject([{ state: 'failed', outcome: { code: 'platform.asideLost' } }]);
});

test('no fault was found on the way', () => {
  expect(faults).toEqual([]);
});
