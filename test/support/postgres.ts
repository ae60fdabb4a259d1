/**
 * The folder and the database server of a test run: vitest's global set-up. Makes a temporary folder, named in
 * LUZHI_TEST_FOLDER, and starts an embedded server in it, named in LUZHI_TEST_DATABASE_URL for `database.ts`; where that
 * is set already, the server it names is used and left alone.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Embedded, openEmbedded } from '../../src/platform/embedded/index.ts';

const PREFIX = 'luzhi-run-';

export default async function startRun(): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  // Started as root, the server runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  process.env.LUZHI_TEST_FOLDER = folder;
  const sweep = (): void => rmSync(folder, { recursive: true, force: true });
  if (process.env.LUZHI_TEST_DATABASE_URL !== undefined) return async () => sweep();
  const { connection, stop } = await open(folder);
  const { host, port, user, password } = connection;
  process.env.LUZHI_TEST_DATABASE_URL = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/postgres`;
  return async () => {
    await stop();
    sweep();
  };
}

const open = (folder: string): Promise<Embedded> => openEmbedded({ dataDir: path.join(folder, 'data'), log: () => {} });

/** A run that was killed leaves its server; opening its folder ends it. One that still runs holds its folder. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    try {
      await (await open(folder)).stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Held by another run, or another person's.
    }
  }
}
