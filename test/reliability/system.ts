/** A real server process on a real database, killed without warning and started again at the same address. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const UP_MS = 30_000;

export interface System {
  readonly address: string;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export async function systemOn(databaseUrl: string, data: string): Promise<System> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let process_: ChildProcess | undefined;
  return {
    address,
    async start() {
      process_ = spawn(process.execPath, [MAIN, 'serve', '--data', data, '--port', String(port)], {
        env: { ...process.env, LUZHI_DATABASE_URL: databaseUrl },
        stdio: 'ignore',
      });
      const until = Date.now() + UP_MS;
      while (!(await isUp(address))) {
        if (process_.exitCode !== null || Date.now() > until) throw new Error('the system does not come up again');
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async kill() {
      if (process_ === undefined || process_.exitCode !== null || process_.signalCode !== null) return;
      process_.kill('SIGKILL');
      await once(process_, 'exit');
    },
  };
}

const isUp = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
