/**
 * Kysely's statements over a pool of pg. Connections answer in the order they are asked and are asked without waiting for
 * the answer before; statements of `prepared` go by their name.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { nameOf } from './prepared.ts';

export const BEGIN = CompiledQuery.raw('begin');
export const COMMIT = CompiledQuery.raw('commit');
export const ROLLBACK = CompiledQuery.raw('rollback');

export class PoolDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PoolConnection> {
    return new PoolConnection(await this.#pool.connect());
  }

  async beginTransaction(connection: PoolConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      isolationLevel === undefined ? BEGIN : CompiledQuery.raw(`begin isolation level ${isolationLevel}`),
    );
  }

  async commitTransaction(connection: PoolConnection): Promise<void> {
    await commit(connection);
  }

  async rollbackTransaction(connection: PoolConnection): Promise<void> {
    await connection.executeQuery(ROLLBACK);
  }

  async releaseConnection(connection: PoolConnection): Promise<void> {
    connection.release();
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

/** Throws where a statement before had failed and nobody told: the database then answers a commit with a rollback. */
export async function commit(connection: DatabaseConnection): Promise<void> {
  const { rows } = await connection.executeQuery<{ command?: string }>(COMMIT);
  if (rows[0]?.command !== 'COMMIT') throw new Error('the transaction was aborted by one of its statements');
}

class PoolConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = nameOf(sql);
    const asked = { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) };
    const { command, rowCount, rows } = await this.#client.query(asked);
    const given = (command === 'COMMIT' || command === 'ROLLBACK' ? [{ command }] : rows) as Row[];
    return rowCount === null ? { rows: given } : { rows: given, numAffectedRows: BigInt(rowCount) };
  }

  // biome-ignore lint/correctness/useYield: nothing is read piece by piece.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('answers are read whole');
  }

  release(): void {
    this.#client.release();
  }
}
