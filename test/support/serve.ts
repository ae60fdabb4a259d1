/** `luzhi serve` as a process of its own, until it has said all it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Served {
  readonly address: string;
  readonly said: string;
  stop(): Promise<void>;
}

export async function serve(data: string, ...more: string[]): Promise<Served> {
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
