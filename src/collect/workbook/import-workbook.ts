/** A previewed workbook taken over: all of it or nothing, and only as it was shown. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { appendVersions, touchTask } from '../entry/figures.store.ts';
import { applyCatalogue } from '../evidence/evidence.store.ts';
import { applyLedgerChange } from '../ledger/ledger-rows.store.ts';
import { mayFile } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { refuseUnseen } from '../round/refuse-unseen.ts';
import { evidenceMoved, loadRound, lockTask, roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { planImport, readDropped, taskOf } from './plan-import.ts';
import { WorkbookInput } from './preview-workbook.ts';
import { noteImport } from './seals.store.ts';

export const ImportWorkbook = Type.Object(
  {
    ...WorkbookInput,
    plan: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** What was changed both here and in the workbook: as it stands here unless told. */
    conflicts: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('replace')])),
  },
  { additionalProperties: false },
);

/** Throws `collect.taskClosed`, `collect.planStale` when something moved since the preview, and the preview's own. */
export const importWorkbook = action({
  name: 'collect.workbook.import',
  lane: 'short',
  queued: true,
  input: ImportWorkbook,
  async load(tx, { round, name, sha256 }, { who, files }) {
    const context = await loadRound(tx, who.tenant, round);
    const dropped = await readDropped(context, { name, sha256 }, files);
    const { task } = await taskOf(tx, context, dropped);
    const held = await lockTask(tx, who.tenant, round, task);
    refuseUnseen(who, held, context);
    return { context, dropped, task: held };
  },
  may: (who, { task }) => mayFile(who, task),
  async run(tx, { name, sha256, plan, conflicts = 'keep' }, { context, dropped, task }, { who, now }) {
    refuseUnlessOpen(task, await roundNow(tx, task));
    // Planned again under the task's lock: what is written is what was shown.
    const made = await planImport(tx, context, dropped, task);
    if (made.plan !== plan) throw CollectProblem.planStale({ file: name });
    const of = { tenant: who.tenant, round: task.round, task: task.task };
    const by = { author: who.account, person: who.person, at: now };
    const replacing = conflicts === 'replace' ? made.conflicts : [];
    const differing = [...made.changed, ...replacing].map(({ row }) => row);
    appendVersions(tx, of, [...made.added, ...differing], by);
    await applyLedgerChange(tx, of, made.ledgers, context.register, by);
    const place = { tenant: who.tenant, round: task.round, unit: task.unit, dept: task.dept };
    await applyCatalogue(tx, place, made.evidence, by);
    await noteImport(tx, { ...of, unit: task.unit, sha256, ...by });
    const edition = touchTask(tx, task, now);
    const evidence = made.evidence.added.length + made.evidence.changed.length;
    if (evidence > 0) await evidenceMoved(tx, task, now);
    const { added, same, ledgers, findings } = made;
    const rows = ledgers.added.length + ledgers.removed.length;
    const kept = made.conflicts.length - replacing.length;
    const counts = { added: added.length, changed: differing.length, kept, same, rows, evidence };
    return { task: task.task, edition, ...counts, findings };
  },
  audit: ({ task, added, changed, kept, rows, evidence }, { name, sha256 }) => ({
    about: `task ${task}`,
    detail: { file: name, sha256, added, changed, kept, rows, evidence },
  }),
});
