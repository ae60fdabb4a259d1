/**
 * The running system, for tests that look at it in a browser: a real server on a real embedded database with the sample
 * prefecture in the middle of its year. The year is made once a run; each test file works on a copy of its own.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A year somebody else is making; older, its maker was killed. */
const MAKING_MS = 180_000;

export interface System {
  readonly address: string;
  /** Throws for a login the sample does not print. */
  passwordOf(login: string): string;
  stop(): Promise<void>;
}

/** `prepare` works on the copy before the server opens it. */
export async function openSystem(prepare?: (dataDir: string) => Promise<void>): Promise<System> {
  const made = await makeYear();
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-browser-'));
  execFileSync('cp', ['-a', path.join(made, 'data'), folder]);
  execFileSync('chmod', ['711', folder]);
  const signIns = JSON.parse(readFileSync(path.join(made, 'sign-ins.json'), 'utf8')) as Record<string, string>;
  await prepare?.(path.join(folder, 'data'));
  const { address, stop } = await serve(path.join(folder, 'data'));
  return {
    address,
    passwordOf: (login) => signIns[login] ?? fail(login),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One year for a run: made by the first who needs it, waited for by the others. */
async function makeYear(): Promise<string> {
  // The folder of the run goes with it.
  const folder = path.join(process.env.LUZHI_TEST_FOLDER ?? tmpdir(), `luzhi-sample-year-${process.pid}`);
  const making = `${folder}.making`;
  for (;;) {
    if (existsSync(folder)) return folder;
    if (claim(making)) break;
    await wait(200);
  }
  // Started as root, the database runs as another user, who has to pass through.
  mkdirSync(path.join(making, 'data'));
  execFileSync('chmod', ['711', making, path.join(making, 'data')]);
  const { said, stop } = await serve(path.join(making, 'data'), '--sample');
  const signIns = [...said.matchAll(/^ {2}(\S+)\t(\S+)\t/gm)].map(([, login, password]) => [login, password]);
  await stop();
  writeFileSync(path.join(making, 'sign-ins.json'), JSON.stringify(Object.fromEntries(signIns)));
  renameSync(making, folder);
  return folder;
}

/** Whether the folder is ours to fill. */
function claim(making: string): boolean {
  try {
    mkdirSync(making);
    return true;
  } catch {
    if (existsSync(making) && Date.now() - statSync(making).mtimeMs > MAKING_MS)
      rmSync(making, { recursive: true, force: true });
    return false;
  }
}

interface Served {
  readonly address: string;
  readonly said: string;
  stop(): Promise<void>;
}

async function serve(data: string, ...more: string[]): Promise<Served> {
  const args = [path.join(ROOT, 'src/cli/main.ts'), 'serve', '--data', data, '--port', '0', ...more];
  const environment = { ...process.env, LANG: 'zh_CN.UTF-8' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const address = await untilSaid(
    child,
    () => /履职已开启：(http:\/\/\S+)/.exec(said)?.[1],
    () => said,
  );
  // Sign-ins are printed after the address, in one go with the last of them.
  if (more.includes('--sample'))
    await untilSaid(
      child,
      () => /^ {2}audit\t/m.exec(said)?.[0],
      () => said,
    );
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { address, said, stop };
}

async function untilSaid(child: ChildProcess, find: () => string | undefined, said: () => string): Promise<string> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    await wait(50);
  }
}

function fail(login: string): never {
  throw new Error(`the sample prints no sign-in for ${login}`);
}
