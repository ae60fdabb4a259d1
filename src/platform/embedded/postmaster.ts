/** Starts and ends the server process of a cluster. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { type Address, settingsFor } from './address.ts';
import { programIn } from './binaries.ts';
import type { Log } from './contract.ts';
import { faultOf } from './fault.ts';
import type { Place } from './place.ts';
import { disownNote, leftBehind, readNote, serves } from './postmaster-file.ts';
import { EmbeddedProblem } from './problems.ts';
import { markOf } from './process-mark.ts';
import { optionsFor, run } from './run.ts';
import { argumentsOf, LOG_LIMIT_BYTES, START_LIMIT_MS, STOP_LIMIT_MS } from './settings.ts';

/** How often a file or process is looked at while waiting. */
const LOOK_MS = 10;

export interface Started {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Keeps this process waiting for `ended`; until then a server does not hold it. */
  hold(): void;
}

/** Gives a server that takes connections. Throws `notStarted`. */
export async function startPostmaster(
  { account, cluster }: Place,
  native: string,
  address: Address,
  record: string,
): Promise<Started> {
  const words = ['-D', cluster, ...argumentsOf(settingsFor(address))];
  const from = sizeOf(record);
  const log = openSync(record, from > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  // A group of its own: Ctrl+C reaches us alone, and we end the server after the last answer.
  const child = spawn(programIn(native, 'postgres'), words, {
    ...optionsFor(account),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const ended = endOf(child);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const until = performance.now() + START_LIMIT_MS;
  while (!over && performance.now() < until) {
    const note = readNote(cluster);
    if (note?.ready && note.pid === child.pid) return { pid: note.pid, ended, hold: () => child.ref() };
    await pause(LOOK_MS);
  }
  if (child.pid !== undefined) await endProcess(child.pid, account, cluster, native);
  const written = readFileSync(record, 'utf8');
  throw EmbeddedProblem.notStarted({ log: record, fault: faultOf(written.slice(Math.min(from, written.length))) });
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

/** Ends a server left by a parent that was killed, and clears the note of one that is gone. */
export async function clearOrphan({ account, cluster }: Place, native: string, log: Log): Promise<void> {
  const note = readNote(cluster);
  if (note === undefined) return;
  if (serves(note.pid, cluster)) {
    log('embedded.orphan', { pid: note.pid });
    await endProcess(note.pid, account, cluster, native);
  } else if (process.platform !== 'win32') {
    await endLeftBehind(cluster);
    disownNote(cluster);
  }
}

/** They cannot commit any more, and PostgreSQL starts no second server beside them. */
async function endLeftBehind(cluster: string): Promise<void> {
  for (const pid of leftBehind(cluster)) send(pid, 'SIGKILL');
  while (leftBehind(cluster).length > 0) await pause(LOOK_MS);
}

/** Fast shutdown, and where that takes too long an immediate one: the next start recovers what was committed. */
export async function endProcess(pid: number, account: Account, cluster: string, native: string): Promise<void> {
  const mark = markOf(pid);
  if (mark === undefined) return;
  for (const [mode, signal] of [
    ['fast', 'SIGINT'],
    ['immediate', 'SIGQUIT'],
  ] as const) {
    if (process.platform === 'win32') {
      await run(account, programIn(native, 'pg_ctl'), ['stop', '-D', cluster, '-m', mode, '-W']);
    } else {
      send(pid, signal);
    }
    const until = performance.now() + STOP_LIMIT_MS;
    while (performance.now() < until) {
      if (markOf(pid) !== mark) return;
      await pause(LOOK_MS);
    }
  }
}

/** A process that has just ended needs no signal. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
