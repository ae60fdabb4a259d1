/**
 * The form of a backup: one gzip stream of lines and contents, so that neither side ever holds more than a piece.
 *
 *     {"luzhi":"backup","form":2,"at":…,"migrations":[…]}
 *     {"table":"figure","rows":2}          then as many lines, each a row as JSON
 *     {"heads":3}                          then as many lines of `audit-heads`; form 1 has none
 *     {"file":"<sha256>","size":5}         then as many bytes and a line break
 *     {"end":"<sha256 of all before>"}
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { BackupProblem } from './problems.ts';

export const FORM = 2;
/** Those that are read. */
export const FORMS: ReadonlySet<unknown> = new Set([1, FORM]);

export interface Sink {
  line(words: string): Promise<void>;
  bytes(content: Uint8Array): Promise<void>;
  /** Writes the closing hash and brings everything to the file. */
  end(): Promise<void>;
  /** After a fault: lets go of the file, which is not whole. */
  abandon(): void;
}

export function openSink(file: string): Sink {
  const hash = createHash('sha256');
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(gzip, out);
  // Told where it is awaited; a fault in between must not end the process.
  written.catch(() => {});
  const put = async (content: Uint8Array | string): Promise<void> => {
    hash.update(content);
    if (!gzip.write(content)) await Promise.race([once(gzip, 'drain'), written]);
  };
  return {
    line: (words) => put(`${words}\n`),
    async bytes(content) {
      await put(content);
      await put('\n');
    },
    async end() {
      gzip.end(`${JSON.stringify({ end: hash.digest('hex') })}\n`);
      await written;
    },
    abandon: () => gzip.destroy(),
  };
}

export interface Source {
  /** The next line without its break; undefined at the end of the file. */
  line(): Promise<string | undefined>;
  bytes(size: number): Promise<Uint8Array>;
  /** Hash of everything taken so far. */
  hash(): string;
  close(): Promise<void>;
}

/** Largest single line: a row of the database. */
const LINE_LIMIT = 64 * 1024 * 1024;
const BREAK = 0x0a;

/** Throws `backup.damaged` where the stream cannot be unpacked or ends early. */
export function openSource(file: string): Source {
  const hash = createHash('sha256');
  const pieces = unpacked(file);
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    try {
      const { done, value } = await pieces.next();
      if (done === true) return false;
      held = Buffer.concat([held, value]);
      return true;
    } catch {
      throw BackupProblem.damaged({ entry: 'gzip' });
    }
  };
  const take = (size: number): Buffer => {
    const taken = held.subarray(0, size);
    held = held.subarray(size);
    hash.update(taken);
    return taken;
  };
  return {
    async line() {
      let from = 0;
      for (;;) {
        const at = held.indexOf(BREAK, from);
        if (at !== -1)
          return take(at + 1)
            .subarray(0, at)
            .toString('utf8');
        from = held.length;
        if (from > LINE_LIMIT || !(await more())) {
          if (held.length === 0) return undefined;
          throw BackupProblem.damaged({ entry: 'line' });
        }
      }
    },
    async bytes(size) {
      while (held.length < size + 1) if (!(await more())) throw BackupProblem.damaged({ entry: 'file' });
      return take(size + 1).subarray(0, size);
    },
    hash: () => hash.copy().digest('hex'),
    close: async () => void (await pieces.return(undefined)),
  };
}

/** The file is opened when the first piece is asked for: a fault has somebody to go to. */
async function* unpacked(file: string): AsyncGenerator<Buffer, undefined> {
  const gunzip = createGunzip();
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip);
  yield* gunzip;
}
