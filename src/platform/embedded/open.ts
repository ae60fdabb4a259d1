/**
 * Opens the embedded database: a real PostgreSQL beside this process, in the data folder.
 *
 * 1. take the folder     lock.ts
 * 2. find a user, a place and programs it can reach   account.ts, place.ts, binaries.ts
 * 3. end what a killed parent left                    postmaster.ts
 * 4. make the cluster, once                           cluster.ts
 * 5. start it, and start it again should it fall      keep-running.ts
 */
import path from 'node:path';
import { closeAddress, openAddress } from './address.ts';
import { noteAway } from './away.ts';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import type { Embedded, Log } from './contract.ts';
import { keepRunning } from './keep-running.ts';
import { takeLock } from './lock.ts';
import { choosePlace, openFolder } from './place.ts';
import { clearOrphan } from './postmaster.ts';
import { DATABASE, MAJOR, OWNER } from './settings.ts';

/** `dataDir` is made where it is missing. Throws problems `platform.embedded.*`; then nothing is left running. */
export async function openEmbedded({ dataDir, log }: { dataDir: string; log: Log }): Promise<Embedded> {
  const folder = openFolder(dataDir);
  const release = await takeLock(folder);
  try {
    return await open(folder, log, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function open(folder: string, log: Log, release: () => void): Promise<Embedded> {
  const place = choosePlace(folder);
  const { account, cluster, home } = place;
  const binaries = prepareBinaries(place);
  await clearOrphan(place, binaries, log);
  const password = await ensureCluster(place, binaries);
  noteAway(folder, home);
  const address = await openAddress(place);
  const record = path.join(home, `pg${MAJOR}.log`);
  const end = await keepRunning({ place, native: binaries, address, record, log });

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await end();
    closeAddress(address);
    release();
  };
  return {
    connection: { ...address, user: OWNER, password, database: DATABASE },
    where: { cluster, binaries, log: record, user: account.name },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
