/** What the sample's year is loaded with, and how it acts: through the actions people use. */
import type { Db, Files, Performing, Vault, Who } from '../../src/platform/index.ts';
import { signIn } from '../../src/platform/index.ts';

export interface Platform {
  readonly db: Db;
  readonly files: Files;
  readonly vault: Vault;
  now(): Date;
}

export const TENANT = 1;

export const perform = <Out>(
  { db, files, now }: Platform,
  who: Who,
  action: { perform(performing: Performing, input: unknown): Promise<Out> },
  input: unknown,
): Promise<Out> => action.perform({ db, files, who, now: now() }, input);

export const enter = async ({ db, vault, now }: Platform, login: string, password: string): Promise<Who> =>
  (await signIn(db, vault, { login, password, address: 'sample', agent: 'sample', now: now() })).who;
