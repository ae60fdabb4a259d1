/** What only a real socket shows: who drips, who stays, who leaves. */

import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES, testFiles } from '../../test/support/files.ts';
import { HOST, signedIn } from '../../test/support/http.ts';
import { addPerson, addPrefecture, CITY, LINHE, NOW, PASSWORD, VAULT, YUNPING } from '../platform/access/fixture.ts';
import { newId, query, type Route, route, transact } from '../platform/index.ts';
import { LIMITS } from './limits.ts';
import { openServer } from './server.ts';

const open = testDatabase();
const limits = { ...LIMITS, headersMs: 300, requestMs: 600, streamsOfAccount: 50 };
const ROUND = 'duty-2025';

let server: FastifyInstance;
let port: number;
const sockets: Socket[] = [];

async function openOne(own = limits, routes: readonly Route[] = [], files = NO_FILES): Promise<FastifyInstance> {
  const { db, pool } = open();
  const door = { db, pool, files, vault: VAULT, hosts: [HOST], https: true, now: () => NOW };
  return openServer({ ...door, routes, sentences: { zh: [], en: [] }, log: { level: 'silent' }, limits: own });
}

beforeAll(async () => {
  const { db } = open();
  await addPrefecture(db);
  await addPerson(db, 'li_city', [['office', CITY]]);
  await addPerson(db, 'wang_yunping', [['reporter', YUNPING]]);
  await addPerson(db, 'zhao_linhe', [['reporter', LINHE]]);
  await addRound();
  server = await openOne();
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = (server.server.address() as { port: number }).port;
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
});

async function addRound(): Promise<void> {
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    const scheme = { tenant: 1, scheme: 'duty', version: '1', year: 2025, hash: 'h', files: '{}' };
    await tx
      .insertInto('scheme')
      .values({ ...scheme, published_at: NOW, published_by: newId() } as never)
      .execute();
    const round = {
      tenant: 1,
      round: ROUND,
      name: '2025',
      direction: 'downward',
      scheme: 'duty',
      version: '1',
    } as const;
    const times = { as_of: '2025-12-31', opens: NOW, due: NOW };
    await tx
      .insertInto('round')
      .values({ ...round, ...times, year: 2025, evaluee: CITY, state: 'collecting' })
      .execute();
  });
}

/** What an accepted figure leaves: a revision of the round, said on the channel. */
async function change(revision: bigint, unit?: number): Promise<void> {
  const { db, pool } = open();
  await transact(db, { tenant: 1, reach: '*' }, (tx) =>
    tx
      .insertInto('change')
      .values({ tenant: 1, round: ROUND, revision, kind: 'figure.accepted', about: JSON.stringify({ unit }), at: NOW })
      .execute(),
  );
  await pool.query(`select pg_notify('luzhi_change', $1)`, [`1 ${ROUND} ${revision}`]);
}

interface Wire {
  readonly socket: Socket;
  /** Everything that came so far. */
  text(): string;
  /** Settles when `wanted` is in what came. */
  until(wanted: string): Promise<void>;
  readonly closed: Promise<void>;
}

function dial(first: string, to = port): Wire {
  const socket = connect(to, '127.0.0.1', () => socket.write(first));
  sockets.push(socket);
  let came = '';
  const waiting = new Set<() => void>();
  socket.on('data', (chunk) => {
    came += chunk.toString();
    for (const look of waiting) look();
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const until = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (came.includes(wanted)) resolve();
      };
      waiting.add(look);
      socket.once('close', () => reject(new Error(`closed before ${wanted}: ${came}`)));
      look();
    });
  return { socket, text: () => came, until, closed };
}

const follow = (cookie: string): Wire =>
  dial(`GET /api/v1/events HTTP/1.1\r\nHost: ${HOST}\r\nCookie: ${cookie}\r\nAccept: text/event-stream\r\n\r\n`);
const cookieOf = async (login: string): Promise<string> =>
  (await signedIn(server, { login, password: PASSWORD })).headers.cookie ?? '';

test('who drips headers is cut off with the reason, and the next one is served', async () => {
  const slow = dial(`GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\n`);
  const next = dial(`GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`);
  await next.closed;
  expect(next.text()).toContain('{"status":"ok"}');
  await slow.closed;
  expect(slow.text()).toMatch(/^HTTP\/1\.1 408 .*server\.tooSlow/s);
});

test('who drips a body is cut off, and learns first that strangers send none', async () => {
  const slow = dial(
    `POST /api/v1/session HTTP/1.1\r\nHost: ${HOST}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await slow.closed;
  expect(slow.text()).toContain('408');
  const stranger = dial(
    `POST /api/v1/files HTTP/1.1\r\nHost: ${HOST}\r\nContent-Type: application/octet-stream\r\nContent-Length: 40000000\r\n\r\n`,
  );
  await stranger.until('server.signInFirst');
  stranger.socket.destroy();
});

test('of uploads at once only so many are taken; the next is told to wait, and is taken once there is room', async () => {
  const narrow = await openOne({ ...LIMITS, uploadsAtOnce: 1 }, [], testFiles());
  await narrow.listen({ host: '127.0.0.1', port: 0 });
  const { port: to } = narrow.server.address() as { port: number };
  const { headers } = await signedIn(narrow, { login: 'li_city', password: PASSWORD });
  const sent = Object.entries({ ...headers, 'content-type': 'application/octet-stream' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const post = (length: number, body: string): Wire =>
    dial(
      `POST /api/v1/files HTTP/1.1\r\nHost: ${HOST}\r\n${sent.join('')}Content-Length: ${length}\r\n\r\n${body}`,
      to,
    );
  /** Asked again until the answer is this one: who comes in first is the machine's to say. */
  const untilTold = async (wanted: string): Promise<void> => {
    for (let left = 100; ; left -= 1) {
      const wire = post(1, 'b');
      await wire.until('\r\n\r\n{');
      wire.socket.destroy();
      if (wire.text().includes(wanted)) return;
      if (left === 0) expect.unreachable(wire.text());
    }
  };
  const first = post(3, 'a');
  await untilTold('server.busy');
  first.socket.write('bc');
  await first.until('"size":3');
  first.socket.destroy();
  await untilTold('"size":1');
  await narrow.close();
});

test('who is silent is cut off; who waits for an answer that takes longer is not', async () => {
  const slow = query({
    name: 'test.slow.read',
    input: Type.Object({}),
    may: () => true,
    run: () => new Promise((resolve) => setTimeout(resolve, 900, '好了')),
  });
  const summary = { zh: '慢', en: 'Slow' };
  const impatient = await openOne({ ...limits, idleMs: 300 }, [
    route({ method: 'GET', path: '/slow', action: slow, summary }),
  ]);
  await impatient.listen({ host: '127.0.0.1', port: 0 });
  const to = (impatient.server.address() as { port: number }).port;
  const silent = dial('', to);
  const cookie = await cookieOf('li_city');
  const waiting = dial(`GET /api/v1/slow HTTP/1.1\r\nHost: ${HOST}\r\nCookie: ${cookie}\r\n\r\n`, to);
  await silent.closed;
  await waiting.until('好了');
  await impatient.close();
});

test('what is no HTTP is said to be none', async () => {
  const wire = dial('HELLO\r\n\r\n');
  await wire.closed;
  expect(wire.text()).toMatch(/^HTTP\/1\.1 400 .*server\.requestUnreadable/s);
  const long = dial(`GET / HTTP/1.1\r\nHost: ${HOST}\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`);
  await long.closed;
  expect(long.text()).toMatch(/^HTTP\/1\.1 431 /);
});

test('a stranger follows nothing', async () => {
  const wire = follow('__Host-luzhi=made-up');
  await wire.until('server.signInFirst');
  wire.socket.destroy();
});

test('a change about a county is told to it and to the city, not to its neighbour', async () => {
  const [city, yunping, linhe] = (await Promise.all(
    ['li_city', 'wang_yunping', 'zhao_linhe'].map(async (login) => follow(await cookieOf(login))),
  )) as [Wire, Wire, Wire];
  await Promise.all([city, yunping, linhe].map((wire) => wire.until('retry:')));
  await change(1n, YUNPING);
  await Promise.all([city, yunping].map((wire) => wire.until(`data: {"round":"${ROUND}","revision":"1"}`)));
  // So is a step of its task, which is no revision.
  await open().pool.query(`select pg_notify('luzhi_step', $1)`, [`1 ${ROUND} ${YUNPING}`]);
  await Promise.all([city, yunping].map((wire) => wire.until(`event: step\ndata: {"round":"${ROUND}"}`)));
  await change(2n);
  await Promise.all([city, yunping, linhe].map((wire) => wire.until('"revision":"2"')));
  expect(linhe.text()).not.toContain('"revision":"1"');
  expect(linhe.text()).not.toContain('event: step');
  for (const { socket } of [city, yunping, linhe]) socket.destroy();
});

test('who comes back is told where each round stands, as far as they may know', async () => {
  await change(3n, YUNPING);
  const linhe = follow(await cookieOf('zhao_linhe'));
  await linhe.until('"revision":"2"');
  expect(linhe.text()).not.toContain('"revision":"3"');
  linhe.socket.destroy();
});

test('a stream ends at the first event after its reader has lost the post', async () => {
  await addPerson(open().db, 'qian_city', [['office', CITY]]);
  const wire = follow(await cookieOf('qian_city'));
  await wire.until('"revision":"3"');
  await open()
    .db.updateTable('post')
    .set({ ends: '2026-03-01' })
    .where('account', 'in', (eb) => eb.selectFrom('account').select('account').where('login', '=', 'qian_city'))
    .execute();
  await change(4n);
  await wire.closed;
  expect(wire.text()).not.toContain('"revision":"4"');
});

test('a stream ends at once when its sign-in is revoked', async () => {
  await addPerson(open().db, 'sun_city', [['office', CITY]]);
  const [one, other] = [await signedIn(server, { login: 'sun_city', password: PASSWORD }), await cookieOf('sun_city')];
  const wire = follow(other);
  await wire.until('retry:');
  expect((await one.post('/sessions/revoke', {})).status).toBe(200);
  await wire.closed;
});

test('fifty readers all hear of one change, and closing ends every stream', async () => {
  const second = await openOne();
  await second.listen({ host: '127.0.0.1', port: 0 });
  const before = port;
  port = (second.server.address() as { port: number }).port;
  const cookie = await cookieOf('li_city');
  const wires = Array.from({ length: 50 }, () => follow(cookie));
  await Promise.all(wires.map((wire) => wire.until('retry:')));
  await change(5n);
  await Promise.all(wires.map((wire) => wire.until('"revision":"5"')));
  const { payload } = await second.inject({ url: '/metrics', headers: { host: HOST } });
  expect(payload).toContain('luzhi_event_streams 50');
  const more = follow(cookie);
  await more.until('server.tooMany');
  more.socket.destroy();
  await second.close();
  await Promise.all(wires.map(({ closed }) => closed));
  port = before;
});

test('listening comes back after the database has cut it, and nothing said meanwhile is missed', async () => {
  const wire = follow(await cookieOf('li_city'));
  await wire.until('"revision":"5"');
  // Its own role may end its own connections.
  await open().pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
  );
  await change(6n);
  await wire.until('"revision":"6"');
  wire.socket.destroy();
});
