/**
 * Open event streams (server-sent events). What changed is gathered per tenant while the last round of telling still
 * runs, so a busy minute makes few passes; each pass asks of every stream who its reader is by now, and ends those who
 * may no longer come in. Those whose way in is taken away end at once.
 */
import type { ServerResponse } from 'node:http';
import { type Db, reaches, transact, type Who } from '../../platform/index.ts';
import type { Limits } from '../limits.ts';
import type { Visitor } from '../visitor.ts';
import { lastRevisions, type Revision, unitOfChange } from './changes.store.ts';
import type { Step, Told } from './listen.ts';

/** A reader who takes nothing is cut off instead of being remembered. */
const UNREAD_BYTES = 65_536;
/** Rights are asked for so many streams at once, so that saving is never short of connections. */
const AT_ONCE = 2;

interface Stream {
  readonly visitor: Visitor;
  readonly out: ServerResponse;
}

type Change = (Revision & { readonly unit: number | undefined }) | Step;

export class Streams {
  readonly #db: Db;
  readonly #limits: Limits;
  readonly #ofTenant = new Map<number, Set<Stream>>();
  readonly #pending = new Map<number, (Told | Step)[]>();
  readonly #telling = new Map<number, Promise<void>>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #failed: (error: unknown) => void;

  constructor(db: Db, limits: Limits, failed: (error: unknown) => void) {
    this.#db = db;
    this.#limits = limits;
    this.#failed = failed;
    this.#heartbeat = setInterval(() => {
      const streams = this.#all();
      for (const stream of streams) write(stream, ':\n\n');
      // A sign-in also ends by time alone.
      inTurn(streams, endUnlessKnown).catch(this.#failed);
    }, limits.heartbeatMs);
    this.#heartbeat.unref();
  }

  get size(): number {
    return this.#all().length;
  }

  /** Whether one more of this account is within what everybody gets. */
  hasRoom({ tenant, account }: Who): boolean {
    const own = [...(this.#ofTenant.get(tenant) ?? [])].filter(({ visitor }) => visitor.who.account === account);
    return this.size < this.#limits.streams && own.length < this.#limits.streamsOfAccount;
  }

  /** The stream lives until its reader goes; it begins with where every round stands. */
  async open(visitor: Visitor, out: ServerResponse): Promise<void> {
    const stream = { visitor, out };
    const { tenant } = visitor.who;
    const streams = this.#ofTenant.get(tenant) ?? new Set();
    this.#ofTenant.set(tenant, streams.add(stream));
    out.once('close', () => streams.delete(stream));
    write(stream, 'retry: 2000\n\n');
    await this.#catchUp(stream, visitor.who);
  }

  heard(told: Told | Step): void {
    if ((this.#ofTenant.get(told.tenant)?.size ?? 0) === 0) return;
    this.#pending.set(told.tenant, [...(this.#pending.get(told.tenant) ?? []), told]);
    if (this.#telling.has(told.tenant)) return;
    const telling = this.#tell(told.tenant)
      .catch(this.#failed)
      .finally(() => this.#telling.delete(told.tenant));
    this.#telling.set(told.tenant, telling);
  }

  ended(account: string): void {
    const streams = this.#all().filter(({ visitor }) => visitor.who.account === account);
    inTurn(streams, endUnlessKnown).catch(this.#failed);
  }

  /** Everyone is told where every round stands: something may have been said while nobody listened. */
  missed(): void {
    inTurn(this.#all(), async (stream) => {
      const who = await endUnlessKnown(stream);
      if (who !== undefined) await this.#catchUp(stream, who);
    }).catch(this.#failed);
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const { out } of this.#all()) out.end();
    await Promise.all(this.#telling.values());
  }

  #all(): Stream[] {
    return [...this.#ofTenant.values()].flatMap((streams) => [...streams]);
  }

  async #catchUp(stream: Stream, who: Who): Promise<void> {
    for (const last of await transact(this.#db, who, (tx) => lastRevisions(tx, who))) write(stream, printEvent(last));
  }

  async #tell(tenant: number): Promise<void> {
    for (let told = this.#take(tenant); told.length > 0; told = this.#take(tenant)) {
      const changes = await transact(this.#db, { tenant, reach: '*' }, async (tx) => {
        const found: Change[] = [];
        for (const one of told) found.push('unit' in one ? one : { ...one, unit: await unitOfChange(tx, tenant, one) });
        return found;
      });
      await inTurn([...(this.#ofTenant.get(tenant) ?? [])], (stream) => tellOne(stream, changes));
    }
  }

  #take(tenant: number): readonly (Told | Step)[] {
    const told = this.#pending.get(tenant) ?? [];
    this.#pending.delete(tenant);
    return told;
  }
}

/** Who reads the stream by now; whoever may no longer come in, or holds no post, is read to no more. */
async function endUnlessKnown({ visitor, out }: Stream): Promise<Who | undefined> {
  const who = await visitor.again();
  if (who !== undefined && who.posts.length > 0) return who;
  out.end();
  return undefined;
}

async function tellOne(stream: Stream, changes: readonly Change[]): Promise<void> {
  const who = await endUnlessKnown(stream);
  if (who === undefined) return;
  const last = new Map<string, Revision>();
  const stepped = new Set<string>();
  for (const change of changes) {
    const { unit, round } = change;
    if (unit !== undefined && !reaches(who, unit)) continue;
    if (!('revision' in change)) stepped.add(round);
    else if (change.revision > (last.get(round)?.revision ?? -1n)) last.set(round, change);
  }
  for (const one of last.values()) write(stream, printEvent(one));
  for (const round of stepped) write(stream, `event: step\ndata: ${JSON.stringify({ round })}\n\n`);
}

const printEvent = ({ round, revision }: Revision): string =>
  `event: revision\nid: ${round}/${revision}\ndata: ${JSON.stringify({ round, revision: revision.toString() })}\n\n`;

function write({ out }: Stream, text: string): void {
  if (out.writableEnded) return;
  if (out.writableLength > UNREAD_BYTES) out.destroy();
  else out.write(text);
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
