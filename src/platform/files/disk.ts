/**
 * Contents on disk, by hash: `sha256/ab/abcd…`. A content is written under another name, brought to the disk, renamed
 * and its folder brought to the disk too, before anyone may write the row that names it: a fallen power line leaves a
 * file nobody knows, never a row without its file. What people send lies in `sent/`, each sender's apart, and goes over when a
 * deed that names it is done: refused, it goes without a look at who else has the same.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../kernel/index.ts';
import type { Filed, Files, Sender } from './contract.ts';
import { FilesProblem } from './problems.ts';
import type { Scan } from './scan.ts';
import { syncFolder } from './sync-folder.ts';

const HASH = /^[0-9a-f]{64}$/;

export function openFiles(folder: string, scan?: Scan): Files {
  const placeOf = (sha256: string): string => path.join(folder, 'sha256', sha256.slice(0, 2), sha256);
  const sentPlace = ({ tenant, account }: Sender, sha256: string): string =>
    path.join(folder, 'sent', `${tenant}-${account}`, sha256);
  const keptOf = (sha256: string): Promise<Uint8Array | undefined> => contentAt(placeOf(sha256));
  const isKept = async (sha256: string): Promise<boolean> => {
    const known = await keptOf(sha256);
    return known !== undefined && hashOf(known) === sha256;
  };
  const keep = async (sha256: string, from: string): Promise<void> => {
    const place = placeOf(sha256);
    if (!(await isKept(sha256))) return moveTo(place, from);
    // Touched, so that it is not swept away before the row that names it.
    await utimes(place, new Date(), new Date());
    await rm(from, { force: true });
  };
  const comeTo = (source: AsyncIterable<Uint8Array>, most: number, go: Going): Promise<Filed> =>
    withComing(path.join(folder, 'coming'), async (coming) => {
      const filed = await writeDown(source, coming, most);
      await scan?.(coming);
      await go(filed.sha256, coming);
      return filed;
    });
  return {
    read: async (sha256) => wholeOf(sha256, HASH.test(sha256) ? await keptOf(sha256) : undefined),
    put: (content) => comeTo(piecesOf(content), content.length, keep),
    take: (source, most, sender) => comeTo(source, most, (sha256, coming) => moveTo(sentPlace(sender, sha256), coming)),
    sentBy(sender) {
      const served = new Set<string>();
      return {
        async read(sha256) {
          if (!HASH.test(sha256)) throw FilesProblem.missing({ sha256 });
          // In this order: another deed of the sender may keep it between the two looks.
          const sent = await contentAt(sentPlace(sender, sha256));
          if (sent !== undefined) served.add(sha256);
          return wholeOf(sha256, sent ?? (await keptOf(sha256)));
        },
        async keep() {
          for (const sha256 of served)
            await keep(sha256, sentPlace(sender, sha256)).catch(async (error) => {
              if (await isKept(sha256)) return;
              throw isGone(error) ? FilesProblem.missing({ sha256 }) : notKept(error);
            });
        },
        async drop(sha256) {
          if (HASH.test(sha256)) await rm(sentPlace(sender, sha256), { force: true });
        },
      };
    },
  };
}

/** Where a content that came whole goes. */
type Going = (sha256: string, coming: string) => Promise<void>;

const contentAt = (file: string): Promise<Uint8Array | undefined> => readFile(file).catch(() => undefined);

function wholeOf(sha256: string, content: Uint8Array | undefined): Uint8Array {
  if (content === undefined) throw FilesProblem.missing({ sha256 });
  if (hashOf(content) !== sha256) throw FilesProblem.damaged({ sha256 });
  return content;
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A fault of the disk as a problem; anything else as it is. */
const notKept = (error: unknown): unknown =>
  error instanceof Problem || (error as NodeJS.ErrnoException).syscall === undefined
    ? error
    : FilesProblem.notKept({ fault: (error as NodeJS.ErrnoException).code ?? String(error) });

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
    throw notKept(error);
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
