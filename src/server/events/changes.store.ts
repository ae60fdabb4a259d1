/**
 * Revisions as a reader may know them. A change that names a unit (`about.unit`) is told to those who reach that unit;
 * one that names none concerns the whole round.
 */
import { sql } from 'kysely';
import type { Tx, Who } from '../../platform/index.ts';

export interface Revision {
  readonly round: string;
  readonly revision: bigint;
}

/** The unit a change is about; undefined for the whole round. */
export async function unitOfChange(tx: Tx, tenant: number, { round, revision }: Revision): Promise<number | undefined> {
  const row = await tx
    .selectFrom('change')
    .select('about')
    .where('tenant', '=', tenant)
    .where('round', '=', round)
    .where('revision', '=', revision)
    .executeTakeFirst();
  const unit = (row?.about as { unit?: unknown } | null | undefined)?.unit;
  return typeof unit === 'number' ? unit : undefined;
}

/** Of every round the last change this person may know of. */
export async function lastRevisions(tx: Tx, { tenant, reach }: Who): Promise<readonly Revision[]> {
  const known =
    reach === '*'
      ? sql`true`
      : sql`(jsonb_typeof(c.about -> 'unit') is distinct from 'number' or (c.about ->> 'unit')::integer = any (${[...reach]}::integer[]))`;
  const { rows } = await sql<Revision>`
    select r.round, c.revision
      from round r
      join lateral (select c.revision from change c
                     where c.tenant = r.tenant and c.round = r.round and ${known}
                     order by c.revision desc limit 1) c on true
     where r.tenant = ${tenant}
     order by r.round`.execute(tx);
  return rows;
}
