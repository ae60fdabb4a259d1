import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/operating.md'), 'utf8');
const [, block = ''] = /```env\n([\s\S]*?)```/.exec(page) ?? [];
const told = Object.fromEntries(
  block
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test.each([
  ['LUZHI_HOME', 'luzhi.example.cn'],
  ['LUZHI_HOME', 'ftp://luzhi.example.cn'],
  ['LUZHI_HOME', 'https://example.cn/luzhi/'],
  ['LUZHI_HOME', 'https://user:pass@example.cn'],
  ['LUZHI_PROXIES', 'all'],
  ['LUZHI_PROXIES', '10.1.2.0/33'],
  ['LUZHI_PROXIES', '0.0.0.0/0'],
  ['LUZHI_PROXIES', '127.0.0.1,'],
  ['LUZHI_METRICS_TOKEN', 'short'],
  ['LUZHI_OIDC_ISSUER', 'http://id.example.cn'],
  ['LUZHI_OIDC_ISSUER', 'http://127.0.0.1.evil.example'],
])('%s=%s ends the start', (setting, value) => {
  expect(() => readSettings({ ...told, [setting]: value })).toThrowError(
    expect.objectContaining({ code: 'cli.settingUnreadable', data: expect.objectContaining({ setting }) }),
  );
});

test.each(['LUZHI_OIDC_CLIENT', 'LUZHI_OIDC_SECRET', 'LUZHI_HOME'])(
  'a provider without %s ends the start',
  (setting) => {
    expect(() => readSettings({ ...told, [setting]: '' })).toThrowError(
      expect.objectContaining({ code: 'cli.settingMissing', data: { setting, by: 'LUZHI_OIDC_ISSUER' } }),
    );
  },
);

test('no refusal repeats a secret', () => {
  try {
    readSettings({ ...told, LUZHI_METRICS_TOKEN: 'hunter2' });
  } catch (error) {
    return expect(JSON.stringify(error)).not.toContain('hunter2');
  }
  return expect.unreachable('a token of seven letters was taken');
});

test('the settings of the page are read as it tells them, and nothing is set without them', () => {
  expect(readSettings(told)).toMatchObject({
    home: new URL('https://luzhi.example.cn'),
    proxies: ['127.0.0.1'],
    mail: { from: 'luzhi@example.cn' },
    scanner: '/opt/luzhi/scan',
    oidc: { issuer: 'https://id.example.cn', clientId: 'luzhi', clientSecret: 'from-the-provider' },
    databaseUrl: 'postgres://luzhi:password@10.1.2.9/luzhi',
  });
  expect(readSettings({})).toEqual({});
});

test('the page names every setting the server reads, and no other', () => {
  const source = readFileSync(path.join(import.meta.dirname, 'settings.ts'), 'utf8');
  const read = new Set([...source.matchAll(/LUZHI_[A-Z_]+/g)].map(([name]) => name));
  expect(Object.keys(told).sort()).toEqual([...read].sort());
});
