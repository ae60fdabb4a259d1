/** Makes the cluster (PostgreSQL's word for one data folder) and its owner's password. */
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { programIn } from './binaries.ts';
import { faultOf } from './fault.ts';
import type { Place } from './place.ts';
import { EmbeddedProblem } from './problems.ts';
import { refusing } from './refusing.ts';
import { ensureRoom } from './room.ts';
import { run } from './run.ts';
import { argumentsOf, DATABASE, FREE_TO_CREATE_MB, FREE_TO_START_MB, MAJOR, OWNER } from './settings.ts';
import { writeOver } from './write-over.ts';

/** Passwords alone open it, from the socket as from Windows's loopback; the socket's folder is closed besides. */
const HBA = ['local all all scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256', ''].join('\n');

/** Makes the cluster where there is none. Gives the owner's password. */
export async function ensureCluster(place: Place, native: string): Promise<string> {
  const { cluster, home } = place;
  if (existsSync(cluster)) {
    refuseOtherVersion(cluster);
    ensureRoom(home, FREE_TO_START_MB);
  } else {
    ensureRoom(home, FREE_TO_CREATE_MB);
    await create(place, native);
  }
  return readPassword(home) ?? (await setPassword(place, native));
}

function refuseOtherVersion(cluster: string): void {
  const file = path.join(cluster, 'PG_VERSION');
  const found = refusing(cluster, () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : ''));
  if (found !== MAJOR) throw EmbeddedProblem.otherVersion({ folder: cluster, found: found || '?', wanted: MAJOR });
}

/** Under its name a cluster is whole or not there at all: one whose making was cut off is begun anew. */
async function create({ account, home, cluster }: Place, native: string): Promise<void> {
  const begun = `${cluster}.new`;
  const folder = `${begun}-${randomBytes(4).toString('hex')}`;
  refusing(home, () => {
    for (const name of readdirSync(home).filter((each) => each.startsWith(path.basename(begun)))) {
      // An `initdb` whose parent was killed may still be writing; it ends when it finds nobody to tell.
      rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
    mkdirSync(folder, { mode: 0o700 });
    if (account.ids !== undefined) chownSync(folder, account.ids.uid, account.ids.gid);
  });
  const words = ['-D', folder, '-U', OWNER, '-E', 'UTF8', '--locale=C', '-A', 'trust', '--no-instructions'];
  const { status, output } = await run(account, programIn(native, 'initdb'), words);
  if (status !== 0) throw refused(output, folder);
  await alone({ account, cluster: folder }, native, `create database ${DATABASE}`);
  refusing(folder, () => {
    writeOver(path.join(folder, 'pg_hba.conf'), HBA);
    renameSync(folder, cluster);
    if (process.platform !== 'win32') syncFolder(home);
  });
}

function syncFolder(folder: string): void {
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}

const passwordFile = (home: string): string => path.join(home, `pg${MAJOR}.password`);

const readPassword = (home: string): string | undefined =>
  refusing(home, () =>
    existsSync(passwordFile(home)) ? readFileSync(passwordFile(home), 'utf8').trim() || undefined : undefined,
  );

/** Also for a cluster whose password file was lost: who can write the folder can set it anew. */
async function setPassword(place: Place, native: string): Promise<string> {
  const password = randomBytes(32).toString('base64url');
  await alone(place, native, `alter role ${OWNER} password '${password}'`);
  refusing(place.home, () => {
    const file = passwordFile(place.home);
    writeFileSync(`${file}.new`, `${password}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  });
  return password;
}

/** One statement while no server runs. */
async function alone(
  { account, cluster }: Pick<Place, 'account' | 'cluster'>,
  native: string,
  statement: string,
): Promise<void> {
  const words = ['--single', '-D', cluster, ...argumentsOf({ exit_on_error: 'on' }), 'postgres'];
  const { status, output } = await run(account, programIn(native, 'postgres'), words, `${statement}\n`);
  if (status !== 0) throw refused(output, cluster);
}

const refused = (output: string, folder: string) => EmbeddedProblem.notStarted({ log: folder, fault: faultOf(output) });
