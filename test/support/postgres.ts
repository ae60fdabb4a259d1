/**
 * The database server of a test run: vitest's global set-up. Starts an embedded one in a temporary folder and names it
 * in LUZHI_TEST_DATABASE_URL for `database.ts`; where that is set already, the server it names is used and left alone.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../../src/platform/embedded/index.ts';

export default async function startServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LUZHI_TEST_DATABASE_URL !== undefined) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-run-'));
  // Started as root, the server runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const { connection, stop } = await openEmbedded({ dataDir: path.join(folder, 'data'), log: () => {} });
  const { host, port, user, password } = connection;
  process.env.LUZHI_TEST_DATABASE_URL = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/postgres`;
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
