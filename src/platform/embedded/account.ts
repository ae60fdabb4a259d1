/** As whom the server runs: PostgreSQL refuses root, and its `initdb` refuses a number without an account. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import { EmbeddedProblem } from './problems.ts';

export interface Account {
  readonly name: string;
  /** Set where the server runs as another user than this process. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

const KNOWN = ['postgres', 'nobody'];
const OWN = 'luzhi';
const ROOT = 0;

/** `cluster` is the database that is already there: it is run by the one who owns it. */
export function accountFor(cluster: string | undefined): Account {
  const self = process.getuid?.();
  if (self === undefined) return { name: os.userInfo().username };
  if (self !== ROOT) return ownAccount(self, cluster);
  const { uid = ROOT, gid = ROOT } = cluster === undefined ? {} : statSync(cluster);
  if (uid !== ROOT) return { name: nameOf(uid), ids: { uid, gid } };
  for (const name of [...KNOWN, OWN]) {
    const ids = idsOf(name);
    if (ids !== undefined) return { name, ids };
  }
  return made();
}

function ownAccount(self: number, cluster: string | undefined): Account {
  const name = ownName(self);
  const owner = cluster === undefined ? self : statSync(cluster).uid;
  if (cluster !== undefined && owner !== self) {
    throw EmbeddedProblem.ownedByOther({ folder: cluster, owner: nameOf(owner), user: name });
  }
  return { name };
}

function ownName(uid: number): string {
  try {
    return os.userInfo().username;
  } catch {
    throw EmbeddedProblem.noAccount({ uid });
  }
}

/** The number itself where nobody has it. */
const nameOf = (uid: number): string =>
  spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' }).stdout?.trim() || String(uid);

function idsOf(name: string): Account['ids'] {
  const [uid, gid] = ['-u', '-g'].map((which) => {
    const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : ROOT;
  });
  return uid && gid ? { uid, gid } : undefined;
}

function made(): Account {
  // The second form is BusyBox's.
  for (const [program, ...words] of [
    ['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN],
    ['adduser', '-S', '-D', '-H', OWN],
  ] as const) {
    spawnSync(program, words);
    const ids = idsOf(OWN);
    if (ids !== undefined) return { name: OWN, ids };
  }
  throw EmbeddedProblem.noUser({ tried: [...KNOWN, OWN] });
}
