/** A previewed workbook taken over: all of it or nothing, and only as it was shown. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { appendVersions, touchTask } from '../entry/figures.store.ts';
import { upsertEvidence } from '../evidence/evidence.store.ts';
import { applyLedgerChange } from '../ledger/ledger-rows.store.ts';
import { mayFile } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound, lockTask, roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { planImport } from './plan-import.ts';
import { WorkbookInput } from './preview-workbook.ts';

export const ImportWorkbook = Type.Object(
  { ...WorkbookInput, plan: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);

/** Throws `collect.taskClosed`, `collect.planStale` when something moved since the preview, and the preview's own. */
export const importWorkbook = action({
  name: 'collect.workbook.import',
  input: ImportWorkbook,
  async load(tx, { round, name, sha256 }, { who, files }) {
    const context = await loadRound(tx, who.tenant, round);
    const { task } = await planImport(tx, context, name, await files.read(sha256));
    return { context, task: await lockTask(tx, who.tenant, round, task.task) };
  },
  may: (who, { task }) => mayFile(who, task),
  async run(tx, { name, sha256, plan }, { context, task }, { who, now, files }) {
    refuseUnlessOpen(task, await roundNow(tx, task));
    // Made again under the task's lock: what is written is what was read, and what was shown.
    const made = await planImport(tx, context, name, await files.read(sha256));
    if (made.plan !== plan) throw CollectProblem.planStale({ file: name });
    const of = { tenant: who.tenant, round: task.round, task: task.task };
    const by = { author: who.account, person: who.person, at: now };
    await appendVersions(tx, of, [...made.added, ...made.changed.map(({ row }) => row)], by);
    await applyLedgerChange(tx, of, made.ledgers, context.register, by);
    const place = { tenant: who.tenant, round: task.round, unit: task.unit, dept: task.dept };
    if (task.part === 'forms') await upsertEvidence(tx, place, made.evidence, by);
    const edition = await touchTask(tx, of, now);
    const { added, changed, same, ledgers, findings } = made;
    const rows = ledgers.added.length + ledgers.removed.length;
    return { task: task.task, edition, added: added.length, changed: changed.length, same, rows, findings };
  },
  audit: ({ task, added, changed, rows }, { name, sha256 }) => ({
    about: `task ${task}`,
    detail: { file: name, sha256, added, changed, rows },
  }),
});
