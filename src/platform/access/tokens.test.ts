import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { addPerson as addShared, removePerson } from './accounts/persons.ts';
import { resetPassword } from './accounts/reset-password.ts';
import { listTokensOf, revokeTokensOf } from './accounts/tokens-of.ts';
import type { Who } from './contract.ts';
import { addPerson, addPrefecture, CITY, minutesLater, NOW, PASSWORD, performing, VAULT, YUNPING } from './fixture.ts';
import { addToken, listTokens, revokeToken } from './own/tokens.ts';
import { endPost } from './posts/end-post.ts';
import { signIn } from './sign-in.ts';
import { findToken, scopesAllow } from './tokens.ts';

const open = testDatabase();
beforeAll(() => addPrefecture(open().db));

const has = async (login: string, role: 'reporter' | 'office', unit: number) => {
  await addPerson(open().db, login, [[role, unit]]);
  const { who } = await signIn(open().db, VAULT, { login, password: PASSWORD, address: '', agent: '', now: NOW });
  return { who, on: performing(open().db, who) };
};
const found = (secret: string, now = NOW) => findToken(open().db, secret, now, '10.1.2.3');
const DAYS = 24 * 60;

test('a token opens nothing when it is guessed, expired, revoked, or its account closed', async () => {
  const { on, who } = await has('li_county', 'reporter', YUNPING);
  const add = (days: number) => addToken.perform(on, { name: '报表程序', rights: ['read'], days });
  expect(await found('luzhi_guess')).toBeUndefined();
  await expect(add(367)).rejects.toMatchObject({ code: 'platform.inputRefused' });
  const short = await add(1);
  expect(await found(short.secret, minutesLater(DAYS))).toBeUndefined();
  const revoked = await add(90);
  expect((await found(revoked.secret))?.who).toMatchObject({
    account: who.account,
    reach: who.reach,
    posts: who.posts,
  });
  await revokeToken.perform(on, { token: revoked.token });
  expect(await found(revoked.secret)).toBeUndefined();
  await expect(revokeToken.perform(on, { token: revoked.token })).rejects.toMatchObject({
    code: 'access.tokenUnknown',
  });
  const left = await add(90);
  await open().db.updateTable('account').set({ state: 'closed' }).where('account', '=', who.account).execute();
  expect(await found(left.secret)).toBeUndefined();
});

test('a token is held to stages there are; one that nobody knows is refused', async () => {
  const { on } = await has('held', 'office', CITY);
  const make = (stages: readonly string[]) => addToken.perform(on, { name: '取数', rights: ['read'], stages, days: 1 });
  await expect(make(['colect'])).rejects.toMatchObject({ code: 'platform.inputRefused' });
  await expect(make([])).rejects.toMatchObject({ code: 'platform.inputRefused' });
});

test('nobody sees or revokes a token of somebody else', async () => {
  const [wang, chen] = [await has('wang_city', 'office', CITY), await has('chen_city', 'office', CITY)];
  const { token, secret } = await addToken.perform(wang.on, { name: '汇总', rights: ['read', 'write'], days: 30 });
  expect(await listTokens.perform(chen.on, {})).toEqual([]);
  await expect(revokeToken.perform(chen.on, { token })).rejects.toMatchObject({ code: 'access.tokenUnknown' });
  const listed = await listTokens.perform(wang.on, {});
  expect(listed).toMatchObject([{ token, name: '汇总', scopes: ['read', 'write'] }]);
  expect(JSON.stringify(listed)).not.toContain(secret);
});

test('tokens end with a reset password, an ended post, a person who left, and when the security administrator says so', async () => {
  await addPerson(open().db, 'feng_security', [['securityAdmin', CITY]]);
  const enter = (login: string, more: object = {}) =>
    signIn(open().db, VAULT, { login, password: PASSWORD, address: '', agent: '', now: NOW, ...more });
  const security = performing(open().db, (await enter('feng_security')).who);
  const made = async (who: Who) =>
    (await addToken.perform(performing(open().db, who), { name: '程序', rights: ['read'], days: 9 })).secret;

  const reset = await has('tu_county', 'reporter', YUNPING);
  const first = await made(reset.who);
  await resetPassword.perform(security, { account: reset.who.account });
  await open().db.updateTable('account').set({ must_change: false }).where('login', '=', 'tu_county').execute();
  expect(await found(first)).toBeUndefined();

  const ended = await has('pan_county', 'reporter', YUNPING);
  const second = await made(ended.who);
  await endPost.perform(security, { post: ended.who.posts[0]?.post });
  expect(await found(second)).toBeUndefined();

  const shared = await addPerson(open().db, 'shared_county', [['reporter', YUNPING]]);
  const third = await made((await enter('shared_county')).who);
  const join = (name: string, pin: string) => addShared.perform(security, { account: shared, name, pin });
  const jia = await join('甲', '481516');
  expect(await found(third)).toBeUndefined();
  await join('乙', '592817');
  const [ofJia, ofYi] = [
    await made((await enter('shared_county', { person: '甲', pin: '481516' })).who),
    await made((await enter('shared_county', { person: '乙', pin: '592817' })).who),
  ];
  expect((await found(ofJia))?.who.person).toBe('甲');
  await removePerson.perform(security, { account: shared, person: jia.person });
  expect([await found(ofJia), (await found(ofYi))?.who.person]).toEqual([undefined, '乙']);

  const office = await has('sun_city', 'office', CITY);
  for (const action of [listTokensOf, revokeTokensOf])
    await expect(action.perform(office.on, { account: shared })).rejects.toMatchObject({ code: 'platform.forbidden' });
  expect(await listTokensOf.perform(security, { account: shared })).toMatchObject([{ name: '程序' }]);
  expect(await revokeTokensOf.perform(security, { account: shared })).toMatchObject({ revoked: 1 });
  expect(await found(ofYi)).toBeUndefined();
});

test.each([
  [['read'], 'collect.figures.list', false, true],
  [['read'], 'collect.figures.save', true, false],
  [['write'], 'collect.figures.list', false, false],
  [['read', 'write'], 'collect.figures.save', true, true],
  [['read', 'write', 'report'], 'collect.figures.save', true, false],
  [['read', 'collect'], 'collect.figures.list', false, true],
  [['read', 'write'], 'access.account.add', true, false],
  [['read', 'write', 'access'], 'access.account.add', true, true],
  [['collect'], 'collect.figures.list', false, false],
  [[], 'collect.figures.list', false, false],
])('scopes %j and %s (writes: %s): %s', (scopes, name, writes, allowed) => {
  expect(scopesAllow(scopes, { name, writes })).toBe(allowed);
});
