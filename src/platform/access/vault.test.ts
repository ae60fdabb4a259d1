import { expect, test } from 'vitest';
import { openVault } from './vault.ts';

const vault = openVault('the secret of this installation');
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

test('a locked secret opens for its own row in its own installation alone', () => {
  const locked = vault.lock(SECRET, 'li');
  expect(locked).not.toContain(SECRET);
  expect(vault.open(locked, 'li')).toBe(SECRET);
  expect(openVault('the secret of this installation').open(locked, 'li')).toBe(SECRET);
  expect(vault.open(locked, 'wang')).toBeUndefined();
  expect(openVault('another').open(locked, 'li')).toBeUndefined();
});

test('one secret locked twice looks different, and nothing tells that it is the same', () => {
  expect(vault.lock(SECRET, 'li')).not.toBe(vault.lock(SECRET, 'li'));
});

test.each(['', 'v1.', 'v1.AAAA', SECRET, 'v2.AAAA'])('%j, which was never locked here, opens to nothing', (text) => {
  expect(vault.open(text, 'li')).toBeUndefined();
});

test('a lock of which one letter was changed opens to nothing', () => {
  const locked = vault.lock(SECRET, 'li');
  for (const at of [3, 20, 30, locked.length - 2]) {
    const other = locked[at] === 'A' ? 'B' : 'A';
    expect(vault.open(locked.slice(0, at) + other + locked.slice(at + 1), 'li')).toBeUndefined();
  }
});
