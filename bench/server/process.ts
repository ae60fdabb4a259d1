/** The server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly signIns: ReadonlyMap<string, string>;
  readonly upMs: number;
}

export async function startServer(folder: string, url: string): Promise<Running> {
  const main = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--max-semi-space-size=4',
      '--heap-growing-percent=40',
      main,
      'serve',
      '--sample',
      '--port',
      '0',
      '--data',
      path.join(folder, 'data'),
    ],
    {
      env: { ...process.env, LUZHI_DATABASE_URL: url, LANG: 'zh_CN.UTF-8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  const signIns = new Map<string, string>();
  for await (const piece of child.stdout) {
    said += String(piece);
    if (/^ {2}audit\t\S+\t/m.test(said) || (/开启：\S+\n/.test(said) && !said.includes('首次'))) break;
  }
  const upMs = performance.now() - began;
  child.stdout.resume();
  for (const [, login = '', secret = ''] of said.matchAll(/^ {2}(\S+)\t(\S+)\t/gm)) signIns.set(login, secret);
  return { child, address: /http:\/\/\S+/.exec(said)?.[0] ?? '', signIns, upMs };
}

export async function stopServer({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Resident, once nothing moves. */
export async function megabytesOf({ child: { pid } }: Running): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
