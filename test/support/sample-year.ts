/**
 * The sample prefecture in the middle of its year, on an embedded database: made once a run by a real server, and copied
 * for each who works on it. What several bring it to is made once too.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runFolder } from './run-folder.ts';
import { serve } from './serve.ts';

/** A year somebody else is making; older, its maker was killed. */
const MAKING_MS = 180_000;

/** Passwords by login. */
export type SignIns = Readonly<Record<string, string>>;

/** Brings the year in a data folder further; the same `name` is the same work. */
export interface Bringing {
  readonly name: string;
  bring(dataDir: string): Promise<void>;
}

/** `dataDir` must not be there yet; the folder it stands in is opened to the user the database runs as. */
export async function copyYear(dataDir: string, bringing?: Bringing): Promise<SignIns> {
  const started = await once('started', startYear);
  const made =
    bringing === undefined ? started : await once(bringing.name, (folder) => further(started, folder, bringing));
  copy(path.join(made, 'data'), dataDir);
  execFileSync('chmod', ['711', path.dirname(dataDir)]);
  return JSON.parse(readFileSync(path.join(started, 'sign-ins.json'), 'utf8')) as SignIns;
}

const copy = (from: string, to: string): void => void execFileSync('cp', ['-a', from, to]);

async function startYear(folder: string): Promise<void> {
  const data = path.join(folder, 'data');
  // Started as root, the database runs as another user, who has to pass through.
  mkdirSync(data);
  execFileSync('chmod', ['711', folder, data]);
  const { said, stop } = await serve(data, '--sample');
  const signIns = [...said.matchAll(/^ {2}(\S+)\t(\S+)\t/gm)].map(([, login, password]) => [login, password]);
  await stop();
  writeFileSync(path.join(folder, 'sign-ins.json'), JSON.stringify(Object.fromEntries(signIns)));
}

async function further(started: string, folder: string, { bring }: Bringing): Promise<void> {
  execFileSync('chmod', ['711', folder]);
  copy(path.join(started, 'data'), path.join(folder, 'data'));
  await bring(path.join(folder, 'data'));
}

/** One folder of that name for a run: made by the first who needs it, waited for by the others. */
async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(runFolder(), `year-${name}`);
  const making = `${folder}.making`;
  for (;;) {
    if (existsSync(folder)) return folder;
    if (claim(making)) break;
    await wait(200);
  }
  await make(making);
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
