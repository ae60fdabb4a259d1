/** Where things lie, so that the server's user can reach them and no path is too long for a socket. */
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, accountFor } from './account.ts';
import { EmbeddedProblem } from './problems.ts';
import { isOpenTo } from './run.ts';
import { MAJOR, SOCKET_PORT } from './settings.ts';

/** Used when the data folder is closed to the server's user, such as one under a home of mode 0700. */
const AWAY = '/var/lib/luzhi';
/** Shortest limit of a socket's path: macOS takes 103 bytes, Linux 107. */
const SOCKET_PATH_BYTES = 103;
/** Others may pass through to what is open to them, and cannot list what is there. */
const PASS_MODE = 0o711;

export interface Place {
  readonly account: Account;
  /** Holds the cluster, the server's record and, where needed, a copy of the binaries. */
  readonly home: string;
  readonly cluster: string;
  /** Names the data folder in places shared with others. */
  readonly hash: string;
}

/** The real path of the data folder, made where it is missing. Throws `folderRefused`. */
export function openFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  return refusing(folder, () => {
    mkdirSync(folder, { recursive: true, mode: PASS_MODE });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  });
}

export function choosePlace(folder: string): Place {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const homes = process.getuid?.() === 0 ? [folder, path.join(AWAY, hash)] : [folder];
  const known = homes.find((home) => existsSync(clusterIn(home)));
  const account = accountFor(known === undefined ? undefined : clusterIn(known));
  if (known !== undefined && !isOpenTo(account, known)) {
    throw EmbeddedProblem.unreachable({ folder: clusterIn(known), user: account.name });
  }
  const home = known ?? (isOpenTo(account, folder) ? folder : path.join(AWAY, hash));
  refusing(home, () => mkdirSync(home, { recursive: true, mode: PASS_MODE }));
  return { account, home, cluster: clusterIn(home), hash };
}

const clusterIn = (home: string): string => path.join(home, `pg${MAJOR}`);

/** A folder only the server's user and root can enter. Throws `socketFolder`: somebody else has made it. */
export function makeSocketFolder({ account, hash }: Place): string {
  const base = [os.tmpdir(), '/tmp'].find((each) => fits(path.join(each, `luzhi-${hash}`)) && isOpenTo(account, each));
  const folder = path.join(base ?? '/tmp', `luzhi-${hash}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid } = lstatSync(folder);
    const wanted = account.ids?.uid ?? uid;
    if (!lstatSync(folder).isDirectory() || ![process.getuid?.(), wanted].includes(uid)) throw new Error(`uid ${uid}`);
    if (account.ids !== undefined) chownSync(folder, account.ids.uid, account.ids.gid);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw EmbeddedProblem.socketFolder({ folder, fault: (error as Error).message });
  }
  return folder;
}

const fits = (folder: string): boolean =>
  Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_BYTES;

/** Runs `act`; a fault of the file system ends as `folderRefused`. */
export function refusing<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw EmbeddedProblem.folderRefused({ folder, fault: code ?? message });
  }
}
