import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { auditOf, minutesLater, NOW, VAULT } from '../fixture.ts';
import { signIn } from '../sign-in.ts';
import { foundAdministrators } from './found-administrators.ts';

const open = testDatabase();
beforeAll(async () => {
  const row = { name: '清江市', created_at: NOW };
  await open()
    .db.insertInto('tenant')
    .values([
      { tenant: 1, code: '8801', ...row },
      { tenant: 2, code: '8802', ...row },
    ])
    .execute();
});

test('an empty tenant gets its three administrators once, also when two processes start together', async () => {
  const { db } = open();
  const both = await Promise.allSettled([1, 2].map(() => foundAdministrators(db, 1, 1, NOW)));
  expect(both.map((each) => each.status === 'rejected' && each.reason.code).sort()).toEqual([
    'access.alreadyFounded',
    false,
  ]);
  const again = await foundAdministrators(db, 2, 1, NOW);
  expect(again.map(({ login }) => login)).toEqual(['security-2', 'system-2', 'audit-2']);
});

test('their passwords are for one use and a fortnight', async () => {
  const { db } = open();
  await db.insertInto('tenant').values({ tenant: 3, code: '8803', name: '南', created_at: NOW }).execute();
  const [security] = await foundAdministrators(db, 3, 1, NOW);
  const asked = { login: security?.login ?? '', password: security?.password ?? '', address: '', agent: '' };
  const late = { ...asked, now: minutesLater(14 * 24 * 60) };
  await expect(signIn(db, VAULT, late)).rejects.toMatchObject({ code: 'access.signInRefused' });
  const { who, mustChange } = await signIn(db, VAULT, { ...asked, now: minutesLater(60) });
  expect([mustChange, who.posts]).toEqual([true, []]);
  expect((await auditOf(db, who.account, 3)).map(({ action, detail }) => [action, detail])).toEqual([
    ['access.administrator.found', { login: 'security-3', role: 'securityAdmin', means: 'first start' }],
    ['access.signIn.refused', { why: 'expired' }],
    ['access.signIn', { means: 'password' }],
  ]);
});
