import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, ownerAddress, testDatabase } from '../../../test/support/database.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { dropWorkbook, openYear } from '../../../test/support/year.ts';
import { openHeads } from '../audit/index.ts';
import { openDatabase } from '../db/prepare.ts';
import { openFiles, sealAudit, verifyAudit } from '../index.ts';
import { restoreBackup, writeBackup } from './index.ts';

const open = testDatabase();
const [first, second, third, fourth] = [emptyDatabase(), emptyDatabase(), emptyDatabase(), emptyDatabase()];
const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NOW = new Date('2026-03-01T00:00:00Z');
const file = path.join(folder, '备份.luzhi');
const groundOf = (owner: pg.ClientConfig, name: string) => {
  const filesDir = path.join(folder, name);
  const heads = openHeads(path.join(folder, `heads of ${name}`));
  return { owner, files: openFiles(filesDir), filesDir, heads };
};
const here = () => groundOf(ownerAddress(open()), 'here');

/** Every row of every table, as text, in one order. */
async function contentOf(owner: pg.ClientConfig): Promise<readonly string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const all: string[] = [];
  for (const { name } of tables.filter(({ name }) => name !== 'migration')) {
    const { rows } = await client.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${name} t order by 1`,
    );
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  await client.end();
  return all;
}

beforeAll(async () => {
  const year = await openYear(open());
  const li = await year.person('李晨', 'reporter', '云屏县');
  await dropWorkbook(year, li, '云屏县_2025.xlsx');
  await ownerOf(
    open(),
    `insert into job (tenant, job, kind, input, state, due_at, created_at) values (1, gen_random_uuid(), 'a job that needs nothing', 'null', 'waiting', now(), now())`,
  );
  await here().files.put(new TextEncoder().encode('佐证：决算批复\n'));
  await sealAudit(open().db, 1, NOW, { heads: here().heads });
  await writeBackup(here(), file, NOW);
});

test('a backup is not written over another file, and one that fails leaves nothing', async () => {
  const taken = path.join(folder, 'nowhere', '备份.luzhi');
  await expect(writeBackup(here(), taken, NOW)).rejects.toMatchObject({ code: 'backup.notWritten' });
});

test('what is no backup, is cut off or was changed is refused, and the database stays empty', async () => {
  const refused = async (name: string, content: Uint8Array) => {
    const bad = path.join(folder, name);
    writeFileSync(bad, content);
    const ground = groundOf(first(), `files of ${name}`);
    const code = await restoreBackup(ground, bad, NOW).then(
      () => 'restored',
      ({ code }) => code,
    );
    expect(existsSync(ground.filesDir), `${name} leaves files`).toBe(false);
    return code;
  };
  const whole = readFileSync(file);
  expect(await refused('text', Buffer.from('hello'))).toBe('backup.unreadable');
  expect(await refused('cut', whole.subarray(0, whole.length - 200))).toBe('backup.damaged');
  const lines = gunzipSync(whole).toString('latin1');
  const changed = lines.replace('"typed":"', '"typed":"9');
  expect(changed).not.toBe(lines);
  expect(await refused('changed', gzipSync(Buffer.from(changed, 'latin1')))).toBe('backup.damaged');
  const newer = lines.replace('"migrations":[', '"migrations":[{"name":"2999-01-01-later.sql","hash":"0"},');
  expect(await refused('newer', gzipSync(Buffer.from(newer, 'latin1')))).toBe('backup.newer');
  expect((await contentOf(first())).filter((row) => !row.startsWith('migration'))).toEqual([]);
});

test('restored on an empty machine, every row, every file and the audit chain are the same', async () => {
  const there = groundOf(second(), 'there');
  // A restore that was cut off has left a content; it is in nobody's way.
  await there.files.put(new TextEncoder().encode('佐证：决算批复\n'));
  const restored = await restoreBackup(there, file, NOW);
  expect(restored.files).toBe(1);
  expect(restored.rows).toBeGreaterThan(500);
  expect(await contentOf(second())).toEqual(await contentOf(ownerAddress(open())));
  const opened = await openDatabase(second(), 'only for tests');
  const heads = await there.heads.read();
  expect(heads?.heads.length).toBe(2);
  expect(await verifyAudit(opened.db, 1, { heads, files: there.files })).toMatchObject({ tail: 0, findings: [] });
  await opened.close();
  await expect(restoreBackup(there, file, NOW)).rejects.toMatchObject({ code: 'backup.notEmpty' });
  await expect(restoreBackup(groundOf(second(), 'elsewhere'), file, NOW)).rejects.toMatchObject({
    code: 'backup.notEmpty',
  });
});

test('a backup of what was restored holds the same again', async () => {
  const again = path.join(folder, 'again.luzhi');
  await writeBackup({ ...groundOf(second(), 'there') }, again, NOW);
  await restoreBackup(groundOf(third(), 'third'), again, NOW);
  expect(await contentOf(third())).toEqual(await contentOf(second()));
});

test('who was let in before the backup is not let in by what was restored', async () => {
  const account = (await open().db.selectFrom('account').select('account').executeTakeFirstOrThrow()).account;
  await ownerOf(
    open(),
    `insert into session (session, account, tenant, csrf, created_at, seen_at, expires_at, address, agent)
       values ('${'a'.repeat(64)}', '${account}', 1, 'x', now(), now(), now() + interval '1 hour', '', '')`,
  );
  await ownerOf(
    open(),
    `insert into token (token, account, tenant, name, scopes, created_at, expires_at)
       values ('${'b'.repeat(64)}', '${account}', 1, '程序', '{read}', now(), now() + interval '9 days')`,
  );
  const later = path.join(folder, 'later.luzhi');
  await writeBackup(here(), later, NOW);
  await restoreBackup(groundOf(fourth(), 'fourth'), later, NOW);
  const opened = await openDatabase(fourth(), 'only for tests');
  expect(await opened.db.selectFrom('session').select('session').execute()).toEqual([]);
  expect(await opened.db.selectFrom('token').select('revoked_at').execute()).toEqual([{ revoked_at: NOW }]);
  await opened.close();
});
