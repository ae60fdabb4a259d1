/** Runs a program of the server's user, in an environment that holds nothing of this process but where things are. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import type { Account } from './account.ts';

const KEPT = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

export const optionsFor = ({ ids }: Account): SpawnOptions => ({
  // A folder everybody can stand in: this process's own may be closed to the server's user.
  cwd: process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\') : '/',
  env: { ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])), LC_ALL: 'C', TZ: 'UTC' },
  windowsHide: true,
  ...ids,
});

export interface Ran {
  readonly status: number | null;
  /** What it wrote, errors too. */
  readonly output: string;
}

export const run = (account: Account, program: string, words: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(program, [...words], { ...optionsFor(account), stdio: 'pipe' });
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.once('error', (error) => resolve({ status: null, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
    // A program that ends before it has read everything says so by its status.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });

/** Whether the server's user may enter `folder` (or run the program that stands there). */
export function isOpenTo(account: Account, entry: string): boolean {
  if (account.ids === undefined) return true;
  return spawnSync('test', ['-x', entry], { ...optionsFor(account), stdio: 'ignore' }).status === 0;
}
