/** Backups that lie in the folder of this installation: by name, newest first, only so many of them. */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { writeBackup } from '../backup/index.ts';
import type { Handler } from '../jobs/contract.ts';
import { BACKUPS, type Installation } from './installation.ts';

export const BACKUP_JOB = 'platform.backup';
/** The week before; older ones are to lie elsewhere by then. */
const KEPT = 7;
const NAME = /^luzhi-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.backup$/;

export interface KeptBackup {
  readonly name: string;
  readonly size: number;
  readonly at: Date;
}

const folderOf = ({ dataDir }: Installation): string => path.join(dataDir, BACKUPS);

export async function listKept(installation: Installation): Promise<readonly KeptBackup[]> {
  const folder = folderOf(installation);
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtime } = await stat(path.join(folder, name));
      return { name, size, at: mtime };
    }),
  );
}

/** Undefined when there is none of the name. */
export async function openKept(
  installation: Installation,
  name: string,
): Promise<{ readonly size: number; readonly content: Readable } | undefined> {
  if (!NAME.test(name)) return undefined;
  const file = await open(path.join(folderOf(installation), name), 'r').catch(() => undefined);
  if (file === undefined) return undefined;
  return { size: (await file.stat()).size, content: file.createReadStream() };
}

/** Writes one and lets the oldest go. Gives what the list shows of it. */
export const makeBackup =
  (installation: Installation): Handler =>
  async (_, now) => {
    const folder = folderOf(installation);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `luzhi-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.backup`;
    const { rows, files } = await writeBackup(installation.ground, path.join(folder, name), now);
    for (const { name: old } of (await listKept(installation)).slice(KEPT))
      await rm(path.join(folder, old), { force: true });
    return { name, rows, files };
  };
