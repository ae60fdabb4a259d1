import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newId } from '../id.ts';
import { forgetAttempts } from './attempts.ts';
import * as place from './fixture.ts';
import { addPerson, addPrefecture, auditOf, minutesLater, NOW, PASSWORD, VAULT } from './fixture.ts';
import { hashPassword } from './password.ts';
import { findSession } from './session.ts';
import { type SignIn, signIn } from './sign-in.ts';
import { countForeignTotp, lockTotpSecrets } from './totp.store.ts';
import { openVault } from './vault.ts';

const open = testDatabase();
let ready: Promise<void> | undefined;
const db = async () => {
  ready ??= addPrefecture(open().db);
  await ready;
  return open().db;
};
const as = (login: string, more: Partial<SignIn> = {}): SignIn => ({
  login,
  password: PASSWORD,
  address: '10.1.2.3',
  agent: 'test',
  now: NOW,
  ...more,
});

test('an unknown login, a wrong password, a closed and a locked account are refused alike', async () => {
  const on = await db();
  const closed = await addPerson(on, 'closed_zhou', [['office', place.CITY]]);
  await on.updateTable('account').set({ state: 'closed' }).where('account', '=', closed).execute();
  const locked = await addPerson(on, 'locked_wu', [['office', place.CITY]]);
  const until = minutesLater(5);
  await on.updateTable('account').set({ locked_until: until, failures: 7 }).where('account', '=', locked).execute();
  await addPerson(on, 'wang_city', [['office', place.CITY]]);
  const refusal = { code: 'access.signInRefused', status: 401, data: {} };
  const refusals = [
    as('nobody'),
    as('wang_city', { password: 'wrong and long' }),
    as('closed_zhou'),
    as('locked_wu'),
  ].map((asked) => expect(signIn(on, VAULT, asked)).rejects.toMatchObject(refusal));
  await Promise.all(refusals);
  expect((await auditOf(on, locked)).map(({ action, detail }) => [action, detail])).toEqual([
    ['access.signIn.refused', { why: 'locked' }],
  ]);
});

test('guessing locks the account, also when all guesses come at once, and a right password later lets in', async () => {
  const on = await db();
  const account = await addPerson(on, 'li_county', [['reporter', place.YUNPING]]);
  const guesses = Array.from({ length: 12 }, (_, i) =>
    signIn(on, VAULT, as('li_county', { password: `guess number ${i}` })),
  );
  const codes = (await Promise.allSettled(guesses)).map((each) => each.status === 'rejected' && each.reason.code);
  expect(new Set(codes)).toEqual(new Set(['access.signInRefused']));
  const looked = (await auditOf(on, account)).filter(({ detail }) => (detail as { why: string }).why === 'password');
  expect(looked).toHaveLength(5);
  await expect(signIn(on, VAULT, as('li_county'))).rejects.toMatchObject({ code: 'access.signInRefused' });
  const { who } = await signIn(on, VAULT, as('li_county', { now: minutesLater(2) }));
  expect(who).toMatchObject({ account, person: 'li_county', tenant: 1, address: '10.1.2.3' });
  const after = await on.selectFrom('account').selectAll().where('account', '=', account).executeTakeFirstOrThrow();
  expect([after.failures, after.locked_until]).toEqual([0, null]);
});

test('twenty people who sign in to one account in the same moment all come in', async () => {
  const on = await db();
  await addPerson(on, 'county_shared', [['reporter', place.YUNPING]]);
  const all = await Promise.all(Array.from({ length: 20 }, () => signIn(on, VAULT, as('county_shared'))));
  expect(new Set(all.map(({ secret }) => secret)).size).toBe(20);
});

test('an account without a post today, or with posts in two regions and none chosen, is told so after its password', async () => {
  const on = await db();
  const idle = await addPerson(on, 'zhao_former', [['office', place.CITY]]);
  await on.updateTable('post').set({ ends: '2026-03-02' }).where('account', '=', idle).execute();
  await expect(signIn(on, VAULT, as('zhao_former'))).rejects.toMatchObject({ code: 'access.noPost', status: 403 });
  expect((await auditOf(on, idle)).map(({ detail }) => detail)).toEqual([{ why: 'noPost' }]);
  await addPrefecture(on, 2, '白沙市');
  const both = await addPerson(on, 'sun_province', [['verifier', place.CITY]]);
  await on
    .insertInto('post')
    .values({
      post: newId(),
      account: both,
      tenant: 2,
      unit: 1,
      role: 'verifier',
      begins: '2026-01-01',
      created_at: NOW,
    })
    .execute();
  await expect(signIn(on, VAULT, as('sun_province'))).rejects.toMatchObject({
    code: 'access.tenantWanted',
    data: { tenants: ['1 清江市', '2 白沙市'] },
  });
  expect((await signIn(on, VAULT, as('sun_province', { tenant: 2 }))).who.tenant).toBe(2);
  await expect(signIn(on, VAULT, as('sun_province', { tenant: 3 }))).rejects.toMatchObject({ code: 'access.noPost' });
});

test('a one-time code is asked for, opens once, and is guessed no more often than a password', async () => {
  const on = await db();
  const account = await addPerson(on, 'chen_city', [['securityAdmin', place.CITY]]);
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await on.updateTable('account').set({ totp: secret }).where('account', '=', account).execute();
  await lockTotpSecrets(on, VAULT);
  const stored = await on.selectFrom('account').select('totp').where('account', '=', account).executeTakeFirstOrThrow();
  expect(stored.totp).not.toContain(secret);
  await lockTotpSecrets(on, VAULT);
  const codeAt = (at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });
  await expect(signIn(on, VAULT, as('chen_city'))).rejects.toMatchObject({ code: 'access.totpWanted' });
  const once = [1, 2, 3].map(() => signIn(on, VAULT, as('chen_city', { totp: codeAt(NOW) })));
  const verdicts = (await Promise.allSettled(once)).map((each) => each.status === 'rejected' && each.reason.code);
  expect(verdicts.sort()).toEqual(['access.totpRefused', 'access.totpRefused', false]);
  await forgetAttempts(on, account);
  await expect(signIn(on, VAULT, as('chen_city', { totp: codeAt(NOW) }))).rejects.toMatchObject({
    code: 'access.totpRefused',
  });
  const elsewhere = openVault('another machine');
  expect([await countForeignTotp(on, VAULT), await countForeignTotp(on, elsewhere)]).toEqual([0, 1]);
  await expect(signIn(on, elsewhere, as('chen_city', { totp: codeAt(NOW) }))).rejects.toMatchObject({
    code: 'access.totpForeign',
    status: 409,
  });
  // A code not given takes no failure back that a wrong one has cost.
  for (const totp of ['abcdef', undefined, '000000']) {
    const code = totp === undefined ? 'access.totpWanted' : 'access.totpRefused';
    await expect(signIn(on, VAULT, as('chen_city', { totp }))).rejects.toMatchObject({ code });
  }
  const guesses = [1, 2, 3, 4].map((i) => signIn(on, VAULT, as('chen_city', { totp: `12345${i}` })));
  await Promise.allSettled(guesses);
  await expect(signIn(on, VAULT, as('chen_city', { totp: codeAt(NOW) }))).rejects.toMatchObject({
    code: 'access.signInRefused',
  });
});

test('a shared account asks who is there; a PIN given wrongly too often is blocked', async () => {
  const on = await db();
  const account = await addPerson(on, 'yunping_first_school', [['reporter', place.YUNPING_SCHOOL]]);
  for (const [name, pin] of [
    ['何敏', '481516'],
    ['罗刚', '902734'],
  ] as const) {
    await on
      .insertInto('person')
      .values({ account, person: newId(), name, pin: await hashPassword(pin) })
      .execute();
  }
  await expect(signIn(on, VAULT, as('yunping_first_school'))).rejects.toMatchObject({
    code: 'access.personWanted',
    data: { persons: ['何敏', '罗刚'] },
  });
  const { who, secret } = await signIn(on, VAULT, as('yunping_first_school', { person: '何敏', pin: '481516' }));
  expect([who.account, who.person]).toEqual([account, '何敏']);
  expect((await findSession(on, secret, NOW))?.who.person).toBe('何敏');
  const guesses = Array.from({ length: 7 }, () =>
    signIn(on, VAULT, as('yunping_first_school', { person: '罗刚', pin: '481516' })),
  );
  const codes = (await Promise.allSettled(guesses)).map((each) => each.status === 'rejected' && each.reason.code);
  expect(codes.filter((code) => code === 'access.pinRefused').length).toBeLessThanOrEqual(5);
  await expect(signIn(on, VAULT, as('yunping_first_school', { person: '罗刚', pin: '902734' }))).rejects.toMatchObject({
    code: 'access.pinBlocked',
    status: 423,
  });
  expect((await auditOf(on, account)).at(0)).toMatchObject({
    action: 'access.signIn',
    person: '何敏',
    detail: { means: 'password+pin' },
  });
});

test('a one-time password opens a session that holds no post until it is changed', async () => {
  const on = await db();
  const account = await addPerson(on, 'new_qian', [['office', place.CITY]]);
  await on.updateTable('account').set({ must_change: true }).where('account', '=', account).execute();
  const { who, mustChange, secret } = await signIn(on, VAULT, as('new_qian'));
  expect([mustChange, who.posts, who.reach]).toEqual([true, [], []]);
  expect((await findSession(on, secret, NOW))?.who.posts).toEqual([]);
});
