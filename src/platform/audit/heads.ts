/**
 * Heads of the chains, written down outside the database: whoever rules the database can cut off the end of a chain, or
 * change a row and seal what follows anew, and cannot unsay what stands here. One file in the data folder, only appended
 * to; a head is one line, brought to the disk when it has been sealed:
 *
 *     <tenant> <seq> <hash> <instant>
 *
 * Several processes may write it, each its own lines, in any order. Nothing here says whether a chain is right:
 * `against-heads.ts` does.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FilesProblem, syncFolder } from '../files/index.ts';

export interface Head {
  readonly tenant: number;
  readonly seq: bigint;
  readonly hash: string;
  /** When it was written down. */
  readonly at: Date;
}

export interface HeadsKept {
  readonly heads: readonly Head[];
  /** Numbers of lines that are no heads, from 1: broken off by a fallen power line, or written by somebody else. */
  readonly unreadable: readonly number[];
}

export interface Heads {
  /** Writes down those this process has not written down last. Throws `files.notKept`. */
  note(heads: readonly Head[]): Promise<void>;
  /** Undefined while there is no file. */
  read(): Promise<HeadsKept | undefined>;
  /** Puts `lines` in the place of what is kept, which stays beside it under another name. */
  replace(lines: readonly string[], now: Date): Promise<void>;
}

export const HEADS_FILE = 'audit-heads';
const LINE = /^(\d{1,9}) (\d{1,18}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

export const lineOf = ({ tenant, seq, hash, at }: Head): string => `${tenant} ${seq} ${hash} ${at.toISOString()}`;

export function headOf(line: string): Head | undefined {
  const [, tenant, seq, hash, at] = LINE.exec(line) ?? [];
  if (tenant === undefined || seq === undefined || hash === undefined || at === undefined) return undefined;
  return { tenant: Number(tenant), seq: BigInt(seq), hash, at: new Date(at) };
}

export function openHeads(dataDir: string): Heads {
  const file = path.join(dataDir, HEADS_FILE);
  const noted = new Map<number, string>();
  return {
    async note(heads) {
      const coming = heads.filter(({ tenant, seq, hash }) => noted.get(tenant) !== `${seq} ${hash}`);
      if (coming.length === 0) return;
      await append(file, coming.map(lineOf));
      for (const { tenant, seq, hash } of coming) noted.set(tenant, `${seq} ${hash}`);
    },
    read: () => readHeads(file),
    async replace(lines, now) {
      await rename(file, `${file}.${now.toISOString().replaceAll(':', '-')}`).catch(refuseButMissing);
      if (lines.length > 0) await append(file, lines);
      noted.clear();
    },
  };
}

/** In one write, and from the start of a line, whatever was left of the one before. */
async function append(file: string, lines: readonly string[]): Promise<void> {
  const text = `${lines.join('\n')}\n`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'a+', 0o600);
    try {
      const { size } = await handle.stat();
      await handle.appendFile(size === 0 || (await endsLine(handle, size)) ? text : `\n${text}`);
      await handle.datasync();
      if (size === 0) await syncFolder(path.dirname(file));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw FilesProblem.notKept({ fault: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

async function endsLine(handle: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

async function readHeads(file: string): Promise<HeadsKept | undefined> {
  const [heads, unreadable]: [Head[], number[]] = [[], []];
  let at = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      at += 1;
      const head = headOf(line);
      if (head !== undefined) heads.push(head);
      else unreadable.push(at);
    }
  } catch (error) {
    return refuseButMissing(error);
  }
  return { heads, unreadable };
}

function refuseButMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
