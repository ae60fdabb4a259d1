/** On the real programs. As root the server runs as another user; the cases that need root are there only then. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type Problem, sayWith } from '../../kernel/index.ts';
import { copyApart, openApart } from './apart.fixture.ts';
import { type Connection, type Embedded, EmbeddedProblem, messages, openEmbedded } from './index.ts';
import { markOf } from './process-mark.ts';
import { ensureRoom } from './room.ts';

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = 65534;
const BUSY = "select count(*) as n from pg_stat_activity where state = 'active' and query like 'do %'";
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporary(mode = 0o711): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-embedded-'));
  folders.push(folder);
  chmodSync(folder, mode);
  return folder;
}

/** One cluster for the cases that do not make their own: each opens it and leaves it stopped. */
const shared = path.join(temporary(), 'data');
const open = (dataDir = shared, events: string[] = []): Promise<Embedded> =>
  openEmbedded({ dataDir, log: (event) => events.push(event) });

async function ask(connection: Connection, ...statements: string[]): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client(connection);
  // A server killed on purpose is told by the query that was under way.
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: pg.QueryResult['rows'] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const isSentence = (code: string, data: object): void => {
  for (const table of [messages.zh, messages.en]) {
    const sentence = sayWith(table)({ code, data: data as Record<string, string> });
    expect(sentence).not.toMatch(/undefined|\[object|[!！]/);
    expect(sentence.length).toBeGreaterThan(20);
  }
};

async function refusal(opening: () => unknown): Promise<{ code: string; data: object }> {
  try {
    await opening();
  } catch (error) {
    const { code, data } = error as Problem;
    isSentence(code, data);
    return { code, data };
  }
  throw new Error('nothing was refused');
}

async function refusedApart(...how: Parameters<typeof openApart>): Promise<{ code: string; data: object }> {
  const { child, said } = openApart(...how);
  const answer = await said;
  child.stdin?.end();
  if (!('refused' in answer)) throw new Error('nothing was refused');
  isSentence(answer.refused, answer.data);
  return { code: answer.refused, data: answer.data };
}

async function openedApart(...how: Parameters<typeof openApart>) {
  const { child, said, exited } = openApart(...how);
  const answer = await said;
  if ('refused' in answer) throw new Error(answer.refused);
  return { child, exited, ...answer };
}

const postmasterOf = ({ where }: Pick<Embedded, 'where'>): number =>
  Number(readFileSync(path.join(where.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);

test('a folder that cannot be made is refused and named', async () => {
  const file = path.join(temporary(), 'file');
  writeFileSync(file, '');
  const folder = path.join(file, 'data');
  expect(await refusal(() => open(folder))).toEqual({
    code: 'platform.embedded.folderRefused',
    data: { folder, fault: 'ENOTDIR' },
  });
});

test('a folder that may only be read is refused and named', async () => {
  const folder = temporary(0o555);
  const { code, data } = await refusedApart(folder, AS_ROOT ? { uid: NOBODY } : {});
  expect([code, data]).toEqual(['platform.embedded.folderRefused', { folder, fault: 'EACCES' }]);
});

test('without the database programs, the answer says how to get them', async () => {
  const folder = temporary();
  const source = copyApart(folder, { binaries: false });
  const { code } = await refusedApart(path.join(folder, 'data'), { source });
  expect(code).toBe('platform.embedded.binariesMissing');
});

test('a disk with too little room is refused before anything is written', async () => {
  const folder = temporary();
  const needed = 2 ** 40;
  const { code, data } = await refusal(() => ensureRoom(folder, needed));
  expect(code).toBe('platform.embedded.noRoom');
  expect(data).toMatchObject({ folder, needed });
});

test('of two that start at once, one opens and the other is told who holds the folder', async () => {
  const folder = path.join(temporary(), 'data');
  const both = [openApart(folder), openApart(folder)];
  const answers = await Promise.all(both.map(({ said }) => said));
  const winner = both[answers.findIndex((answer) => 'connection' in answer)];
  const refused = answers.find((answer) => 'refused' in answer);
  expect(refused).toMatchObject({ refused: 'platform.embedded.held', data: { folder, pid: winner?.child.pid } });
  for (const { child } of both) child.stdin?.end();
  await Promise.all(both.map(({ exited }) => exited));
});

test('a folder opened in this process is not opened again before it is stopped', async () => {
  const first = await open();
  expect(await refusal(() => open())).toMatchObject({ code: 'platform.embedded.held', data: { pid: process.pid } });
  await first.stop();
  await (await open()).stop();
});

test('data of another major version is left as it is', async () => {
  const { where, stop } = await open();
  await stop();
  const version = path.join(where.cluster, 'PG_VERSION');
  writeFileSync(version, '17\n');
  expect(await refusal(() => open())).toEqual({
    code: 'platform.embedded.otherVersion',
    data: { folder: where.cluster, found: '17', wanted: '18' },
  });
  writeFileSync(version, '18\n');
});

test('a server that does not start says why, and the folder is free again', async () => {
  const { where, stop } = await open();
  await stop();
  const settings = path.join(where.cluster, 'postgresql.conf');
  const before = readFileSync(settings);
  writeFileSync(settings, 'no_such_setting = 1\n');
  const { code, data } = await refusal(() => open());
  expect(code).toBe('platform.embedded.notStarted');
  expect(data).toMatchObject({ log: where.log, fault: expect.stringContaining('configuration file') });
  writeFileSync(settings, before);
  await (await open()).stop();
});

test('a folder for the socket that somebody else has made is not used', async () => {
  const { connection, stop } = await open();
  await stop();
  writeFileSync(connection.host, '');
  const { code, data } = await refusal(() => open());
  rmSync(connection.host);
  expect([code, data]).toEqual([
    'platform.embedded.socketFolder',
    { folder: connection.host, fault: expect.stringContaining('EEXIST') },
  ]);
  await (await open()).stop();
});

test('every problem has its sentence in both languages', () => {
  const codes = Object.values(EmbeddedProblem).map((make) => make({} as never).code);
  expect(Object.keys(messages.zh)).toEqual(codes);
  expect(Object.keys(messages.en)).toEqual(codes);
});

if (AS_ROOT) {
  test('a database whose folder was closed later is named, and no empty one is put in its place', async () => {
    const { where, stop } = await open();
    await stop();
    const above = path.dirname(shared);
    chmodSync(above, 0o700);
    const { code, data } = await refusal(() => open());
    chmodSync(above, 0o711);
    expect([code, data]).toEqual(['platform.embedded.unreachable', { folder: where.cluster, user: where.user }]);
  });

  test('a user number without an account is refused', async () => {
    const folder = temporary(0o777);
    const { code, data } = await refusedApart(path.join(folder, 'data'), { uid: 54_321 });
    expect([code, data]).toEqual(['platform.embedded.noAccount', { uid: 54_321 }]);
  });

  test('the database of another user is not opened', async () => {
    const { where, stop } = await open();
    await stop();
    chmodSync(shared, 0o777);
    const { code, data } = await refusedApart(shared, { uid: NOBODY });
    expect(code).toBe('platform.embedded.ownedByOther');
    expect(data).toMatchObject({ folder: where.cluster, owner: where.user, user: 'nobody' });
  });

  test('an ordinary user opens by a copy where the programs are closed to writing', async () => {
    const folder = temporary(0o755);
    const source = copyApart(folder, { binaries: true });
    const dataDir = path.join(folder, 'data');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o777);
    const { child, exited, connection, where } = await openedApart(dataDir, { source, uid: NOBODY });
    expect(where.user).toBe('nobody');
    expect(path.dirname(where.binaries)).toBe(dataDir);
    expect(statSync(where.cluster).uid).toBe(NOBODY);
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    child.stdin?.end();
    await exited;
  });

  test('under a closed home, programs and data lie where the server can reach them, the next time too', async () => {
    const home = temporary(0o700);
    const source = copyApart(home, { binaries: true });
    const dataDir = path.join(home, 'data');
    const first = await openedApart(dataDir, { source });
    folders.push(path.dirname(first.where.cluster));
    expect(first.where.cluster).toMatch(/^\/var\/lib\/luzhi\/\w+\/pg18$/);
    expect(first.where.binaries).toMatch(/^\/var\/lib\/luzhi\/\w+\/native-/);
    await ask(first.connection, 'create table kept as select 7 as n');
    first.child.stdin?.end();
    await first.exited;
    const second = await openedApart(dataDir, { source });
    expect(await ask(second.connection, 'select n from kept')).toEqual([{ n: 7 }]);
    second.child.stdin?.end();
    await second.exited;
    // Opened up later, the folder is not mistaken for an empty one.
    chmodSync(home, 0o711);
    const third = await openedApart(dataDir, { source });
    expect(third.where.cluster).toBe(first.where.cluster);
    expect(await ask(third.connection, 'select n from kept')).toEqual([{ n: 7 }]);
    third.child.stdin?.end();
    await third.exited;
    // Moved, it takes its database along; a new folder in its old place does not.
    const moved = path.join(home, 'moved');
    renameSync(dataDir, moved);
    const fourth = await openedApart(moved, { source });
    expect(await ask(fourth.connection, 'select n from kept')).toEqual([{ n: 7 }]);
    fourth.child.stdin?.end();
    await fourth.exited;
    const copy = path.join(home, 'copy');
    cpSync(moved, copy, { recursive: true });
    const { cluster: database } = first.where;
    expect(await refusedApart(copy, { source })).toEqual({
      code: 'platform.embedded.databaseOfOther',
      data: { folder: copy, database, other: moved },
    });
    rmSync(path.dirname(database), { recursive: true });
    expect(await refusedApart(moved, { source })).toEqual({
      code: 'platform.embedded.databaseMissing',
      data: { folder: moved, database },
    });
  });

  test('a data folder made at the start holds its database and moves with it', async () => {
    const folder = path.join(temporary(), 'new', 'data');
    const { connection, where, stop } = await open(folder);
    expect(where.cluster).toBe(path.join(folder, 'pg18'));
    await ask(connection, 'create table kept as select 7 as n');
    await stop();
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    const again = await open(moved);
    expect(await ask(again.connection, 'select n from kept')).toEqual([{ n: 7 }]);
    await again.stop();
  });
}

test('after the system was killed, what was committed is there and what was not is gone', async () => {
  const { child, exited, connection, where } = await openedApart(shared);
  const orphan = postmasterOf({ where });
  await ask(connection, 'create table saved (n int)', 'insert into saved values (1)');
  const writing = new pg.Client(connection);
  writing.on('error', () => {});
  await writing.connect();
  await writing.query('begin');
  await writing.query('insert into saved values (2)');
  child.kill('SIGKILL');
  await exited;
  expect(markOf(orphan)).toBeDefined();

  const events: string[] = [];
  const again = await open(shared, events);
  expect(events).toEqual(['embedded.orphan', 'embedded.ready']);
  expect(markOf(orphan)).toBeUndefined();
  expect(await ask(again.connection, 'select n from saved')).toEqual([{ n: 1 }]);
  await again.stop();
});

test('a start cut off while the database was being made is begun anew', async () => {
  const folder = path.join(temporary(), 'data');
  const { child, exited } = openApart(folder);
  const begun = (): boolean => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('pg18.new'));
  while (!begun()) await pause(5);
  child.kill('SIGKILL');
  await exited;
  const { connection, stop } = await open(folder);
  expect(await ask(connection, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(begun()).toBe(false);
  await stop();
});

test('a server killed by itself is started again, and its data is there', async () => {
  const events: string[] = [];
  const opened = await open(shared, events);
  await ask(opened.connection, 'create table after_fall as select 3 as n');
  const busy = ask(opened.connection, 'do $$ begin loop end loop; end $$').catch(() => 'cut off');
  while ((await ask(opened.connection, BUSY))[0].n === '0') await pause(10);
  process.kill(postmasterOf(opened), 'SIGKILL');
  while (events.filter((event) => event === 'embedded.ready').length < 2) await pause(10);
  expect(events).toContain('embedded.fell');
  expect(await busy).toBe('cut off');
  expect(await ask(opened.connection, 'select n from after_fall')).toEqual([{ n: 3 }]);
  await opened.stop();
});

test('the number of a dead server, now of a stranger, keeps nobody out', async () => {
  const { where, stop } = await open();
  await stop();
  const { uid, gid } = statSync(where.cluster);
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(AS_ROOT ? { uid, gid } : {}) });
  await once(stranger, 'spawn');
  writeFileSync(path.join(where.cluster, 'postmaster.pid'), `${stranger.pid}\n${where.cluster}\n1\n5432\n\n\n`);
  const again = await open();
  expect(markOf(stranger.pid ?? 0)).toBeDefined();
  stranger.kill();
  await again.stop();
});

test('a lost password file locks nobody out', async () => {
  const first = await open();
  await first.stop();
  rmSync(path.join(path.dirname(first.where.cluster), 'pg18.password'));
  const { connection, stop } = await open();
  expect(connection.password).not.toBe(first.connection.password);
  expect(await ask(connection, 'select current_user as name')).toEqual([{ name: 'luzhi' }]);
  await stop();
});

test('a long path with Chinese and spaces opens, and nobody gets in without the password', async () => {
  const dataDir = path.join(temporary(), '清江市 教育督导室', '履职 评价 数据'.repeat(12), 'x'.repeat(150), '数据');
  const { connection, where, stop } = await open(dataDir);
  expect(where.cluster).toBe(path.join(dataDir, 'pg18'));
  expect(lstatSync(connection.host).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(dataDir, 'pg18.password')).mode & 0o777).toBe(0o600);
  expect(await ask(connection, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  await expect(ask({ ...connection, password: 'guessed' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await stop();
});

test('stopping leaves no process and no socket, and stopping twice is stopping', async () => {
  const opened = await open();
  const pid = postmasterOf(opened);
  await Promise.all([opened.stop(), opened.stop()]);
  expect(markOf(pid)).toBeUndefined();
  expect(existsSync(opened.connection.host)).toBe(false);
  const left = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout ?? '';
  expect(left).not.toContain(opened.where.cluster);
});
