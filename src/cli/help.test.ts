import { expect, test } from 'vitest';
import { luzhi } from '../../test/support/cli.ts';

test('--help behind a command shows its usage and what every command takes; behind a half one those that begin so', async () => {
  const one = await luzhi('scheme', 'check', '--help');
  expect([one.status, one.stderr]).toEqual([0, '']);
  expect(one.stdout.split('\n')[0]).toBe('luzhi scheme check DIR [--json]');
  expect(one.stdout).toContain('--all');
  expect(one.stdout).not.toContain('luzhi evaluate');
  const half = await luzhi('scheme', '--help');
  expect(half.stdout.match(/^luzhi \S+ \S+/gm)).toEqual([
    'luzhi scheme check',
    'luzhi scheme import',
    'luzhi scheme diff',
  ]);
  expect((await luzhi('--help')).stdout).toContain('--all');
});

test('help of a command that is not there is refused with those that are', async () => {
  const { status, stderr } = await luzhi('nothing', '--help');
  expect(status).toBe(2);
  expect(stderr).toContain('没有命令“nothing”');
});
