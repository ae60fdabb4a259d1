/** A PostgreSQL of the operating system, where one is installed, as a cluster of its own in a folder of ours. */
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';

/** Debian's place for them; the newest version. Undefined where none is installed. */
export const systemBinaries = (): string | undefined =>
  !existsSync('/usr/lib/postgresql')
    ? undefined
    : readdirSync('/usr/lib/postgresql')
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => `/usr/lib/postgresql/${version}/bin`)
        .find((bin) => existsSync(path.join(bin, 'initdb')) && existsSync(path.join(bin, 'postgres')));

export interface SystemPostgres {
  readonly connection: pg.ClientConfig & { readonly host: string; readonly port: number };
  /** `15.14`. */
  readonly version: string;
  stop(): Promise<void>;
}

export async function startSystemPostgres(bin: string, folder: string): Promise<SystemPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const user = process.getuid?.() === 0 ? ownerIds() : {};
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const password = randomUUID();
  const [data, secret] = [path.join(folder, 'data'), path.join(folder, 'secret')];
  writeFileSync(secret, password);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(secret, user.uid, user.gid);
  const options = ['-D', data, '-U', 'luzhi', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C'];
  execFileSync(path.join(bin, 'initdb'), options, { ...user, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...settings], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const connection = { host: '127.0.0.1', port, user: 'luzhi', password, database: 'postgres' };
  const version = await untilUp(connection);
  const stop = async (): Promise<void> => {
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    await gone;
  };
  return { connection, version, stop };
}

const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
/** PostgreSQL does not run as root. */
const ownerIds = (): { readonly uid?: number; readonly gid?: number } => ({ uid: idOf('-u'), gid: idOf('-g') });

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { readonly port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilUp(connection: pg.ClientConfig): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(connection);
    try {
      await client.connect();
      const { rows } = await client.query('show server_version');
      return String(rows[0].server_version).split(' ')[0] ?? '';
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
