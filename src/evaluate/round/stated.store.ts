/** Who stated an accepted figure, and who agreed to it. */
import type { Tx } from '../../platform/index.ts';

export interface Stated {
  readonly version: number;
  readonly typed: string;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
  /** Steps of the task since the figure was stated: submitted, approved, accepted. */
  readonly decisions: readonly { readonly verdict: string; readonly person: string; readonly at: Date }[];
}

interface Key {
  readonly tenant: number;
  readonly round: string;
  readonly subject: number;
  readonly item: string;
  readonly period: string;
}

export async function statedBy(tx: Tx, key: Key): Promise<Stated | undefined> {
  const figure = await tx
    .selectFrom('figure')
    .select(['accepted', 'task'])
    .where((where) => where.and(key))
    .where('accepted', 'is not', null)
    .executeTakeFirst();
  if (figure?.accepted == null) return undefined;
  const version = await tx
    .selectFrom('figure_version')
    .select(['version', 'typed', 'person', 'at', 'reason'])
    .where((where) => where.and({ ...key, version: figure.accepted ?? 0 }))
    .executeTakeFirst();
  if (version === undefined) return undefined;
  const { tenant, round } = key;
  const decisions = await tx
    .selectFrom('decision')
    .select(['verdict', 'person', 'at'])
    .where((where) => where.and({ tenant, round, task: figure.task }))
    .where('at', '>=', version.at)
    .orderBy('at')
    .orderBy('decision')
    .execute();
  return { ...version, decisions };
}
