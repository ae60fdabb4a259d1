/**
 * One transaction in which the database itself knows the tenant and the units that may be seen. Its statements are sent
 * as they come and answered in that order: what does not need the answer before (`Promise.all`, `withoutWaiting`) travels
 * together with it.
 */
import {
  type Compilable,
  CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  PostgresDialect,
  sql,
  Transaction,
} from 'kysely';
import type { Reach, Who } from '../access/contract.ts';
import type { Db } from '../db/connect.ts';
import { BEGIN, commit, ROLLBACK } from '../db/driver.ts';
import { prepared } from '../db/prepared.ts';
import type { Tables } from '../db/tables.ts';

export type Tx = Transaction<Tables>;

/** `still`: everything is read as it stood at the first look, however long the reading takes. */
export type View = 'moving' | 'still';

const BEGINNINGS: Readonly<Record<View, CompiledQuery>> = {
  moving: BEGIN,
  still: CompiledQuery.raw('begin isolation level repeatable read'),
};

/** `local` settings end with the transaction: the next user of the connection starts without any. */
const enter = prepared(
  (_, { tenant, units }: { readonly tenant: string; readonly units: string }) =>
    sql`select set_config('luzhi.tenant', ${tenant}, true), set_config('luzhi.units', ${units}, true)`,
);

export function transact<T>(
  db: Db,
  { tenant, reach }: Pick<Who, 'tenant' | 'reach'>,
  work: (tx: Tx) => Promise<T>,
  view: View = 'moving',
): Promise<T> {
  return db.getExecutor().provideConnection(async (connection) => {
    const { tx, sent } = openOn(db, connection);
    try {
      withoutWaiting(tx, BEGINNINGS[view]);
      withoutWaiting(tx, enter({ tenant: String(tenant), units: unitsOf(reach) }));
      const out = await work(tx);
      sent.over = true;
      await commit(connection);
      return out;
    } catch (error) {
      sent.over = true;
      // A connection that was lost has rolled back by itself, and the pool forgets it.
      await connection.executeQuery(ROLLBACK).catch(() => {});
      throw sent.fault ?? error;
    }
  });
}

interface Sent {
  over: boolean;
  /** Of the first statement that was not waited for and failed: those after it only say that one had. */
  fault?: unknown;
}
const sentOn = new WeakMap<Tx, Sent>();

function openOn(db: Db, connection: DatabaseConnection): { readonly tx: Tx; readonly sent: Sent } {
  const sent: Sent = { over: false };
  const executor = db.getExecutor().withConnectionProvider({
    async provideConnection(use) {
      if (sent.over) throw new Error('the transaction is over');
      return use(connection);
    },
  });
  const tx = new Transaction<Tables>({ ...APART, executor });
  sentOn.set(tx, sent);
  return { tx, sent };
}

/** What Kysely wants beside an executor; it serves only to begin transactions, which one within another never does. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has its connection')) });
const APART = { config: { dialect }, dialect, driver: new DummyDriver() };

/**
 * Lets what comes after go to the database together with this one statement. It is done or refused before the transaction
 * has its verdict, and refused the transaction is; its answer is lost.
 */
export function withoutWaiting(tx: Tx, statement: CompiledQuery | Compilable): void {
  tx.executeQuery(statement).catch((error: unknown) => {
    const sent = sentOn.get(tx);
    if (sent !== undefined) sent.fault ??= error;
  });
}

const unitsOf = (reach: Reach): string => (reach === '*' ? '*' : reach.join(','));

/**
 * Lets `work` read all units of the tenant within the transaction, whatever `who` reaches: an evaluation needs every
 * unit's figures. What comes of it is cut to what `who` may see by the stage's policy before it leaves.
 */
export async function widened<T>(tx: Tx, who: Pick<Who, 'tenant' | 'reach'>, work: () => Promise<T>): Promise<T> {
  const reach = (units: string) => withoutWaiting(tx, enter({ tenant: String(who.tenant), units }));
  reach('*');
  const out = await work();
  reach(unitsOf(who.reach));
  return out;
}
