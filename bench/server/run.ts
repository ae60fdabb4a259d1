/**
 * The load, as a process of its own: starts a server process on the database it is given, loads it, and sends the rows of
 * the table to who started it. Asked for by `bench/main.ts` once for each kind of database.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { openEmbedded } from '../../src/platform/embedded/index.ts';
import { startSystemPostgres, systemBinaries } from '../../test/support/system-postgres.ts';
import type { BenchRow } from '../row.ts';
import { besideEvaluation } from './beside.ts';
import { FILLERS, hireFillers, saveWarm } from './fillers.ts';
import { LAST_MINUTE, lastMinute } from './last.ts';
import { megabytesOf, startServer, stopServer } from './process.ts';
import { rawSaves } from './raw.ts';
import { dropSchools } from './schools.ts';
import { STREAMS, tellStreams } from './streams.ts';

interface Ground {
  readonly name: string;
  readonly connection: pg.ClientConfig;
  stop(): Promise<void>;
}

const row = (
  work: string,
  ours: number,
  unit: BenchRow['unit'],
  text: string,
  reached: boolean,
  checked = true,
): BenchRow => ({ work, ours, unit, target: { text, reached }, checked });

async function openGround(kind: string, folder: string): Promise<Ground | undefined> {
  if (kind === 'embedded') {
    const { connection, stop } = await openEmbedded({ dataDir: path.join(folder, 'db'), log: () => {} });
    return { name: 'embedded PostgreSQL', connection, stop };
  }
  const bin = systemBinaries();
  if (bin === undefined) return undefined;
  const { connection, version, stop } = await startSystemPostgres(bin, path.join(folder, 'db'));
  return { name: `PostgreSQL ${version}`, connection, stop };
}

async function run(kind: string, folder: string): Promise<readonly BenchRow[]> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const ground = await openGround(kind, folder);
  if (ground === undefined) return [];
  const { host, port, user, password, database } = ground.connection;
  const url = `postgres://${user}:${password}@${encodeURIComponent(host ?? '')}:${port}/${database}`;
  try {
    const first = await startServer(folder, url);
    const fillers = await hireFillers(first);
    const ours = await saveWarm(fillers);
    const raw = await rawSaves(ground.connection, folder);
    const beside = await besideEvaluation(fillers, first);
    const sheet = await dropSchools(first);
    const minute = await lastMinute(fillers, ground.connection);
    const streams = await tellStreams(fillers, first);
    const used = await megabytesOf(first);
    await stopServer(first);
    const again = await startServer(folder, url, first.signIns);
    const idle = await megabytesOf(again);
    await stopServer(again);
    const rows: readonly BenchRow[] = [
      row('first start with the whole sample year', first.upMs / 1_000, 's', '10 s', first.upMs <= 10_000),
      row('later start', again.upMs / 1_000, 's', '2 s', again.upMs <= 2_000),
      row('idle server', idle, 'MB', '200 MB', idle < 200),
      row('server with its threads, after all of this', used, 'MB', 'for comparison', true),
      ...raw.map(({ by, perSecond }) => ({
        ...row(
          `entry: one save, ${FILLERS} people at once`,
          1_000 / ours.perSecond,
          'ms',
          '80 % of the statements',
          ours.perSecond / perSecond >= 0.8,
          ours.checked,
        ),
        peer: { name: `the same statements by ${by}`, value: 1_000 / perSecond },
      })),
      row(`entry: p99 beside ${beside.evaluations} evaluations in a row`, beside.p99, 'ms', '100 ms', beside.p99 < 100),
      row('school list of a county previewed and taken over', sheet, 's', '1 s', sheet < 1),
      row(
        `${LAST_MINUTE} requests in the last minute, all answered, none lost, none doubled`,
        minute.seconds,
        's',
        '60 s',
        minute.seconds < 60 && minute.checked,
        minute.checked,
      ),
      row(
        `${STREAMS} event streams, until the last has an event`,
        streams.seconds,
        's',
        '5 s',
        streams.seconds < 5,
        streams.all,
      ),
    ];
    return rows.map((each) => ({ ...each, work: `${ground.name}: ${each.work}` }));
  } finally {
    await ground.stop();
  }
}

const [kind = 'embedded', folder = ''] = process.argv.slice(2);
const rows = await run(kind, folder);
if (process.send === undefined) console.log(JSON.stringify(rows, undefined, 1));
else process.send(rows);
