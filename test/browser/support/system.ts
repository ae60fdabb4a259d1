/**
 * The running system, for tests that look at it in a browser: a real server on a real embedded database with the sample
 * prefecture in the middle of its year. Each test file works on a copy of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bringing, copyYear } from '../../support/sample-year.ts';
import { serve } from '../../support/serve.ts';

export interface Beginning {
  readonly bringing?: Bringing;
  readonly prepare?: (dataDir: string) => Promise<void>;
}

export interface System {
  readonly address: string;
  /** Throws for a login the sample does not print. */
  passwordOf(login: string): string;
  stop(): Promise<void>;
}

/** `bringing` is the year to start from; `prepare` works on the copy before the server opens it. */
export async function openSystem({ bringing, prepare }: Beginning = {}): Promise<System> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-browser-'));
  const data = path.join(folder, 'data');
  const signIns = await copyYear(data, bringing);
  await prepare?.(data);
  const { address, stop } = await serve(data);
  return {
    address,
    passwordOf: (login) => signIns[login] ?? fail(login),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fail(login: string): never {
  throw new Error(`the sample prints no sign-in for ${login}`);
}
