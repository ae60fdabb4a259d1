/**
 * Contents on disk, by hash: `sha256/ab/abcd…`. A content is written under another name, brought to the disk, renamed
 * and its folder brought to the disk too, before anyone may write the row that names it: a fallen power line leaves a
 * file nobody knows, never a row without its file.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../kernel/index.ts';
import type { Filed, Files } from './contract.ts';
import { FilesProblem } from './problems.ts';
import type { Scan } from './scan.ts';
import { syncFolder } from './sync-folder.ts';

const HASH = /^[0-9a-f]{64}$/;

export function openFiles(folder: string, scan?: Scan): Files {
  const placeOf = (sha256: string): string => path.join(folder, 'sha256', sha256.slice(0, 2), sha256);
  const isKept = async (sha256: string): Promise<boolean> => {
    const known = await readFile(placeOf(sha256)).catch(() => undefined);
    return known !== undefined && hashOf(known) === sha256;
  };
  const take: Files['take'] = (source, most) =>
    withComing(path.join(folder, 'coming'), async (coming) => {
      const filed = await writeDown(source, coming, most);
      await scan?.(coming);
      const place = placeOf(filed.sha256);
      // Touched, so that it is not swept away before the row that names it.
      if (await isKept(filed.sha256)) await utimes(place, new Date(), new Date());
      else await moveTo(place, coming);
      return filed;
    });
  return {
    async read(sha256) {
      if (!HASH.test(sha256)) throw FilesProblem.missing({ sha256 });
      const content = await readFile(placeOf(sha256)).catch(() => undefined);
      if (content === undefined) throw FilesProblem.missing({ sha256 });
      if (hashOf(content) !== sha256) throw FilesProblem.damaged({ sha256 });
      return content;
    },
    put: (content) => take(piecesOf(content), content.length),
    take,
  };
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function* piecesOf(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** Throws `files.notKept` with the fault of the disk. Whatever happens, nothing lies under the name given out. */
async function withComing(folder: string, use: (coming: string) => Promise<Filed>): Promise<Filed> {
  const coming = path.join(folder, randomUUID());
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await use(coming);
  } catch (error) {
    if (error instanceof Problem || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw FilesProblem.notKept({ fault: (error as NodeJS.ErrnoException).code ?? String(error) });
  } finally {
    await rm(coming, { force: true }).catch(() => {});
  }
}

async function writeDown(source: AsyncIterable<Uint8Array>, coming: string, most: number): Promise<Filed> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(coming, 'wx', 0o600);
  try {
    for await (const piece of source) {
      size += piece.length;
      if (size > most) throw FilesProblem.tooLarge({ most });
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function moveTo(place: string, coming: string): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(coming, place);
  await syncFolder(folder);
}
