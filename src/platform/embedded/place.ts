/** Where the database lies, so that the server's user can reach it. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../kernel/index.ts';
import { type Account, accountFor } from './account.ts';
import { EmbeddedProblem } from './problems.ts';
import { isOpenTo } from './run.ts';
import { MAJOR } from './settings.ts';

/** Used when the data folder is closed to the server's user, such as one under a home of mode 0700. */
const AWAY = '/var/lib/luzhi';
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

/** Runs `act`; a fault of the file system ends as `folderRefused`. */
export function refusing<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw EmbeddedProblem.folderRefused({ folder, fault: code ?? message });
  }
}
