/**
 * 填报: what was typed is saved as it comes. Each answer has its own outcome: saved as a new version, refused with
 * what to put right, or in conflict with what someone else saved since. Nothing is overwritten unseen.
 */
import Type from 'typebox';
import type { Finding } from '../../kernel/index.ts';
import { action } from '../../platform/index.ts';
import { mayFillRow, mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { refuseUnseen } from '../round/refuse-unseen.ts';
import { loadRound, lockTask } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import {
  appendVersions,
  readLatest,
  readVersions,
  rowKey,
  touchTask,
  type VersionRow,
  versionRow,
} from './figures.store.ts';
import { stateTyped } from './statement.ts';

/** A screen of a form; workbooks come by their own door. */
const ANSWERS_LIMIT = 1_000;
const Text = Type.String({ maxLength: 2_000 });

export const SaveFigures = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    /** Of the task as it was seen, where nothing may have moved since; each answer has its own `seen` anyway. */
    edition: Type.Optional(Type.Integer({ minimum: 0 })),
    answers: Type.Array(
      Type.Object(
        {
          subject: Type.Optional(Type.String({ maxLength: 64 })),
          item: Type.String({ maxLength: 64 }),
          year: Type.Union([Type.Literal('now'), Type.Literal('prior')]),
          typed: Text,
          unit: Type.Optional(Type.String({ maxLength: 16 })),
          nature: Type.Optional(Type.String({ maxLength: 16 })),
          reason: Type.Optional(Text),
          seen: Type.Integer({ minimum: 0 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: ANSWERS_LIMIT },
    ),
  },
  { additionalProperties: false },
);

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

/** Throws `collect.taskMissing`, `collect.taskClosed`, `collect.roundClosed`, `collect.editionMoved`. */
export const saveFigures = action({
  name: 'collect.figures.save',
  input: SaveFigures,
  async load(tx, { round, task: id, answers }, { who }) {
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
  },
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, { answers, edition: seen }, { task, context, held }, { who, now }) {
    refuseUnlessOpen(task, context.round);
    if (seen !== undefined && seen !== task.edition) throw CollectProblem.editionMoved({ seen, now: task.edition });
    const { scheme, register } = context;
    const of = { tenant: who.tenant, round: task.round, task: task.task };
    const standing = new Map(held.map((row) => [rowKey(row), row]));
    const added = new Map<string, VersionRow>();
    const outcomes = answers.map((typed): Outcome => {
      const stated = stateTyped(typed, { scheme, register, task, source: { kind: 'form', by: who.person } });
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
    appendVersions(tx, of, [...added.values()], { author: who.account, person: who.person, at: now });
    const edition = added.size === 0 ? task.edition : touchTask(tx, task, now);
    return { edition, outcomes };
  },
  audit: ({ outcomes }, { task, answers }) => ({
    about: `task ${task}`,
    detail: {
      saved: answers.flatMap(({ item, year }, at) => (outcomes[at]?.kind === 'saved' ? [`${item} ${year}`] : [])),
    },
  }),
});

/** What a person could tell apart; the same words typed again are no new version. */
const isSame = (before: VersionLike, after: VersionLike): boolean =>
  before.typed === after.typed &&
  before.typed_unit === after.typed_unit &&
  before.reason === after.reason &&
  before.nature === after.nature &&
  String(before.steps) === String(after.steps);

type VersionLike = Pick<VersionRow, 'typed' | 'typed_unit' | 'reason' | 'nature'> & {
  readonly steps: string | bigint | null;
};
