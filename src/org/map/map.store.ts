/** Maps of a tenant: versions of outlines. */
import type { Tx } from '../../platform/index.ts';
import type { Outline } from './outlines.ts';

export interface UnitMap {
  readonly version: number;
  readonly file: string;
  /** By code of the unit; empty where the map was taken away. */
  readonly outlines: Readonly<Record<string, Outline>>;
  readonly person: string;
  readonly at: Date;
}

export const lastMap = (tx: Tx, tenant: number): Promise<UnitMap | undefined> =>
  tx
    .selectFrom('unit_map')
    .select(['version', 'file', 'outlines', 'person', 'at'])
    .where('tenant', '=', tenant)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

export const addMap = (tx: Tx, tenant: number, { outlines, ...row }: UnitMap & { readonly author: string }) =>
  tx
    .insertInto('unit_map')
    .values({ tenant, ...row, outlines: JSON.stringify(outlines) })
    .execute();
