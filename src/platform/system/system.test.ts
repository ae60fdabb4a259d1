import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerAddress, testDatabase } from '../../../test/support/database.ts';
import { testFiles } from '../../../test/support/files.ts';
import type { Role, Who } from '../access/contract.ts';
import { transact } from '../action/transact.ts';
import { openHeads } from '../audit/index.ts';
import { openFiles } from '../files/index.ts';
import { newId } from '../id.ts';
import { workOnce } from '../jobs/work.ts';
import {
  BACKUP_JOB,
  HOUSE_JOB,
  type Installation,
  keepHouse,
  makeBackup,
  startKeepingHouse,
  systemRoutes,
} from './index.ts';

const open = testDatabase();
const files = testFiles();
const dataDir = mkdtempSync(path.join(tmpdir(), 'luzhi-test-system-'));
let now = new Date('2026-02-10T02:00:00Z');
const who = (role: Role): Who => ({
  account: newId(),
  person: '陈系统',
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: [] }],
  reach: [],
  address: '',
});
let installation: Installation;
const act = (method: string, at: string, role: Role = 'systemAdmin', input: object = {}) => {
  const found = systemRoutes(installation).find((each) => each.method === method && each.path === at);
  return found?.action.perform({ db: open().db, files, who: who(role), now }, input) as Promise<never>;
};
const work = () =>
  workOnce({
    db: open().db,
    handlers: new Map([[BACKUP_JOB, makeBackup(installation)]]),
    now: () => now,
    failed: (error) => expect.unreachable(String(error)),
  });
interface Backups {
  readonly kept: readonly { readonly name: string; readonly size: number }[];
  readonly jobs: readonly { readonly state: string }[];
}

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: now }).execute();
  const ground = {
    owner: ownerAddress(open()),
    files,
    filesDir: path.join(dataDir, 'files'),
    heads: openHeads(dataDir),
  };
  installation = {
    version: '0.1.0',
    ground,
    dataDir,
    embedded: true,
    mail: false,
    scanner: false,
    singleSignOn: false,
  };
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('nobody but the system administrator sees how the system does, makes a backup or takes one away', async () => {
  for (const role of ['securityAdmin', 'auditAdmin', 'office', 'schemeAdmin'] as const)
    for (const { method, path: at, action } of systemRoutes(installation))
      await expect(
        action.perform({ db: open().db, files, who: who(role), now }, at.includes(':name') ? { name: 'x' } : {}),
        `${role} ${method} ${at}`,
      ).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('the state says what runs, where it lies and what is missing', async () => {
  expect(await act('GET', '/system')).toMatchObject({
    version: '0.1.0',
    database: { version: expect.stringMatching(/^1[5-9]/), embedded: true },
    disk: { free: expect.any(Number) },
    mail: { on: false, waiting: 0 },
    troubled: [],
  });
});

test('a backup is made behind the answer, one at a time, and then lies there to be taken away', async () => {
  await act('POST', '/system/backups');
  await expect(act('POST', '/system/backups')).rejects.toMatchObject({ code: 'system.backupUnderWay' });
  expect(await work()).toBe(1);
  const { kept, jobs } = (await act('GET', '/system/backups')) as Backups;
  expect(kept).toMatchObject([{ name: 'luzhi-2026-02-10T02-00-00.backup' }]);
  expect(jobs).toMatchObject([{ state: 'done' }]);
  const taken = await act('POST', '/system/backups/:name/take', 'systemAdmin', { name: kept[0]?.name });
  let size = 0;
  for await (const piece of (taken as { content: AsyncIterable<Uint8Array> }).content) size += piece.length;
  expect(size).toBe(kept[0]?.size);
  for (const name of ['../secret', 'luzhi-2020-01-01T00-00-00.backup'])
    await expect(act('POST', '/system/backups/:name/take', 'systemAdmin', { name })).rejects.toMatchObject({
      code: 'system.backupMissing',
    });
});

test('seven are kept; and where several prefectures share a system, none of them takes all away', async () => {
  for (let day = 11; day < 20; day += 1) {
    now = new Date(`2026-02-${day}T02:00:00Z`);
    await act('POST', '/system/backups');
    await work();
  }
  expect(readdirSync(path.join(dataDir, 'backups')).sort()).toHaveLength(7);
  await open().db.insertInto('tenant').values({ tenant: 2, code: '8813', name: '白沙市', created_at: now }).execute();
  await expect(
    act('POST', '/system/backups/:name/take', 'systemAdmin', { name: 'luzhi-2026-02-19T02-00-00.backup' }),
  ).rejects.toMatchObject({ code: 'system.severalTenants' });
});

test('once a day what nobody needs goes: ended sessions, done jobs, kept answers, uploads nobody named', async () => {
  const { db } = open();
  const { filesDir } = installation.ground;
  const disk = openFiles(filesDir);
  const [named, left, fresh] = await Promise.all(
    ['named', 'left', 'fresh'].map((words) => disk.put(new TextEncoder().encode(words))),
  );
  const placeOf = (filed?: { sha256: string }) =>
    path.join(filesDir, 'sha256', filed?.sha256.slice(0, 2) ?? '', filed?.sha256 ?? '');
  writeFileSync(path.join(filesDir, 'coming', 'broken-off'), 'half');
  const old = new Date(now.getTime() - 8 * 86_400_000);
  const sent = path.join(filesDir, 'sent', '1-somebody');
  mkdirSync(sent, { recursive: true });
  for (const name of ['never-named', 'of-today']) writeFileSync(path.join(sent, name), 'sent');
  for (const file of [
    placeOf(named),
    placeOf(left),
    path.join(filesDir, 'coming', 'broken-off'),
    path.join(sent, 'never-named'),
  ])
    utimesSync(file, old, old);
  utimesSync(placeOf(fresh), now, now);
  const account = newId();
  await db
    .insertInto('account')
    .values({ account, login: 'gone', name: '', state: 'active', created_at: old })
    .execute();
  const session = {
    account,
    tenant: 1,
    csrf: '',
    address: '',
    agent: '',
    created_at: old,
    seen_at: old,
    expires_at: old,
  };
  await db
    .insertInto('session')
    .values({ ...session, session: 'ended' })
    .execute();
  const all = <T>(work: Parameters<typeof transact<T>>[2]) => transact(db, { tenant: 1, reach: '*' }, work);
  await all(async (tx) => {
    const job = { tenant: 1, job: newId(), kind: 'old', input: 'null', state: 'done', due_at: old, created_at: old };
    await tx
      .insertInto('job')
      .values(job as never)
      .execute();
    const sent = { tenant: 1, account, sha256: left?.sha256 ?? '', at: old };
    await tx.insertInto('upload').values(sent).execute();
    const request = { tenant: 1, account, action: 'x', input: '', answer: 'null' };
    await tx
      .insertInto('request')
      .values([
        { ...request, key: 'old', at: old },
        { ...request, key: 'young', at: now },
      ])
      .execute();
    const row = { tenant: 1, entry: newId(), at: now, person: '', action: 'x', about: '', address: '' };
    await tx
      .insertInto('audit')
      .values({ ...row, detail: JSON.stringify({ sha256: named?.sha256 }) } as never)
      .execute();
  });
  await startKeepingHouse(db, now);
  await startKeepingHouse(db, now);
  now = new Date(now.getTime() + 86_400_001);
  const handlers = new Map([[HOUSE_JOB, keepHouse(db, installation)]]);
  const keep = () => workOnce({ db, handlers, now: () => now, failed: (error) => expect.unreachable(String(error)) });
  const mark = path.join(filesDir, 'database');
  writeFileSync(mark, 'another database');
  utimesSync(mark, old, old);
  // One of each of the two prefectures.
  expect(await keep()).toBe(2);
  expect(existsSync(placeOf(left)), 'another database kept the folder until now').toBe(true);
  utimesSync(mark, old, old);
  now = new Date(now.getTime() + 86_400_001);
  expect(await keep()).toBe(2);
  expect([named, left, fresh].map((filed) => existsSync(placeOf(filed)))).toEqual([true, false, true]);
  expect(readdirSync(path.join(filesDir, 'coming'))).toEqual([]);
  expect(readdirSync(sent)).toEqual(['of-today']);
  expect(await db.selectFrom('session').select('session').execute()).toEqual([]);
  const rows = await all(async (tx) => ({
    requests: await tx.selectFrom('request').select('key').execute(),
    jobs: await tx.selectFrom('job').select(['kind', 'state']).where('kind', 'in', ['old', HOUSE_JOB]).execute(),
  }));
  expect(rows.requests).toEqual([{ key: 'young' }]);
  expect(rows.jobs.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    `${HOUSE_JOB} done`,
    `${HOUSE_JOB} done`,
    `${HOUSE_JOB} waiting`,
  ]);
});
