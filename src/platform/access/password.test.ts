import { expect, test } from 'vitest';
import { checkPassword, checkPin, hashPassword, oneTimePassword, verifyPassword } from './password.ts';

const fault = (password: string, login = 'li_county'): string | undefined => {
  try {
    checkPassword(password, login);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['short', 'access.passwordShort'],
  ['九个字的密码还不够长', undefined],
  ['九个字的密码不够长', 'access.passwordShort'],
  ['my Li_County 2026', 'access.passwordIsLogin'],
  ['Password123', 'access.passwordCommon'],
  ['Luzhi123456', 'access.passwordCommon'],
  ['jiaoyu123456', 'access.passwordCommon'],
  ['ababababababab', 'access.passwordCommon'],
  ['x'.repeat(201), 'access.passwordLong'],
  ['correct horse battery', undefined],
])('password %s: %s', (password, code) => expect(fault(password)).toBe(code));

test.each(['123456', '000000', '111222', '654321'])('PIN %s is too simple', (pin) => {
  expect(() => checkPin(pin)).toThrow(expect.objectContaining({ code: 'access.pinCommon' }));
});

test('hashes are argon2id with 19 MiB and two passes, and know their password however it was typed', async () => {
  const composed = 'caf\u00e9 in the old town';
  const hash = await hashPassword(composed);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, composed.normalize('NFD'))).toBe(true);
  expect(await verifyPassword(hash, 'something else')).toBe(false);
  expect(await verifyPassword(undefined, composed)).toBe(false);
  expect(await verifyPassword(null, '')).toBe(false);
});

test('one-time passwords pass the rules and differ', () => {
  const made = Array.from({ length: 50 }, oneTimePassword);
  expect(made.map((password) => fault(password)).filter(Boolean)).toEqual([]);
  expect(new Set(made).size).toBe(50);
});
