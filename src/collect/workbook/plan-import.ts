/**
 * What a dropped workbook would change: it says whose it is, so it finds its own task; each of its answers is new,
 * changed, the same, or cannot be taken. Nothing is written here; the confirmation makes the same plan again and
 * goes on only when it is still the plan that was shown.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { EvidenceRecord, Submission } from '../contract.ts';
import { readVersions, rowKey, type VersionRow, versionRow } from '../entry/figures.store.ts';
import { type LedgerChange, ledgerChange, readLedgerRows } from '../ledger/ledger-rows.store.ts';
import { CollectProblem } from '../problems.ts';
import { collectFigures, NO_EVIDENCE } from '../read/collect.ts';
import { listTasks, type RoundContext, type Task } from '../round/rounds.store.ts';

export interface ImportPlan {
  readonly task: Task;
  readonly added: readonly VersionRow[];
  readonly changed: readonly { readonly row: VersionRow; readonly was: string; readonly by: string }[];
  readonly same: number;
  readonly ledgers: LedgerChange;
  readonly evidence: readonly EvidenceRecord[];
  readonly findings: readonly Finding[];
  /** Hash of everything above: a plan made later is the same plan only when nothing has moved. */
  readonly plan: string;
}

/** Throws what keeps the file from being read, and `collect.workbookAstray` when it names no task of the round. */
export async function planImport(tx: Tx, context: RoundContext, name: string, bytes: Uint8Array): Promise<ImportPlan> {
  const { scheme, register, round } = context;
  const handed = { path: name, files: [{ name, bytes }], evidence: NO_EVIDENCE, register: register.rows };
  const submission = collectFigures(handed, scheme, scheme.year);
  const task = await taskOf(tx, context, submission, name);
  const which = { tenant: round.tenant, round: round.round, task: task.task };
  const held = new Map((await readVersions(tx, which, 'latest')).map((row) => [rowKey(row), row]));
  const [added, changed]: [VersionRow[], { row: VersionRow; was: string; by: string }[]] = [[], []];
  let same = 0;
  for (const figure of submission.figures) {
    const row = versionRow(figure, register, 1);
    // An empty cell where nothing was ever said says nothing.
    if (row.subject === 0) continue;
    const before = held.get(rowKey(row));
    if (before === undefined && row.gap === 'missing' && row.typed.trim() === '') continue;
    if (before === undefined) added.push(row);
    else if (before.typed === row.typed && before.reason === row.reason && before.nature === row.nature) same += 1;
    else changed.push({ row: { ...row, version: before.version + 1 }, was: before.typed, by: before.person });
  }
  const ledgers = ledgerChange(
    await readLedgerRows(tx, which, 'latest'),
    task.part === 'forms' ? submission.ledgerRows : [],
  );
  const findings = submission.findings.filter(({ at }) => at.file === name);
  const plan = { task, added, changed, same, ledgers, evidence: submission.evidence, findings };
  return { ...plan, plan: hashOf(plan) };
}

async function taskOf(tx: Tx, { round, register }: RoundContext, submission: Submission, name: string): Promise<Task> {
  const from = submission.files.find(({ file }) => file === name)?.from;
  const unit = from === undefined ? undefined : register.numberOf(from.unit);
  const tasks = await listTasks(tx, round.tenant, round.round);
  const task = tasks.find(
    (each) => each.unit === unit && each.part === from?.part && (each.dept === '' || each.dept === from.dept),
  );
  if (task !== undefined) return task;
  const { findings } = submission;
  throw Object.assign(CollectProblem.workbookAstray({ file: name, of: from?.unit ?? '' }), { findings });
}

const hashOf = ({ task, added, changed, ledgers }: Omit<ImportPlan, 'plan'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        [task.task, task.state, added, changed, ledgers.added.length, ledgers.removed.map(({ row }) => row)],
        (_, value) => (typeof value === 'bigint' ? String(value) : value),
      ),
    )
    .digest('hex');
