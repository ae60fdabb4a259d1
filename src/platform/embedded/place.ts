/** Where the database lies, so that the server's user can reach it. */
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Account, accountFor } from './account.ts';
import { findAway, newAway } from './away.ts';
import { EmbeddedProblem } from './problems.ts';
import { refusing } from './refusing.ts';
import { isOpenTo } from './run.ts';
import { clusterIn } from './settings.ts';

/** Others may pass through to what is open to them, and cannot list what is there. */
const PASS_MODE = 0o711;
const CLOSED_MODE = 0o700;

export interface Place {
  readonly account: Account;
  /** Holds the cluster, the server's record and, where needed, a copy of the binaries. */
  readonly home: string;
  readonly cluster: string;
  /** Names the data folder in places shared with others. */
  readonly hash: string;
}

/** The real path of the data folder, made where it is missing. Throws `folderRefused`, `noRoom`. */
export function openFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  return refusing(folder, () => {
    // Started as root, the server runs as another user, who has to pass through, whatever this process's mask says.
    const passing = process.getuid?.() === 0;
    const first = mkdirSync(folder, { recursive: true, mode: CLOSED_MODE });
    if (passing && first !== undefined) openUp(folder, first);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  });
}

export function choosePlace(folder: string): Place {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const known = existsSync(clusterIn(folder)) ? folder : findAway(folder, hash);
  const account = accountFor(known === undefined ? undefined : clusterIn(known));
  if (known !== undefined && !isOpenTo(account, known)) {
    throw EmbeddedProblem.unreachable({ folder: clusterIn(known), user: account.name });
  }
  const home = known ?? (isOpenTo(account, folder) ? folder : newAway(hash));
  refusing(home, () => mkdirSync(home, { recursive: true, mode: PASS_MODE }));
  return { account, home, cluster: clusterIn(home), hash };
}

/** The folder and what was made above it, from `first` down. */
function openUp(folder: string, first: string): void {
  chmodSync(folder, PASS_MODE);
  if (folder !== first) openUp(path.dirname(folder), first);
}
