/** Templates, the decisions taken for their blanks, and the bound files that came of them. Nothing is written over. */
import type { Tx } from '../../platform/index.ts';
import type { Decision } from './contract.ts';

export interface TemplateKey {
  readonly tenant: number;
  readonly template: string;
}

interface Written {
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

export const addTemplate = (tx: Tx, row: TemplateKey & Written & { readonly name: string; readonly sha256: string }) =>
  tx.insertInto('template').values(row).execute();

export const findTemplate = (tx: Tx, { tenant, template }: TemplateKey) =>
  tx
    .selectFrom('template')
    .selectAll()
    .where((where) => where.and({ tenant, template }))
    .executeTakeFirst();

export const listTemplates = (tx: Tx, tenant: number) =>
  tx.selectFrom('template').selectAll().where('tenant', '=', tenant).orderBy('at', 'desc').limit(200).execute();

export interface StoredDecision {
  readonly blank: string;
  readonly version: number;
  readonly decision: Decision | undefined;
  readonly person: string;
  readonly at: Date;
}

/** The last of each blank. */
export async function lastDecisions(tx: Tx, { tenant, template }: TemplateKey): Promise<readonly StoredDecision[]> {
  const rows = await tx
    .selectFrom('template_decision')
    .distinctOn('blank')
    .select(['blank', 'version', 'decision', 'person', 'at'])
    .where((where) => where.and({ tenant, template }))
    .orderBy('blank')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ decision, ...row }) => ({ ...row, decision: (decision ?? undefined) as Decision | undefined }));
}

/** How many were added: fewer than given when somebody else was faster at one of them. */
export const addDecisions = async (
  tx: Tx,
  { tenant, template }: TemplateKey,
  decisions: readonly { readonly blank: string; readonly version: number; readonly decision: Decision | null }[],
  by: Written,
): Promise<number> => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('template_decision')
    .values(
      decisions.map(({ blank, version, decision }) => ({
        ...by,
        tenant,
        template,
        blank,
        version,
        decision: decision === null ? null : JSON.stringify(decision),
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant', 'template', 'blank', 'version']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
};

export const listEditions = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('template_edition')
    .distinctOn('template')
    .select(['template', 'edition', 'scheme', 'sha256', 'slots', 'person', 'at'])
    .where('tenant', '=', tenant)
    .orderBy('template')
    .orderBy('edition', 'desc')
    .execute();

export const addEdition = (
  tx: Tx,
  row: TemplateKey &
    Written & { readonly edition: number; readonly scheme: string; readonly sha256: string; readonly slots: number },
) => tx.insertInto('template_edition').values(row).execute();
