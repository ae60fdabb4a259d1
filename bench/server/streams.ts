/** Streams of events open at once: how long until every one has the event of a change. */
import { request } from 'node:http';
import { type Visitor, visit } from '../../test/support/browser.ts';
import { type Filler, ROUND } from './fillers.ts';
import type { Running } from './process.ts';

export const STREAMS = 500;
/** What one account may have open. */
const OF_ACCOUNT = 20;
const PATIENCE_MS = 120_000;

interface Stream {
  /** Events so far. */
  events: number;
  close(): void;
}

export interface Told {
  readonly seconds: number;
  readonly all: boolean;
}

/** From the moment a change is asked for, its own time included. */
export async function tellStreams(fillers: readonly Filler[], running: Running): Promise<Told> {
  const { address, signIns } = running;
  const office = await visit(address, 'office', signIns.get('office') ?? '');
  const readers = [...fillers.map(({ visitor }) => visitor), ...(await hireReaders(running, fillers.length))];
  const streams = await Promise.all(
    Array.from({ length: STREAMS }, (_, at) => open(address, readers[at % readers.length] as Visitor)),
  );
  await until(() => streams.every(({ events }) => events > 0));
  const before = streams.map(({ events }) => events);
  await office.post(`${ROUND}/lock`, { reason: '测试推送', unfinished: true, unresolved: true });
  await until(() => streams.every(({ events }, at) => events > (before[at] ?? 0)));
  const locked = streams.map(({ events }) => events);
  const began = performance.now();
  await office.post(`${ROUND}/unlock`, { reason: '测试推送' });
  const all = await until(() => streams.every(({ events }, at) => events > (locked[at] ?? 0)));
  const seconds = (performance.now() - began) / 1_000;
  for (const stream of streams) stream.close();
  return { seconds, all };
}

async function hireReaders({ address, signIns }: Running, known: number): Promise<readonly Visitor[]> {
  const security = await visit(address, 'security', signIns.get('security') ?? '');
  const office = await visit(address, 'office', signIns.get('office') ?? '');
  const [{ unit }] = (await office.get(`${ROUND}/tasks`)).body;
  const wanted = Math.ceil(STREAMS / OF_ACCOUNT) - known;
  const readers: Visitor[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const login = `stream-${at}`;
    const made = (await security.post('/accounts', { login, name: `看${at}`, post: { unit, role: 'reader' } })).body;
    const password = `${crypto.randomUUID()}Aa1`;
    await (await visit(address, login, made.password)).post('/own/password', { old: made.password, password });
    readers.push(await visit(address, login, password));
  }
  return readers;
}

const open = (address: string, { headers }: Visitor): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const asked = request(`${address}/api/v1/events`, { headers: headers(), agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`no stream: ${answer.statusCode}`));
      const stream: Stream = { events: 0, close: () => asked.destroy() };
      answer.on('data', (piece) => {
        stream.events += String(piece).split('event: revision').length - 1;
      });
      answer.on('error', () => {});
      resolve(stream);
    });
    asked.on('error', reject);
    asked.end();
  });

async function until(holds: () => boolean): Promise<boolean> {
  const limit = performance.now() + PATIENCE_MS;
  while (!holds() && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 10));
  return holds();
}
