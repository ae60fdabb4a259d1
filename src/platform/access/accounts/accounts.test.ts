import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Role, Who } from '../contract.ts';
import {
  addPrefecture,
  auditOf,
  CITY,
  addPerson as hasAccount,
  LINHE,
  minutesLater,
  NOW,
  PASSWORD,
  performing,
  VAULT,
  YUNPING,
} from '../fixture.ts';
import { changePassword } from '../own/change-password.ts';
import { changePin } from '../own/change-pin.ts';
import { givePost } from '../posts/give-post.ts';
import { findSession } from '../session.ts';
import { type SignIn, signIn } from '../sign-in.ts';
import { addAccount } from './add-account.ts';
import { closeAccount } from './close-account.ts';
import { listAccounts } from './list-accounts.ts';
import { addPerson, removePerson, setPin } from './persons.ts';
import { resetPassword } from './reset-password.ts';

const open = testDatabase();
const db = () => open().db;
const enter = (login: string, password = PASSWORD, more: Partial<SignIn> = {}) =>
  signIn(db(), VAULT, { login, password, address: '10.1.2.3', agent: '', now: NOW, ...more });
const by = (who: Who, now = NOW) => performing(db(), who, now);

let security: Who;
let elsewhere: Who;
beforeAll(async () => {
  await addPrefecture(db());
  await addPrefecture(db(), 2, '白沙市');
  await hasAccount(db(), 'feng_security', [['securityAdmin', CITY]]);
  await hasAccount(db(), 'bai_security', [['securityAdmin', CITY]], 2);
  security = (await enter('feng_security')).who;
  elsewhere = (await enter('bai_security')).who;
});

const reporter = { unit: YUNPING, role: 'reporter' };
const refused = (code: string) => ({ code: `access.${code}` });

test.each([
  'reporter',
  'approver',
  'office',
  'verifier',
  'reader',
  'schemeAdmin',
  'systemAdmin',
  'auditAdmin',
] as const)('%s: keeps no accounts', async (role: Role) => {
  const login = `some_${role.toLowerCase()}`;
  await hasAccount(db(), login, [[role, CITY]]);
  const { who } = await enter(login);
  const forbidden = { code: 'platform.forbidden' };
  const account = who.account;
  const input = { login: 'made_up', name: '无名', post: reporter };
  await expect(addAccount.perform(by(who), input)).rejects.toMatchObject(forbidden);
  await expect(closeAccount.perform(by(who), { account })).rejects.toMatchObject(forbidden);
  await expect(resetPassword.perform(by(who), { account })).rejects.toMatchObject(forbidden);
  await expect(givePost.perform(by(who), { account, post: reporter })).rejects.toMatchObject(forbidden);
  await expect(addPerson.perform(by(who), { account, name: '何敏', pin: '481516' })).rejects.toMatchObject(forbidden);
});

test('a login in use, a malformed one, an unknown unit and two administrators in one are refused, and nothing is left', async () => {
  const add = (more: object) =>
    addAccount.perform(by(security), { login: 'li_new', name: '李强', post: reporter, ...more });
  await expect(add({ login: ' FENG_security' })).rejects.toMatchObject(refused('loginTaken'));
  await expect(add({ login: '-' })).rejects.toMatchObject(refused('loginForm'));
  await expect(add({ post: { ...reporter, unit: 99 } })).rejects.toMatchObject(refused('unitUnknown'));
  await expect(add({ post: { ...reporter, begins: '2026-03-01' } })).rejects.toMatchObject(refused('postInPast'));
  await expect(add({ post: { ...reporter, role: 'emperor' } })).rejects.toMatchObject({
    code: 'platform.inputRefused',
  });
  // A head of a letter is made of it.
  await expect(add({ mail: 'li@example.cn\r\nBcc: x@example.com' })).rejects.toMatchObject({
    code: 'platform.inputRefused',
  });
  await expect(add({ password: 'chosen by another' })).rejects.toMatchObject({ code: 'platform.inputRefused' });
  expect(await db().selectFrom('account').select('account').where('login', '=', 'li_new').execute()).toEqual([]);
});

test('a new account gets a one-time password, may do nothing before it is changed, and then works', async () => {
  const made = await addAccount.perform(
    { ...by(security), key: 'retry-1' },
    { login: 'Li_Yunping', name: '李强', post: reporter },
  );
  const first = await enter('ＬＩ_yunping ', made.password);
  expect([first.mustChange, first.who.posts]).toEqual([true, []]);
  const change = (old: string, password: string) => changePassword.perform(by(first.who), { old, password });
  await expect(change('not the one', '云屏县的第二场雨下得很久')).rejects.toMatchObject(refused('oldPasswordWrong'));
  await expect(change(made.password ?? '', 'li_yunping 2026')).rejects.toMatchObject(refused('passwordIsLogin'));
  await expect(change(made.password ?? '', made.password ?? '')).rejects.toMatchObject(refused('passwordSame'));
  await change(made.password ?? '', '云屏县的第二场雨下得很久');
  expect(await findSession(db(), first.secret, NOW)).toBeUndefined();
  const { who, mustChange } = await enter('li_yunping', '云屏县的第二场雨下得很久');
  expect([mustChange, who.person, who.posts.map(({ role, unit }) => [role, unit])]).toEqual([
    false,
    '李强',
    [['reporter', YUNPING]],
  ]);
  const audit = await auditOf(db(), made.account);
  expect(audit.map(({ action, person }) => [action, person])).toEqual([
    ['access.account.add', 'feng_security'],
    ['access.signIn', '李强'],
    ['access.password.change', '李强'],
    ['access.signIn', '李强'],
  ]);
  const kept = await db().selectFrom('request').selectAll().execute();
  expect(JSON.stringify([audit, kept])).not.toContain(made.password);
});

test('guessing the old password locks as at sign-in', async () => {
  const account = await hasAccount(db(), 'gu_office', [['office', CITY]]);
  const { who } = await enter('gu_office');
  const change = (old: string) => changePassword.perform(by(who), { old, password: '一个足够长的新密码啊' });
  for (let i = 0; i < 5; i += 1) await expect(change(`guess ${i}`)).rejects.toMatchObject(refused('oldPasswordWrong'));
  await expect(change(PASSWORD)).rejects.toMatchObject({
    code: 'access.accountLocked',
    status: 423,
    data: { minutes: 1 },
  });
  await changePassword.perform(by(who, minutesLater(2)), { old: PASSWORD, password: '一个足够长的新密码啊' });
  const row = await db().selectFrom('account').selectAll().where('account', '=', account).executeTakeFirstOrThrow();
  expect([row.failures, row.locked_until]).toEqual([0, null]);
});

test('a reset gives a one-time password, ends lock and sessions; another region cannot take the account over by it', async () => {
  const account = await hasAccount(db(), 'shared_verifier', [['verifier', CITY]]);
  await expect(resetPassword.perform(by(elsewhere), { account })).rejects.toMatchObject(refused('accountUnknown'));
  await givePost.perform(by(elsewhere), { account, post: { unit: CITY, role: 'verifier' } });
  await expect(resetPassword.perform(by(elsewhere), { account })).rejects.toMatchObject(refused('accountElsewhere'));
  await expect(closeAccount.perform(by(elsewhere), { account })).rejects.toMatchObject(refused('accountElsewhere'));
  const { secret } = await enter('shared_verifier', PASSWORD, { tenant: 1 });
  await db()
    .updateTable('account')
    .set({ locked_until: minutesLater(30), failures: 9 })
    .where('account', '=', account)
    .execute();
  const { password } = await resetPassword.perform(by(security), { account });
  expect(await findSession(db(), secret, NOW)).toBeUndefined();
  expect((await enter('shared_verifier', password, { tenant: 1 })).mustChange).toBe(true);
  expect((await auditOf(db(), account)).map(({ action }) => action)).toContain('access.password.reset');
});

test('a closed account is out at once, keeps its record and cannot be opened again', async () => {
  const account = await hasAccount(db(), 'ex_reporter', [['reporter', LINHE]]);
  const { secret } = await enter('ex_reporter');
  const { ended } = await closeAccount.perform(by(security), { account });
  expect(ended).toHaveLength(1);
  expect(await findSession(db(), secret, NOW)).toBeUndefined();
  await expect(enter('ex_reporter')).rejects.toMatchObject(refused('signInRefused'));
  await expect(resetPassword.perform(by(security), { account })).rejects.toMatchObject(refused('accountClosed'));
  await expect(givePost.perform(by(security), { account, post: reporter })).rejects.toMatchObject(
    refused('accountClosed'),
  );
  const listed = await listAccounts.perform(by(security), {});
  expect(listed.find(({ login }) => login === 'ex_reporter')).toMatchObject({
    state: 'closed',
    posts: [{ ends: '2026-03-02' }],
  });
});

test('the last security administrator stays', async () => {
  await expect(closeAccount.perform(by(security), { account: security.account })).rejects.toMatchObject(
    refused('lastSecurityAdmin'),
  );
});

test('persons of a shared account come, change their PIN, have it blocked and renewed, and leave', async () => {
  const account = await hasAccount(db(), 'linhe_office', [['reporter', LINHE]]);
  const before = await enter('linhe_office');
  const add = (name: string, pin: string) => addPerson.perform(by(security), { account, name, pin });
  await expect(add('何敏', '123456')).rejects.toMatchObject(refused('pinCommon'));
  await expect(add('何敏', '4815')).rejects.toMatchObject({ code: 'platform.inputRefused' });
  const { person } = await add('何敏', '481516');
  await expect(add('何敏', '902734')).rejects.toMatchObject(refused('personTaken'));
  expect(await findSession(db(), before.secret, NOW)).toBeUndefined();
  const { who } = await enter('linhe_office', PASSWORD, { person: '何敏', pin: '481516' });
  const change = (old: string) => changePin.perform(by(who), { old, pin: '730194' });
  for (let i = 0; i < 5; i += 1) await expect(change('111222')).rejects.toMatchObject(refused('pinRefused'));
  await expect(change('481516')).rejects.toMatchObject(refused('pinBlocked'));
  await setPin.perform(by(security), { account, person, pin: '592817' });
  await changePin.perform(by(who), { old: '592817', pin: '730194' });
  await enter('linhe_office', PASSWORD, { person: '何敏', pin: '730194' });
  await removePerson.perform(by(security), { account, person });
  await expect(setPin.perform(by(security), { account, person, pin: '592817' })).rejects.toMatchObject(
    refused('personUnknown'),
  );
  await expect(enter('linhe_office')).rejects.toMatchObject(refused('noPersonLeft'));
  expect((await auditOf(db(), account)).map(({ action, person: name }) => [action, name])).toEqual([
    ['access.signIn', 'linhe_office'],
    ['access.person.add', 'feng_security'],
    ['access.signIn', '何敏'],
    ['access.person.setPin', 'feng_security'],
    ['access.pin.change', '何敏'],
    ['access.signIn', '何敏'],
    ['access.person.remove', 'feng_security'],
    ['access.signIn.refused', 'linhe_office'],
  ]);
});

test('accounts are listed page by page, with their posts here alone and no secrets', async () => {
  const all = await listAccounts.perform(by(security), {});
  const page = await listAccounts.perform(by(security), { limit: 2 });
  const next = await listAccounts.perform(by(security), { limit: 2, after: page[1]?.login });
  expect([...page, ...next]).toEqual(all.slice(0, 4));
  expect(all.map(({ login }) => login)).not.toContain('bai_security');
  expect(JSON.stringify(all)).not.toContain('argon2');
  await expect(listAccounts.perform(by((await enter('some_office')).who), {})).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
});
