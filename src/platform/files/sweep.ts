/** Contents nobody came back for: uploads that broke off or that no deed came to name, and files no row has named since. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Of what has lain untouched since `before`: everything half written or only sent, and of the contents those not `named`. Gives how many
 * went.
 */
export async function sweepFiles(folder: string, named: ReadonlySet<string>, before: Date): Promise<number> {
  const half = await filesBelow(path.join(folder, 'coming'));
  const sent = await filesBelow(path.join(folder, 'sent'));
  const contents = (await filesBelow(path.join(folder, 'sha256'))).filter((file) => !named.has(path.basename(file)));
  let gone = 0;
  for (const file of [...half, ...sent, ...contents]) {
    // Looked at last: whoever uploads the same content meanwhile has touched it.
    const lain = await stat(file).catch(() => undefined);
    if (lain === undefined || lain.mtime >= before) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}

/**
 * Since when the folder is kept by this database: after a change, such as one opened by mistake beside the one that took its
 * place, what the other has named is not swept away.
 */
export async function keptSince(folder: string, database: string): Promise<Date> {
  const mark = path.join(folder, 'database');
  const keeper = await readFile(mark, 'utf8').catch(() => undefined);
  if (keeper !== database) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(mark, database, { mode: 0o600 });
  }
  return (await stat(mark)).mtime;
}

/** None where nothing was ever filed. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}
