/** Where the server is spoken to: a socket in a short path of its own, on Windows a port of this machine alone. */
import { chmodSync, lchownSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Place } from './place.ts';
import { EmbeddedProblem } from './problems.ts';
import { isOpenTo } from './run.ts';

/** Names the socket file; nothing listens on it as TCP. */
const SOCKET_PORT = 5432;
/** Shortest limit of a socket's path: macOS takes 103 bytes, Linux 107. */
const SOCKET_PATH_BYTES = 103;
const CLOSED_MODE = 0o700;
const LOOPBACK = '127.0.0.1';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Throws `socketFolder`: somebody else has made it. */
export async function openAddress(place: Place): Promise<Address> {
  if (process.platform === 'win32') return { host: LOOPBACK, port: await freePort() };
  return { host: makeSocketFolder(place), port: SOCKET_PORT };
}

/** The server has taken its socket away; what a killed one left stays for the next. */
export function closeAddress({ host }: Address): void {
  if (host === LOOPBACK) return;
  try {
    rmdirSync(host);
  } catch {
    // Not empty, or swept by the system already.
  }
}

export const settingsFor = ({ host, port }: Address): Readonly<Record<string, string>> =>
  host === LOOPBACK
    ? { listen_addresses: host, port: String(port), unix_socket_directories: '' }
    : {
        listen_addresses: '',
        port: String(port),
        unix_socket_directories: `"${host}"`,
        unix_socket_permissions: '0700',
      };

function makeSocketFolder({ account, hash }: Place): string {
  const base = [os.tmpdir(), '/tmp'].find((each) => fits(path.join(each, `luzhi-${hash}`)) && isOpenTo(account, each));
  const folder = path.join(base ?? '/tmp', `luzhi-${hash}`);
  try {
    mkdirSync(folder, { recursive: true, mode: CLOSED_MODE });
    const entry = lstatSync(folder);
    const self = process.getuid?.();
    const isReady = entry.uid === (account.ids?.uid ?? self) && (entry.mode & 0o777) === CLOSED_MODE;
    if (!entry.isDirectory() || !(isReady || entry.uid === self)) throw new Error(`uid ${entry.uid}`);
    if (!isReady) {
      chmodSync(folder, CLOSED_MODE);
      if (account.ids !== undefined) lchownSync(folder, account.ids.uid, account.ids.gid);
    }
  } catch (error) {
    throw EmbeddedProblem.socketFolder({ folder, fault: (error as Error).message });
  }
  return folder;
}

const fits = (folder: string): boolean =>
  Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_BYTES;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
