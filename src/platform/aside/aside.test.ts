import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { Who } from '../access/contract.ts';
import type { Action } from '../action/action.ts';
import { transact } from '../action/transact.ts';
import { newId } from '../id.ts';
import { tell, write } from './actions.fixture.ts';
import { type Aside, openAside } from './aside.ts';

const open = testDatabase();
const NOW = new Date('2026-02-10T02:00:00Z');
const wang: Who = { account: newId(), person: '王岚', tenant: 1, posts: [], reach: '*', address: '10.0.0.7' };
const lost: unknown[] = [];
const openThreads = (restMs?: number): Aside =>
  openAside({
    entry: new URL('./thread.fixture.ts', import.meta.url),
    ground: open().address,
    ...(restMs === undefined ? {} : { restMs }),
    failed: (error) => lost.push(error),
  });
const ask = (of: Aside, words: string, who = wang, action: Action = tell as never, key?: string) =>
  of.perform(action as never, { who, now: NOW, ...(key === undefined ? {} : { key }) }, { words }) as Promise<{
    asked: number;
  }>;
let aside: Aside;

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
  aside = openThreads();
});
afterAll(() => aside.close());

test('what is refused there is refused here: the same problem with its data, place and findings', async () => {
  await expect(ask(aside, '拒绝')).rejects.toMatchObject({
    name: 'Problem',
    code: 'test.refused',
    status: 409,
    data: { words: '拒绝' },
    at: { file: '甲.xlsx' },
    findings: [{ code: 'test.found' }],
  });
  await expect(ask(aside, '来了', { ...wang, person: '生人' })).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(aside.perform(tell as never, { who: wang, now: NOW }, { other: 1 })).rejects.toMatchObject({
    code: 'platform.inputRefused',
  });
});

test('a fault keeps what the door tells it by; an answer that cannot be carried is one', async () => {
  await expect(ask(aside, '断网')).rejects.toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' });
  await expect(ask(aside, '无法复制')).rejects.toThrow(/could not be cloned/);
});

test('answers come whole, with numbers past 2^53 and times; what is kept there is there at the next', async () => {
  const one = await ask(aside, '甲');
  expect(one).toMatchObject({ words: '甲', person: '王岚', tenant: 1, now: NOW, big: 2n ** 60n });
  expect((await ask(aside, '乙')).asked).toBe(one.asked + 1);
});

test('an answer that only goes on to a browser comes as its JSON', async () => {
  const printed = await aside.print(tell as never, { who: wang, now: NOW }, { words: '甲' });
  expect(JSON.parse(Buffer.from(printed).toString('utf8'))).toMatchObject({ words: '甲', big: String(2n ** 60n) });
  await expect(aside.print(tell as never, { who: wang, now: NOW }, { words: '拒绝' })).rejects.toMatchObject({
    code: 'test.refused',
  });
});

test('a write is done once for a key, with its audit row', async () => {
  const twice = [1, 2].map(() => ask(aside, '记一笔', wang, write as never, 'key-1'));
  expect(await Promise.all(twice)).toEqual([{ words: '记一笔' }, { words: '记一笔' }]);
  const rows = await transact(open().db, wang, (tx) =>
    tx.selectFrom('audit').select('about').where('action', '=', 'test.aside.write').execute(),
  );
  expect(rows).toEqual([{ about: '记一笔' }]);
});

test('a thread that dies takes no one along: who waited is told, and the next is answered by another', async () => {
  const waiting = ask(aside, '等');
  await expect(Promise.all([waiting, ask(aside, '停')])).rejects.toMatchObject({
    code: 'platform.asideLost',
    status: 503,
  });
  await expect(waiting).rejects.toMatchObject({ code: 'platform.asideLost' });
  expect(lost).toHaveLength(1);
  expect((await ask(aside, '甲')).asked).toBe(1);
});

test('unused for a time it ends and gives its memory back; asked again it begins anew', async () => {
  const resting = openThreads(20);
  await ask(resting, '甲');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await ask(resting, '甲')).asked).toBe(1);
  await resting.close();
  expect(lost).toHaveLength(1);
});

test('closing waits for what is under way and takes nothing more', async () => {
  const closing = openThreads();
  const under = ask(closing, '等');
  await closing.close();
  expect(await under).toMatchObject({ words: '等' });
  await expect(ask(closing, '甲')).rejects.toMatchObject({ code: 'platform.asideLost' });
});
