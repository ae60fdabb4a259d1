/** 督导室联系方式 of a tenant, in versions. */
import type { Tables, Tx } from '../../platform/index.ts';

export const lastContact = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('office_contact')
    .select(['version', 'name', 'phone', 'place', 'person', 'at'])
    .where('tenant', '=', tenant)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

export const addContact = (tx: Tx, row: Tables['office_contact']) =>
  tx.insertInto('office_contact').values(row).execute();
