/** Last year's results as paper says them: versions by unit, appended, never changed. */
import type { Tx } from '../../platform/index.ts';

export interface LastStatement {
  readonly unit: number;
  readonly version: number;
  /** Decimal text. */
  readonly score: string;
  readonly grade: string;
  /** Leaf of this round's scheme -> decimal text; empty where only the sum is known. */
  readonly points: Readonly<Record<string, string>>;
  readonly basis: string;
  readonly person: string;
  readonly at: Date;
}

interface Of {
  readonly tenant: number;
  readonly round: string;
}

/** What holds of each unit, the last version. */
export async function readLastStatements(tx: Tx, of: Of): Promise<readonly LastStatement[]> {
  const rows = await tx
    .selectFrom('last_result')
    .select(['unit', 'version', 'score', 'grade', 'points', 'basis', 'person', 'at'])
    .where((where) => where.and({ ...of }))
    .orderBy('unit')
    .orderBy('version')
    .execute();
  return [...new Map(rows.map((row) => [row.unit, row])).values()];
}

export async function addLastStatements(
  tx: Tx,
  of: Of,
  statements: readonly (LastStatement & { readonly author: string })[],
): Promise<void> {
  const rows = statements.map(({ points, ...row }) => ({ ...of, ...row, points: JSON.stringify(points) }));
  await tx.insertInto('last_result').values(rows).execute();
}
