/** What stands outside the database shows what was done to the record by someone who rules the database. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Type from 'typebox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/cli.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { NO_FILES } from '../../../test/support/files.ts';
import { ownerOf } from '../../../test/support/owner.ts';
import { sayWith } from '../../kernel/index.ts';
import { action } from '../action/action.ts';
import { transact } from '../action/transact.ts';
import { newId } from '../id.ts';
import { sealsAfter } from './audit.store.ts';
import { type AuditRow, digestOf, linkOf } from './chain.ts';
import { HEADS_FILE } from './heads.ts';
import { keepSealing, messages, openHeads, sealAudit, verifyAudit } from './index.ts';

const open = testDatabase();
const NOW = new Date('2026-02-10T02:00:00Z');
const folder = temporaryFolder();
const file = path.join(folder, HEADS_FILE);
const who = { account: newId(), person: '王岚', tenant: 1, posts: [], reach: '*' as const, address: '10.0.0.7' };
const note = action({
  name: 'test.note.write',
  input: Type.Object({ words: Type.String() }),
  async load() {},
  may: () => true,
  run: (_, { words }) => Promise.resolve(words),
  audit: (words) => ({ about: 'note', detail: { words } }),
});
/** So many deeds, sealed one by one. */
async function work(count: number, heads = openHeads(folder)): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await note.perform({ db: open().db, files: NO_FILES, who, now: NOW }, { words: `第${at}条` });
    await sealAudit(open().db, 1, NOW, { heads });
  }
}
const asOwner = (sql: string) => ownerOf(open(), sql);
async function verify() {
  const heads = await openHeads(folder).read();
  return (await verifyAudit(open().db, 1, { heads })).findings;
}
/** As somebody would who knows how the chain is made: every row after `seq` gets its right link. */
async function sealAnew(seq: bigint): Promise<void> {
  const rows = await transact(open().db, who, (tx) => sealsAfter(tx, 1, 0n, 100));
  let hash = rows.find((row) => row.seq === seq)?.hash ?? '';
  for (const { seq: at, hash: _, row: __, ...row } of rows.filter((row) => row.seq > seq)) {
    hash = linkOf(hash, digestOf({ tenant: 1, ...row } as AuditRow));
    await asOwner(`update audit_seal set hash = '${hash}' where tenant = 1 and seq = ${at}`);
  }
}

beforeEach(async () => {
  const tenant = { code: '8812', name: '清江市', created_at: NOW };
  await open()
    .db.insertInto('tenant')
    .values({ tenant: 1, ...tenant })
    .execute();
});
afterEach(async () => {
  await asOwner('delete from audit_seal; delete from audit; delete from tenant');
  rmSync(file, { recursive: true, force: true });
});

test('each sealing leaves its head, readable by its owner alone, and all is well', async () => {
  expect(await verify()).toEqual([]);
  await work(3);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(4);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await verify()).toEqual([]);
});

test('an end that was cut off is told, with how far the record had come', async () => {
  await work(5);
  await asOwner('delete from audit where entry in (select entry from audit_seal where seq > 3)');
  await asOwner('delete from audit_seal where seq > 3');
  const told = { code: 'audit.tail.removed', severity: 'error', data: { after: '3', until: '5' } };
  expect(await verify()).toMatchObject([told]);
  // Nor does it help to go on working until the chain is as long again.
  await work(4);
  expect(await verify()).toMatchObject([{ code: 'audit.rows.resealed', data: { from: '4', to: '5' } }]);
});

test('a record that was emptied is told', async () => {
  await work(2);
  await asOwner('delete from audit_seal; delete from audit');
  expect(await verify()).toMatchObject([{ code: 'audit.tail.removed', data: { after: '0', until: '2' } }]);
});

test('a row that was changed and everything after it sealed anew is told by its place', async () => {
  await work(6);
  await asOwner(
    `update audit set detail = '{"words":"另一件事"}' where entry = (select entry from audit_seal where seq = 4)`,
  );
  await sealAnew(3n);
  expect(await verifyAudit(open().db, 1)).toMatchObject({ findings: [] });
  expect(await verify()).toMatchObject([{ code: 'audit.rows.resealed', data: { from: '4', to: '6' } }]);
});

test('a file that is gone, or was begun in the place of another, is told', async () => {
  await work(2);
  rmSync(file);
  expect(await verify()).toMatchObject([{ code: 'audit.heads.missing', severity: 'error' }]);
  await work(1);
  expect(await verify()).toMatchObject([{ code: 'audit.heads.late', severity: 'warn', data: { since: '3' } }]);
});

test('half a line of a fallen power line swallows no other', async () => {
  await work(1);
  appendFileSync(file, '1 2 0af3');
  await work(1);
  expect(await verify()).toMatchObject([{ code: 'audit.heads.unreadable', severity: 'warn', data: { line: 3 } }]);
  await asOwner('delete from audit_seal where seq = 2');
  expect((await verify()).map(({ code }) => code)).toContain('audit.tail.removed');
});

test('two processes on one database write one file, and each notes what the other sealed', async () => {
  const [first, second] = [openHeads(folder), openHeads(folder)];
  await Promise.all([work(10, first), work(10, second)]);
  expect(await verify()).toEqual([]);
  await sealAudit(open().db, 1, NOW, { heads: second });
  const lines = readFileSync(file, 'utf8').length;
  await sealAudit(open().db, 1, NOW, { heads: second });
  expect(readFileSync(file, 'utf8').length).toBe(lines);
});

test('a head that cannot be written down is told, its rows stay sealed, and it follows when it can', async () => {
  mkdirSync(file);
  const heads = openHeads(folder);
  await expect(work(1, heads)).rejects.toMatchObject({ code: 'files.notKept' });
  const faults: unknown[] = [];
  const sealing = keepSealing({ db: open().db, heads, now: () => NOW, failed: (error) => faults.push(error) });
  await expect.poll(() => faults.length, { timeout: 10_000 }).toBeGreaterThan(0);
  rmSync(file, { recursive: true });
  await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true);
  await sealing.stop();
  expect(await verifyAudit(open().db, 1)).toMatchObject({ sealed: 1 });
  expect((await verify()).map(({ severity }) => severity)).not.toContain('error');
});

test('what is restored stands in the place of what was kept, which stays beside it', async () => {
  await work(1);
  await openHeads(folder).replace([], NOW);
  expect(await openHeads(folder).read()).toBeUndefined();
  expect(existsSync(`${file}.2026-02-10T02-00-00.000Z`)).toBe(true);
});

test.each([
  { code: 'audit.tail.removed', data: { after: '3', until: '5', at: '2026-02-10T02:00:00.000Z' } },
  { code: 'audit.rows.resealed', data: { from: '4', to: '6' } },
  { code: 'audit.heads.missing', data: {} },
  { code: 'audit.heads.late', data: { since: '3' } },
  { code: 'audit.heads.late', data: { since: 'none' } },
  { code: 'audit.heads.unreadable', data: { line: 3 } },
  { code: 'audit.report.replaced', data: { seq: '7', entry: 'e', report: 'r', version: '2' } },
  { code: 'audit.report.damaged', data: { seq: '7', entry: 'e', report: 'r', version: '2' } },
])('$code has its sentence in both languages', (finding) => {
  for (const table of [messages.zh, messages.en]) expect(sayWith(table)(finding)).not.toMatch(/undefined|\[object/);
});
