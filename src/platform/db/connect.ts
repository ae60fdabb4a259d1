/** Connections whose numbers are exact: whole numbers of 8 bytes as `bigint`, dates as `YYYY-MM-DD`, numeric as text. */
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { PoolDriver } from './driver.ts';
import { gathering } from './gathering.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

const INT8 = 20;
const DATE = 1082;
/** Answers within the 100 ms users notice need few connections; evaluations do not use them. */
export const POOL_SIZE = 10;
const PARSED: Readonly<Record<number, (text: string) => unknown>> = { [INT8]: BigInt, [DATE]: (text) => text };

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSED[id]) ??
    pg.types.getTypeParser(id, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

export const openPool = (config: pg.PoolConfig, size = POOL_SIZE): pg.Pool =>
  new pg.Pool({ ...config, max: size, types, pipeline: true, stream: gathering });

export const openDb = (pool: pg.Pool): Db =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PoolDriver(pool),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
