/**
 * Contents on disk, by hash: `sha256/ab/abcd…`. A content is written under another name, brought to the disk, renamed
 * and its folder brought to the disk too, before anyone may write the row that names it: a fallen power line leaves a
 * file nobody knows, never a row without its file.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from './contract.ts';
import { FilesProblem } from './problems.ts';

const HASH = /^[0-9a-f]{64}$/;

export function openFiles(folder: string): Files {
  const placeOf = (sha256: string): string => path.join(folder, 'sha256', sha256.slice(0, 2), sha256);
  return {
    async read(sha256) {
      if (!HASH.test(sha256)) throw FilesProblem.missing({ sha256 });
      const content = await readFile(placeOf(sha256)).catch(() => undefined);
      if (content === undefined) throw FilesProblem.missing({ sha256 });
      if (hashOf(content) !== sha256) throw FilesProblem.damaged({ sha256 });
      return content;
    },
    async put(content) {
      const sha256 = hashOf(content);
      const place = placeOf(sha256);
      const known = await readFile(place).catch(() => undefined);
      if (known === undefined || hashOf(known) !== sha256) await keep(content, place);
      return { sha256, size: content.length };
    },
  };
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Throws `files.notKept` with the fault of the disk; then nothing is left of it. */
async function keep(content: Uint8Array, place: string): Promise<void> {
  const folder = path.dirname(place);
  const coming = path.join(folder, `.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(coming, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(coming, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(coming, { force: true }).catch(() => {});
    throw FilesProblem.notKept({ fault: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/** Windows has no folder to bring to disk; its rename is written through. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
