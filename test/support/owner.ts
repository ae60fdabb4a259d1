/** Does to a test's database what nobody but its owner could: no row policy and no missing right is in the way. */
import pg from 'pg';
import type { OpenDatabase } from '../../src/platform/index.ts';
import { ownerAddress } from './database.ts';

export async function ownerOf(open: OpenDatabase, statement: string): Promise<void> {
  const client = new pg.Client(ownerAddress(open));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
