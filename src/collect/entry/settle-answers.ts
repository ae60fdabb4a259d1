/**
 * Answers put into a task, however they came: each has its own outcome, saved as a new version, refused with what to put
 * right, or in conflict with what someone else saved since. Nothing is overwritten unseen.
 */
import type { Finding, Source } from '../../kernel/index.ts';
import type { Tx, Who } from '../../platform/index.ts';
import { mayFillRow } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { refuseUnseen } from '../round/refuse-unseen.ts';
import { loadRound, lockTask, type RoundContext, type Task } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { appendVersions, type HeldVersion, readLatest, readVersions, touchTask } from './figures.store.ts';
import { stateTyped, type Typed } from './statement.ts';
import { rowKey, type VersionRow, versionRow } from './version-row.ts';

/** Of one answer, by its place in the request. */
export type Outcome =
  | { readonly kind: 'saved' | 'same'; readonly version: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'conflict';
      readonly version: number;
      readonly typed: string;
      readonly person: string;
      readonly at: Date;
    };

/** A task held for answers, with what stands of their items. */
export interface HeldForAnswers {
  readonly task: Task;
  readonly context: RoundContext;
  readonly held: readonly Pick<HeldVersion, keyof VersionRow | 'person' | 'at'>[];
}

/** Throws `collect.taskMissing`, `collect.roundMissing`. */
export async function holdForAnswers(
  tx: Tx,
  who: Who,
  { round, task: id }: { readonly round: string; readonly task: string },
  answers: readonly Pick<Typed, 'item' | 'subject'>[],
): Promise<HeldForAnswers> {
  const { tenant } = who;
  const items = [...new Set(answers.map(({ item }) => item))];
  // Asked together and answered in this order: what is read is read with the task held.
  const [task, context, held] = await Promise.all([
    lockTask(tx, tenant, round, id),
    loadRound(tx, tenant, round),
    readLatest(tx, { tenant, round, task: id }, items),
  ]);
  refuseUnseen(who, task, context);
  if (task.part === 'forms') return { task, context, held };
  // A school may have changed lists since it was first stated: its figure is the same one, whoever lists it now.
  const subjects = answers.map(({ subject }) => context.register.numberOf(subject ?? '') ?? 0);
  return { task, context, held: await readVersions(tx, { tenant, round, items, subjects }, 'latest') };
}

/** What is said of one figure and where it was read, or why it cannot be said. */
export type Said = { readonly typed: Typed; readonly source: Source } | { readonly findings: readonly Finding[] };

interface By {
  readonly who: Who;
  readonly now: Date;
  /** Edition of the task as it was seen, where nothing may have moved since. */
  readonly seen: number | undefined;
}

/** Throws `collect.taskClosed`, `collect.roundClosed`, `collect.editionMoved`. */
export function settleAnswers(
  tx: Tx,
  { task, context, held }: HeldForAnswers,
  said: readonly Said[],
  { who, now, seen }: By,
): { readonly edition: number; readonly outcomes: readonly Outcome[] } {
  refuseUnlessOpen(task, context.round);
  if (seen !== undefined && seen !== task.edition) throw CollectProblem.editionMoved({ seen, now: task.edition });
  const { scheme, register } = context;
  const standing = new Map(held.map((row) => [rowKey(row), row]));
  const added = new Map<string, VersionRow>();
  const outcomes = said.map((each): Outcome => {
    if ('findings' in each) return { kind: 'refused', findings: each.findings };
    const stated = stateTyped(each.typed, { scheme, register, task, source: each.source });
    if (!('figure' in stated)) return { kind: 'refused', findings: stated };
    const { item: code, subject, reporter } = stated.figure.key;
    if (!mayFillRow(who, task, reporter.dept)) {
      const data = {
        item: scheme.items.get(code)?.name ?? code,
        dept: scheme.departments.get(reporter.dept as never)?.name ?? '',
      };
      const at = { unit: subject, item: code };
      return { kind: 'refused', findings: [{ code: 'collect.entry.otherDept', severity: 'error', at, data }] };
    }
    const row = versionRow(stated.figure, register, stated.seen + 1);
    const before = standing.get(rowKey(row));
    const { findings } = stated;
    if (before !== undefined && isSame(before, row)) return { kind: 'same', version: before.version, findings };
    if ((before?.version ?? 0) !== stated.seen || added.has(rowKey(row)))
      return {
        kind: 'conflict',
        version: before?.version ?? 0,
        typed: before?.typed ?? '',
        person: before?.person ?? '',
        at: before?.at ?? now,
      };
    added.set(rowKey(row), row);
    return { kind: 'saved', version: row.version, findings };
  });
  const of = { tenant: who.tenant, round: task.round, task: task.task };
  appendVersions(tx, of, [...added.values()], { author: who.account, person: who.person, at: now });
  const edition = added.size === 0 ? task.edition : touchTask(tx, task, now);
  return { edition, outcomes };
}

/** For the record: which of the answers were saved. */
export const savedOf = (
  answers: readonly Pick<Typed, 'item' | 'year'>[],
  outcomes: readonly Outcome[],
): readonly string[] =>
  answers.flatMap(({ item, year }, at) => (outcomes[at]?.kind === 'saved' ? [`${item} ${year}`] : []));

/** What a person could tell apart; the same words typed again are no new version. */
const isSame = (before: VersionLike, after: VersionLike): boolean =>
  before.typed === after.typed &&
  before.typed_unit === after.typed_unit &&
  before.reason === after.reason &&
  before.reason_holds === after.reason_holds &&
  before.nature === after.nature &&
  String(before.steps) === String(after.steps);

type VersionLike = Pick<VersionRow, 'typed' | 'typed_unit' | 'reason' | 'reason_holds' | 'nature'> & {
  readonly steps: string | bigint | null;
};
