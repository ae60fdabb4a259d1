/** The first start through `luzhi serve`: whole or not at all, and its passwords are seen. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { firstStart, openApp } from '../../src/app/index.ts';
import { temporaryFolder } from '../support/cli.ts';
import { emptyDatabase } from '../support/database.ts';
import { serve } from '../support/serve.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const folder = temporaryFolder();
const empty = emptyDatabase();
const PASSWORDS = /^ {2}(?:security|system|audit)\t\S{8,}\t/gm;

const listening = (): Promise<{ port: number; server: Server }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve({ port: (server.address() as { port: number }).port, server }));
  });

function ended(...words: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...words], {
    env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      said += piece;
    });
  return new Promise((resolve) => child.once('exit', (status) => resolve({ status, said })));
}

test('a taken port ends the start with a sentence, and the next start still shows the passwords', async () => {
  const { port, server } = await listening();
  const data = path.join(folder, 'taken');
  const refused = await ended('--data', data, '--port', String(port));
  server.close();
  expect(refused).toMatchObject({ status: 3 });
  expect(refused.said).toContain('已被占用');
  const { said, stop } = await serve(data);
  await stop();
  expect(said.match(PASSWORDS)).toHaveLength(3);
});

test('a first start that was cut off is cleared and begun anew; one that was whole is left alone', async () => {
  const { host, port, user, password, database } = empty();
  const databaseUrl = `postgres://${user}:${password}@${encodeURIComponent(String(host))}:${port}/${database}`;
  const app = await openApp({
    dataDir: path.join(folder, 'cut'),
    databaseUrl,
    log: { level: 'error' },
    now: () => new Date(),
  });
  const { db } = app.database;
  const logins = async () =>
    (await db.selectFrom('account').select('login').orderBy('login').execute()).map(({ login }) => login);
  try {
    // Cut off where passwords are shown: nobody can have seen them.
    const cut = firstStart(app, false, () => {
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    await db.updateTable('account').set({ login: 'half' }).where('login', '=', 'audit').execute();
    const both = await Promise.all([firstStart(app, false), firstStart(app, false)]);
    expect(both.map((each) => each.length).sort()).toEqual([0, 3]);
    expect(await logins()).toEqual(['audit', 'security', 'system']);
    expect(await firstStart(app, true)).toEqual([]);
  } finally {
    await app.close();
  }
});

test('an empty key and a folder that cannot be made end the start with a sentence', async () => {
  const emptied = path.join(folder, 'emptied');
  mkdirSync(emptied);
  writeFileSync(path.join(emptied, 'secret'), '');
  const keyless = await ended('--data', emptied, '--port', '0');
  expect(keyless).toMatchObject({ status: 3 });
  expect(keyless.said).toContain('是空的');
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const nowhere = await ended('--data', path.join(file, 'data'), '--port', '0');
  expect(nowhere).toMatchObject({ status: 3 });
  expect(nowhere.said).toContain('无法写入数据文件夹');
  for (const { said } of [keyless, nowhere]) expect(said).not.toMatch(/\bat .*\.ts:|node:/);
});

const disk = path.join(folder, 'disk');
const mounted = (options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'luzhi-test', disk]).status === 0;

/** Only root mounts, and not in every container. */
function onDisk(options: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(disk, { recursive: true });
  if (!mounted(options)) return Promise.resolve();
  return work().finally(() => spawnSync('umount', [disk]));
}

test('a disk that is full leaves no half key, and one that may only be read is named', async () => {
  await onDisk('size=64k', async () => {
    writeFileSync(path.join(disk, 'full'), new Uint8Array(60_000));
    writeFileSync(path.join(disk, 'fuller'), 'x');
    const full = await ended('--data', path.join(disk, 'data'), '--port', '0');
    expect(full).toMatchObject({ status: 3 });
    expect(full.said).toMatch(/磁盘剩余 \d+ MB/);
    expect(existsSync(path.join(disk, 'data', 'secret'))).toBe(false);
  });
  await onDisk('ro', async () => {
    const closed = await ended('--data', disk, '--port', '0');
    expect(closed).toMatchObject({ status: 3 });
    expect(closed.said).toContain('EROFS');
  });
});
