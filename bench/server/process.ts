/** The server as a process of its own. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';

export interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly signIns: ReadonlyMap<string, string>;
  readonly upMs: number;
}

/** `known`: what a first start on the database had told. */
export async function startServer(folder: string, url: string, known?: Running['signIns']): Promise<Running> {
  const main = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      // As tools/setup.mjs starts it.
      '--max-semi-space-size=8',
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
  const said = await heard(child, /开启：\S+\n/);
  const upMs = performance.now() - began;
  const signIns = new Map(known);
  for (const [, login = '', secret = ''] of said.matchAll(/^ {2}(\S+)\t(\S+)\t/gm)) signIns.set(login, secret);
  return { child, address: /http:\/\/\S+/.exec(said)?.[0] ?? '', signIns, upMs };
}

/** Waits for the word, then lets it go on talking: a pipe nobody listens to ends who writes to it. */
const heard = ({ stdout }: ChildProcessByStdio<null, Readable, null>, word: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    stdout.on('data', (piece) => {
      said += String(piece);
      if (word.test(said)) resolve(said);
    });
    stdout.on('end', () => reject(new Error(`the server ended, having said: ${said}`)));
  });

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
