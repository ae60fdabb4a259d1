/** 特殊情况处理 as it was asked and decided: appended, never changed. */
import type { Finding } from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import { civilDay, newId, type Tx } from '../../platform/index.ts';
import type { Task } from '../round/rounds.store.ts';
import type { ShownBehind } from './figures-behind.ts';
import type { Exception } from './granted.ts';

export interface HeldException extends Exception {
  readonly exception: string;
  readonly task: string;
  readonly unit: number;
  readonly finding: Finding;
  readonly figures: readonly ShownBehind[];
  /** Account. */
  readonly author: string;
  readonly person: string;
  /** Day it was asked. */
  readonly on: string;
  readonly decision: (NonNullable<Exception['decision']> & { readonly reason: string }) | null;
}

/** Oldest first; of the whole round, or of one task. */
export async function listExceptions(
  tx: Tx,
  { tenant, round, task }: { readonly tenant: number; readonly round: string; readonly task?: string },
  { unitOf }: Pick<Register, 'unitOf'>,
): Promise<readonly HeldException[]> {
  const rows = await tx
    .selectFrom('exception_request as asked')
    .leftJoin('exception_decision as decided', (join) =>
      join
        .onRef('decided.tenant', '=', 'asked.tenant')
        .onRef('decided.round', '=', 'asked.round')
        .onRef('decided.exception', '=', 'asked.exception'),
    )
    .selectAll('asked')
    .select(['decided.granted', 'decided.reason as opinion', 'decided.person as decider', 'decided.at as decided_at'])
    .where((where) => where.and({ 'asked.tenant': tenant, 'asked.round': round }))
    .$if(task !== undefined, (few) => few.where('asked.task', '=', task ?? ''))
    .orderBy('asked.exception')
    .execute();
  return rows.map(({ granted, opinion, decider, decided_at, subject, at, ...asked }) => ({
    exception: asked.exception,
    task: asked.task,
    unit: asked.unit,
    code: asked.code,
    subject: unitOf(subject)?.code ?? '',
    item: asked.item,
    finding: asked.finding,
    figures: asked.figures,
    reason: asked.reason,
    document: asked.document,
    author: asked.author,
    person: asked.person,
    on: civilDay(at),
    decision:
      granted === null || decided_at === null
        ? null
        : { granted, reason: opinion ?? '', person: decider ?? '', on: civilDay(decided_at) },
  }));
}

/** Whose task it is of, and about which item; undefined where there is none. */
export const findException = (
  tx: Tx,
  which: { readonly tenant: number; readonly round: string; readonly exception: string },
) =>
  tx
    .selectFrom('exception_request')
    .select(['task', 'item'])
    .where((where) => where.and({ ...which }))
    .executeTakeFirst();

export interface By {
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

export async function addException(
  tx: Tx,
  { tenant, round, task, unit }: Task,
  asked: Pick<HeldException, 'code' | 'item' | 'finding' | 'figures' | 'reason' | 'document'> & {
    readonly subject: number;
  },
  by: By,
): Promise<string> {
  const exception = newId();
  const { finding, figures, ...rest } = asked;
  const said = { finding: JSON.stringify(finding), figures: JSON.stringify(figures) };
  await tx
    .insertInto('exception_request')
    .values({ tenant, round, exception, task, unit, ...rest, ...said, ...by })
    .execute();
  return exception;
}

export const addExceptionDecision = (
  tx: Tx,
  { tenant, round }: Pick<Task, 'tenant' | 'round'>,
  { exception, unit }: Pick<HeldException, 'exception' | 'unit'>,
  decided: { readonly granted: boolean; readonly reason: string },
  by: By,
) =>
  tx
    .insertInto('exception_decision')
    .values({ tenant, round, exception, unit, ...decided, ...by })
    .execute();
