import type { ColumnType } from 'kysely';

/** Inserted and updated as JSON text, because the driver takes arrays for arrays of the database. Read as objects. */
export type Json<T> = ColumnType<T, string, string>;
/** Civil date `YYYY-MM-DD`. */
export type Day = string;
