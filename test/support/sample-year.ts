/**
 * The sample prefecture in the middle of its year, on an embedded database: made once a run by a real server, and copied
 * for each who works on it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from './serve.ts';

/** A year somebody else is making; older, its maker was killed. */
const MAKING_MS = 180_000;

/** Passwords by login. */
export type SignIns = Readonly<Record<string, string>>;

/** `dataDir` must not be there yet; the folder it stands in is opened to the user the database runs as. */
export async function copyYear(dataDir: string): Promise<SignIns> {
  const made = await makeYear();
  execFileSync('cp', ['-a', path.join(made, 'data'), dataDir]);
  execFileSync('chmod', ['711', path.dirname(dataDir)]);
  return JSON.parse(readFileSync(path.join(made, 'sign-ins.json'), 'utf8')) as SignIns;
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
