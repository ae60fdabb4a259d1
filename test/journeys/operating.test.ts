/** docs/operating.md as it stands: behind a proxy that ends TLS, with an identity provider, a nightly backup, a restore. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { browse, identityProvider, type Provider } from '../support/oidc.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'src/cli/main.ts');
const HOME = 'https://luzhi.example.cn';
const BACK = `${HOME}/api/v1/oidc/back`;
const folder = temporaryFolder();
const page = readFileSync(path.join(ROOT, 'docs/operating.md'), 'utf8');
const here = (words: string): string => words.replaceAll('/srv/', `${folder}/`).replaceAll('/backup/', `${folder}/`);
/** Lines of the page's plain code blocks, below a heading. */
const linesBelow = (heading: string): readonly string[] =>
  [...(page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/^```\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map(here);

let provider: Provider;
let environment: NodeJS.ProcessEnv;
let server: ChildProcess;
let address: string;
const passwords = new Map<string, string>();

function luzhi(line: string) {
  const [, ...words] = line.split(' ');
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    encoding: 'utf8',
    env: environment,
  });
  return { status, stdout, stderr };
}

/** The page's own line, on a free port; gives what was said until it was open. */
async function start(): Promise<string> {
  const [line = ''] = linesBelow('Start');
  const words = line
    .replace(/--port \d+/, '--port 0')
    .split(' ')
    .slice(1);
  server = spawn(process.execPath, [MAIN, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let faults = '';
  server.stderr?.on('data', (piece) => {
    faults += piece;
  });
  address = await new Promise((resolve, reject) => {
    server.stdout?.on('data', (piece) => {
      said += piece;
      for (const [, login = '', password = ''] of said.matchAll(/^ {2}(\S+)\t(\S+)\t.*$/gm))
        passwords.set(login, password);
      const found = /履职已开启：(\S+)/.exec(said)?.[1];
      if (found !== undefined) setTimeout(() => resolve(found), 200);
    });
    server.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}${faults}`)));
  });
  return said;
}
async function stop(): Promise<void> {
  if (server.exitCode !== null) return;
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await once(server, 'exit');
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** As the proxy of the page hands it on: its `Host`, and who came appended to whatever they claimed. */
function ask(method: string, at: string, headers: Record<string, string> = {}, body?: object): Promise<Reply> {
  const { port } = new URL(address);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' };
  const proxied = { host: 'luzhi.example.cn', 'x-forwarded-for': '6.6.6.6, 10.9.8.7' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, method, path: at, headers: { ...proxied, ...type, ...headers } },
      async (answer) => {
        let text = '';
        for await (const piece of answer) text += piece;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      },
    );
    asked.on('error', reject);
    asked.end(payload);
  });
}
const cookieOf = ({ headers }: Reply, name: string): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .find((each) => each.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** Signed in with a password of one's own: the one-time one is changed first. */
async function enter(login: string): Promise<Record<string, string>> {
  const signIn = async (password: string): Promise<Record<string, string>> => {
    const reply = await ask('POST', '/api/v1/session', {}, { login, password });
    expect(reply.status, reply.text).toBe(201);
    return { cookie: cookieOf(reply, '__Host-luzhi'), 'x-csrf-token': JSON.parse(reply.text).csrf };
  };
  const old = passwords.get(login) ?? '';
  const own = '石榴花开在教育局院里';
  if (old === own) return signIn(own);
  const first = await signIn(old);
  expect((await ask('POST', '/api/v1/own/password', first, { old, password: own })).status).toBe(200);
  passwords.set(login, own);
  return signIn(own);
}

beforeAll(async () => {
  provider = await identityProvider({ clientId: 'luzhi', clientSecret: 'of the provider', redirect: BACK }, 'wang.lan');
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('LUZHI_'));
  environment = {
    ...Object.fromEntries(own),
    LANG: 'zh_CN.UTF-8',
    LUZHI_HOME: HOME,
    LUZHI_PROXIES: '127.0.0.1',
    LUZHI_METRICS_TOKEN: '0f3a9c5e7b1d4826a0c4e8f2b6d09713',
    LUZHI_OIDC_ISSUER: provider.issuer,
    LUZHI_OIDC_CLIENT: 'luzhi',
    LUZHI_OIDC_SECRET: 'of the provider',
  };
  await start();
});
afterAll(async () => {
  await stop();
  provider.close();
});

test('what cannot be read of the settings ends the start with a sentence', () => {
  const before = environment;
  environment = { ...before, LUZHI_HOME: 'luzhi.example.cn' };
  const told = luzhi(`bin/luzhi serve --data ${folder}/other --port 0`);
  environment = before;
  expect([told.status, told.stdout]).toEqual([2, '']);
  expect(told.stderr).toMatch(/LUZHI_HOME.*https:/);
});

test('under another name nothing is answered, and metrics want their token', async () => {
  const foreign = await ask('GET', '/api/v1/openapi.json', { host: 'evil.example' });
  expect([foreign.status, JSON.parse(foreign.text).code]).toEqual([421, 'server.hostUnknown']);
  expect((await ask('GET', '/metrics')).status).toBe(403);
});

test('by TLS cookies are bound to this host, browsers told to stay with TLS, and who came is who the proxy saw', async () => {
  const reply = await ask('POST', '/api/v1/session', {}, { login: 'system', password: passwords.get('system') });
  expect(reply.status, reply.text).toBe(201);
  expect([reply.headers['set-cookie']].flat().join()).toMatch(/^__Host-luzhi=.*HttpOnly; Secure; SameSite=Strict/);
  expect(reply.headers['strict-transport-security']).toMatch(/max-age=31536000; includeSubDomains/);
  const mine = await ask('GET', '/api/v1/sessions', { cookie: cookieOf(reply, '__Host-luzhi') });
  expect(mine.text).not.toContain('6.6.6.6');
  const own = await enter('system');
  const sessions = JSON.parse((await ask('GET', '/api/v1/sessions', own)).text);
  expect(sessions.map(({ address }: { address: string }) => address)).toEqual(['10.9.8.7']);
});

test('the identity provider brings back who is registered, and nobody else', async () => {
  const go = async (): Promise<Reply> => {
    const away = await ask('GET', '/api/v1/oidc');
    expect(away.status, away.text).toBe(302);
    const url = await browse(String(away.headers.location), BACK);
    const { pathname, search } = new URL(url);
    return ask('GET', pathname + search, { cookie: cookieOf(away, '__Host-luzhi-oidc') });
  };
  const stranger = await go();
  expect([stranger.status, JSON.parse(stranger.text).code]).toEqual([403, 'access.identityUnknown']);
  const system = await enter('system');
  const unit = { code: '881200', name: '清江市', kind: 'prefecture', attributes: {} };
  const units = await ask('POST', '/api/v1/units', system, { begins: '2024-01-01', units: [unit] });
  expect(units.status, units.text).toBeLessThan(300);
  const security = await enter('security');
  const account = { login: 'wang_lan', name: '王岚', identity: `${provider.issuer} wang.lan` };
  const added = await ask('POST', '/api/v1/accounts', security, { ...account, post: { unit: 1, role: 'auditAdmin' } });
  expect(added.status, added.text).toBe(201);
  const back = await go();
  expect(back.status).toBe(200);
  const who = await ask('GET', '/api/v1/session', { cookie: cookieOf(back, '__Host-luzhi') });
  expect(JSON.parse(who.text)).toMatchObject({ person: '王岚' });
});

/** `curl` of the page, asked by ourselves: not every machine has one. */
async function curl(line: string, token: string): Promise<number> {
  const words = line
    .replaceAll('$LUZHI_TOKEN', token)
    .replaceAll('$LUZHI_METRICS_TOKEN', environment.LUZHI_METRICS_TOKEN ?? '');
  const headers = [...words.matchAll(/-H "([^:]+): ([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  const [, method = 'GET'] = / -X (\w+)/.exec(words) ?? [];
  const { pathname } = new URL(/http:\S+/.exec(words)?.[0] ?? '');
  const reply = await ask(method, pathname, Object.fromEntries(headers));
  return reply.status;
}

test('every command of the page runs: the nightly backup beside it, then stopped, restored, opened again', async () => {
  const backup = linesBelow('Backup');
  const restore = linesBelow('Restore, and another machine');
  expect([backup.length, restore.length]).toEqual([4, 2]);
  await stop();
  const [token = ''] = backup.filter((line) => line.includes('token create')).map((line) => luzhi(line).stdout.trim());
  expect(token).toMatch(/^luzhi_/);
  await start();
  for (const line of [...backup, ...linesBelow('Watching it')].filter((each) => each.startsWith('curl')))
    expect(await curl(line, token), line).toBeLessThan(300);
  await stop();
  for (const line of [...backup, ...restore].filter(
    (each) => each.startsWith('bin/') && !each.includes('token create'),
  )) {
    const { status, stderr } = luzhi(line);
    expect(status, `${line}\n${stderr}`).toBe(0);
    if (line.startsWith('bin/luzhi backup')) expect(stderr).toContain(`${folder}/luzhi/secret`);
  }
  expect(await start()).toContain('账号和密码已在首次开启时给出');
}, 600_000);
