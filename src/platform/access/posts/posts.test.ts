import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Who } from '../contract.ts';
import {
  addPerson,
  addPrefecture,
  auditOf,
  CITY,
  LINHE,
  NOW,
  PASSWORD,
  performing,
  VAULT,
  YUNPING,
} from '../fixture.ts';
import { findSession } from '../session.ts';
import { signIn } from '../sign-in.ts';
import { endPost } from './end-post.ts';
import { givePost } from './give-post.ts';
import { handOverPosts } from './hand-over-posts.ts';

const open = testDatabase();
const db = () => open().db;
const enter = (login: string, now = NOW) =>
  signIn(db(), VAULT, { login, password: PASSWORD, address: '', agent: '', now, tenant: 1 });
const by = (who: Who) => performing(db(), who);
const refused = (code: string) => ({ code: `access.${code}` });
const LATER = new Date('2026-03-10T02:00:00Z');

let security: Who;
beforeAll(async () => {
  await addPrefecture(db());
  await addPrefecture(db(), 2, '白沙市');
  await addPerson(db(), 'feng_security', [['securityAdmin', CITY]]);
  security = (await enter('feng_security')).who;
});

const postsOf = (account: string) =>
  db()
    .selectFrom('post')
    .select(['post', 'role', 'unit', 'dept', 'begins', 'ends'])
    .where('account', '=', account)
    .orderBy('post')
    .execute();
const give = (account: string, post: object) => givePost.perform(by(security), { account, post });

test('nobody holds two of the three administrators, and an administrator holds no business', async () => {
  const system = await addPerson(db(), 'xu_system', [['systemAdmin', CITY]]);
  const office = await addPerson(db(), 'wang_city', [['office', CITY]]);
  for (const role of ['securityAdmin', 'auditAdmin']) {
    await expect(give(system, { unit: CITY, role })).rejects.toMatchObject({
      ...refused('adminsSeparate'),
      status: 409,
    });
  }
  await expect(give(system, { unit: CITY, role: 'office' })).rejects.toMatchObject(refused('adminHoldsNoBusiness'));
  await expect(give(office, { unit: CITY, role: 'auditAdmin' })).rejects.toMatchObject(refused('adminHoldsNoBusiness'));
  await expect(give(security.account, { unit: CITY, role: 'auditAdmin' })).rejects.toMatchObject(
    refused('adminsSeparate'),
  );
  const future = { unit: CITY, role: 'auditAdmin', begins: '2026-05-01' };
  await expect(give(office, future)).rejects.toMatchObject(refused('adminHoldsNoBusiness'));
  await db().updateTable('post').set({ ends: '2026-05-01' }).where('account', '=', office).execute();
  await expect(give(office, future)).resolves.toBeDefined();
});

test('two posts given to one account at once are still held apart', async () => {
  const account = await addPerson(db(), 'double', [['reader', LINHE]]);
  await db().updateTable('post').set({ ends: '2026-03-02' }).where('account', '=', account).execute();
  const both = await Promise.allSettled(
    ['systemAdmin', 'auditAdmin'].map((role) => give(account, { unit: CITY, role })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a post ends at once with its sessions, or on its day; not in the past, nor in another region', async () => {
  const account = await addPerson(db(), 'li_county', [['reporter', YUNPING]]);
  const [post] = await postsOf(account);
  const { secret } = await enter('li_county');
  const end = (input: object) => endPost.perform(by(security), { post: post?.post, ...input });
  await expect(end({ ends: '2026-03-01' })).rejects.toMatchObject(refused('postInPast'));
  const there = await addPerson(db(), 'bai_reporter', [['reporter', YUNPING]], 2);
  const [foreign] = await postsOf(there);
  await expect(end({ post: foreign?.post })).rejects.toMatchObject({ ...refused('postUnknown'), status: 404 });
  await end({ ends: '2026-03-05' });
  expect(await findSession(db(), secret, NOW)).toBeDefined();
  await end({});
  expect(await findSession(db(), secret, NOW)).toBeUndefined();
  await expect(enter('li_county')).rejects.toMatchObject(refused('noPost'));
  await expect(end({})).rejects.toMatchObject(refused('postUnknown'));
  expect((await auditOf(db(), account)).map(({ action, person }) => [action, person])).toEqual([
    ['access.signIn', 'li_county'],
    ['access.post.end', 'feng_security'],
    ['access.post.end', 'feng_security'],
    ['access.signIn.refused', 'li_county'],
  ]);
});

test('the last security administrator cannot be ended, and of two who end each other one stays', async () => {
  const [mine] = await postsOf(security.account);
  await expect(endPost.perform(by(security), { post: mine?.post })).rejects.toMatchObject(refused('lastSecurityAdmin'));
  const second = await addPerson(db(), 'han_security', [['securityAdmin', CITY]]);
  const [other] = await postsOf(second);
  const ends = await Promise.allSettled(
    [mine, other].map((post) => endPost.perform(by(security), { post: post?.post })),
  );
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('移交 moves all posts on one day or none', async () => {
  const [from, to, system] = [
    await addPerson(db(), 'old_finance', [
      ['reporter', CITY, 'CZ'],
      ['approver', LINHE],
    ]),
    await addPerson(db(), 'new_finance', [['reader', CITY]]),
    await addPerson(db(), 'only_system', [['systemAdmin', CITY]]),
  ];
  const handOver = (input: object) => handOverPosts.perform(by(security), { from, to, ...input });
  await expect(handOver({ to: from })).rejects.toMatchObject(refused('handOverToSelf'));
  await expect(handOver({ to: system })).rejects.toMatchObject(refused('adminHoldsNoBusiness'));
  await expect(handOver({ posts: [to] })).rejects.toMatchObject(refused('postUnknown'));
  expect((await postsOf(from)).map(({ ends }) => ends)).toEqual([null, null]);
  const { secret } = await enter('old_finance');
  await handOver({ day: '2026-03-10' });
  expect(await findSession(db(), secret, NOW)).toBeDefined();
  const taken = [
    { role: 'reporter', unit: CITY, dept: 'CZ', begins: '2026-03-10', ends: null },
    { role: 'approver', unit: LINHE, dept: '', begins: '2026-03-10', ends: null },
  ];
  expect((await postsOf(from)).map(({ ends }) => ends)).toEqual(['2026-03-10', '2026-03-10']);
  expect((await postsOf(to)).slice(1)).toMatchObject(taken);
  expect((await enter('new_finance')).who.posts).toHaveLength(1);
  expect((await enter('new_finance', LATER)).who.posts).toHaveLength(3);
  await expect(enter('old_finance', LATER)).rejects.toMatchObject(refused('noPost'));
  expect((await auditOf(db(), from)).filter(({ action }) => action === 'access.post.handOver')).toMatchObject([
    { person: 'feng_security', detail: { to, login: 'new_finance', day: '2026-03-10' } },
  ]);
});
