/** The system of a data folder, opened for one command and closed behind it; nobody is served meanwhile. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { App } from '../app/index.ts';
import type { Action, Who } from '../platform/index.ts';
import type { ExitCode, Invocation } from './command.ts';
import { CliProblem } from './problems.ts';
import { wholeNumber } from './words.ts';

export const DATA_OPTIONS = { data: { type: 'string' } } as const;

/** Throws `cli.dataMissing`: a folder misspelt is not a new system. */
export async function onData<T>({ text }: Invocation, work: (app: App) => Promise<T>): Promise<T> {
  const dataDir = path.resolve(text('data') ?? 'data');
  if (!existsSync(dataDir)) throw CliProblem.dataMissing({ folder: dataDir });
  // Read here and not above: the file commands start without the server and its database.
  const { openApp } = await import('../app/index.ts');
  const databaseUrl = process.env.LUZHI_DATABASE_URL;
  const app = await openApp({
    dataDir,
    log: { level: 'silent' },
    now: () => new Date(),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  return work(app).finally(() => app.close());
}

export const OPERATOR_OPTIONS = {
  ...DATA_OPTIONS,
  as: { type: 'string', required: true },
  tenant: { type: 'string' },
} as const;

/** Somebody at the machine, in the name of an account. */
export interface Operator {
  readonly app: App;
  readonly who: Who;
  readonly now: Date;
  /** As the HTTP routes do it: one verdict, one row of the record. */
  perform<Out>(action: Pick<Action<never, Out>, 'perform'>, input: unknown): Promise<Out>;
}

export const asOperator = (
  invocation: Invocation,
  work: (operator: Operator) => Promise<ExitCode>,
): Promise<ExitCode> =>
  onData(invocation, async (app) => {
    const { knowOperator } = await import('../platform/index.ts');
    const { db } = app.database;
    const now = new Date();
    const login = invocation.text('as') ?? '';
    const who = await knowOperator(db, { login, tenant: wholeNumber(invocation, 'tenant'), address: here() }, now);
    return work({
      app,
      who,
      now,
      perform: (action, input) => action.perform({ db, files: app.files, who, now }, input),
    });
  });

/** Where the record says it came from: this machine, and who was signed in to it. */
function here(): string {
  try {
    return `local ${userInfo().username}`;
  } catch {
    // A number without an entry among the machine's users.
    return `local ${process.getuid?.() ?? ''}`;
  }
}
