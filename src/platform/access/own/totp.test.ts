import { generateSync } from 'otplib';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { addPerson, addPrefecture, auditOf, CITY, minutesLater, NOW, PASSWORD, performing, VAULT } from '../fixture.ts';
import { type SignIn, signIn } from '../sign-in.ts';
import { disableTotp, enableTotp, offerTotp } from './totp.ts';

const open = testDatabase();
beforeAll(() => addPrefecture(open().db));

const enter = (more: Partial<SignIn> = {}) =>
  signIn(open().db, VAULT, { login: 'wang_city', password: PASSWORD, address: '', agent: '', now: NOW, ...more });

test('one-time codes are switched on with a code and the password, asked for from then on, and switched off', async () => {
  const account = await addPerson(open().db, 'wang_city', [['office', CITY]]);
  const on = performing(open().db, (await enter()).who);
  const { secret, address } = await offerTotp.perform(on, {});
  expect(address).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
  const codeAt = (at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });
  const enable = (more: object) =>
    enableTotp(VAULT).perform(on, { secret, code: codeAt(NOW), password: PASSWORD, ...more });
  await expect(enable({ password: 'not the one' })).rejects.toMatchObject({ code: 'access.oldPasswordWrong' });
  await expect(enable({ code: codeAt(minutesLater(60)) })).rejects.toMatchObject({ code: 'access.totpCodeWrong' });
  await expect(enable({ secret: 'SHORT' })).rejects.toMatchObject({ code: 'platform.inputRefused' });
  await enter();
  await enable({});
  const { totp } = await open().db.selectFrom('account').select('totp').executeTakeFirstOrThrow();
  expect(totp).not.toContain(secret);
  await expect(enter()).rejects.toMatchObject({ code: 'access.totpWanted' });
  await expect(enter({ totp: codeAt(NOW) })).rejects.toMatchObject({ code: 'access.totpRefused' });
  const later = minutesLater(1);
  await enter({ now: later, totp: codeAt(later) });
  await disableTotp.perform(on, { password: PASSWORD });
  await enter({ now: later });
  const audit = await auditOf(open().db, account);
  expect(audit.map(({ action }) => action).filter((action) => action.startsWith('access.totp'))).toEqual([
    'access.totp.enable',
    'access.totp.disable',
  ]);
  expect(JSON.stringify(audit)).not.toContain(secret);
});
