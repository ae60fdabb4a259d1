/** What the sample's year is loaded with, and how it acts: through the actions people use. */
import { type Db, type Files, knowOperator, type Performing, type Who } from '../../src/platform/index.ts';

export interface Platform {
  readonly db: Db;
  readonly files: Files;
  now(): Date;
  /** See `OpenDatabase`. */
  count(): Promise<void>;
}

export const TENANT = 1;

export const perform = <Out>(
  { db, files, now }: Platform,
  who: Who,
  action: { perform(performing: Performing, input: unknown): Promise<Out> },
  input: unknown,
): Promise<Out> => action.perform({ db, files, who, now: now() }, input);

/** At the machine itself, as by the command line: no password, and no session that nobody signs out of. */
export const enter = ({ db, now }: Platform, login: string): Promise<Who> =>
  knowOperator(db, { login, tenant: TENANT, address: 'sample' }, now());
