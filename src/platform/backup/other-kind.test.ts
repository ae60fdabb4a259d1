/**
 * A year moves from one kind of database to another and back: from the embedded server of the test run to the operating
 * system's PostgreSQL (an older one, over TCP) where that is installed, else to an embedded server of its own.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, ownerAddress, testDatabase } from '../../../test/support/database.ts';
import { startSystemPostgres, systemBinaries } from '../../../test/support/system-postgres.ts';
import { dropWorkbook, openYear, ROUND } from '../../../test/support/year.ts';
import { openHeads } from '../audit/index.ts';
import { openDatabase } from '../db/prepare.ts';
import { openEmbedded } from '../embedded/index.ts';
import { type Db, openFiles, sealAudit, toJson, transact, verifyAudit } from '../index.ts';
import { restoreBackup, writeBackup } from './index.ts';

const open = testDatabase();
const back = emptyDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-kinds-'));
const NOW = new Date('2026-03-01T00:00:00Z');
let other: { readonly connection: pg.ClientConfig; stop(): Promise<void> };

const groundOf = (owner: pg.ClientConfig, name: string) => {
  const filesDir = path.join(folder, name);
  const heads = openHeads(path.join(folder, `heads of ${name}`));
  return { owner, files: openFiles(filesDir), filesDir, heads };
};
/** Every row of every table as the application reads it, in one order, whatever the server thinks of it. */
const yearOf = (db: Db) =>
  transact(db, { tenant: 1, reach: '*' }, async (tx) => {
    const rows = async (
      table: 'figure' | 'figure_version' | 'ledger_row' | 'task' | 'round' | 'evidence' | 'account',
    ) => (await tx.selectFrom(table).selectAll().execute()).map((row) => `${table} ${toJson(row)}`);
    const all = [];
    for (const table of ['figure', 'figure_version', 'ledger_row', 'task', 'round', 'evidence', 'account'] as const)
      all.push(...(await rows(table)));
    return all.sort();
  });
const majorOf = async (connection: pg.ClientConfig): Promise<number> => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query('show server_version_num');
  await client.end();
  return Math.floor(Number(rows[0].server_version_num) / 10_000);
};

beforeAll(async () => {
  chmodSync(folder, 0o711);
  const bin = systemBinaries();
  other =
    bin === undefined
      ? await openEmbedded({ dataDir: path.join(folder, 'other'), log: () => {} })
      : await startSystemPostgres(bin, path.join(folder, 'other'));
  const year = await openYear(open());
  const li = await year.person('李晨', 'reporter', '云屏县');
  await dropWorkbook(year, li, '云屏县_2025.xlsx');
  await sealAudit(open().db, 1, NOW);
});
afterAll(async () => {
  await other.stop();
  rmSync(folder, { recursive: true });
});

test('a year goes to the other kind of database and comes back as it was, audit chain and all', async () => {
  const there = { ...other.connection, database: 'other' };
  const client = new pg.Client(other.connection);
  await client.connect();
  await client.query('create database other');
  await client.end();
  const before = await yearOf(open().db);
  expect(before.filter((row) => row.startsWith('figure_version')).length).toBeGreaterThan(200);

  const [out, home] = [path.join(folder, '去.luzhi'), path.join(folder, '回.luzhi')];
  await writeBackup(groundOf(ownerAddress(open()), 'here'), out, NOW);
  await restoreBackup(groundOf(there, 'there'), out, NOW);
  const opened = await openDatabase(there, 'only for tests');
  expect(await yearOf(opened.db)).toEqual(before);
  expect(await verifyAudit(opened.db, 1)).toMatchObject({ tail: 0, findings: [] });
  // What runs there runs: a revision is raised and comes back with the rest.
  await transact(opened.db, { tenant: 1, reach: '*' }, (tx) =>
    tx.updateTable('round').set({ revision: 7n }).where('round', '=', ROUND).execute(),
  );
  const changed = await yearOf(opened.db);
  await opened.close();

  await writeBackup(groundOf(there, 'there'), home, NOW);
  await restoreBackup(groundOf(back(), 'back'), home, NOW);
  const again = await openDatabase(back(), 'only for tests');
  expect(await yearOf(again.db)).toEqual(changed);
  expect(await verifyAudit(again.db, 1)).toMatchObject({ tail: 0, findings: [] });
  await again.close();
  if (systemBinaries() !== undefined)
    expect(await majorOf(other.connection)).not.toBe(await majorOf(ownerAddress(open())));
});
