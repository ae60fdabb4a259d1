/**
 * What a dropped workbook would change: it says whose it is, so it finds its own task; each of its answers is new,
 * changed, in conflict with what was said here since it went out, the same, or cannot be taken. Nothing is written
 * here; the confirmation plans again under the task's lock and goes on only when the plan is still the one shown.
 *
 * 1. read   (bytes)                      => what it holds, and its seal        readDropped
 * 2. find   (what it holds, tasks)       => the task it belongs to             taskOf
 * 3. plan   (what it holds, the store)   => added, changed, conflicts, same    planImport
 */
import { createHash } from 'node:crypto';
import type { Figure, Finding } from '../../kernel/index.ts';
import type { Files, Tx } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import { readVersions, type Which } from '../entry/figures.store.ts';
import { saysTheSame, shownIn } from '../entry/shown.ts';
import { rowKey, type VersionRow, versionRow } from '../entry/version-row.ts';
import type { CatalogueChange } from '../evidence/catalogue-change.ts';
import { listerOf } from '../form/school-lists.ts';
import { type LedgerChange, ledgerChange, readLedgerRows } from '../ledger/ledger-rows.store.ts';
import { CollectProblem } from '../problems.ts';
import { collectFigures, NO_EVIDENCE } from '../read/collect.ts';
import { placeOf } from '../read/desk.ts';
import { listTasks, type RoundContext, type Task } from '../round/rounds.store.ts';
import { outsetOf } from './outset.ts';
import { planCatalogue } from './plan-catalogue.ts';

/** A figure that the workbook states otherwise than the store, and who said what stands there. */
export interface Differing {
  readonly row: VersionRow;
  readonly was: string;
  readonly by: string;
}

export interface ImportPlan {
  readonly task: Task;
  readonly added: readonly VersionRow[];
  readonly changed: readonly Differing[];
  /** Changed in the workbook, and changed here by someone since it went out. */
  readonly conflicts: readonly Differing[];
  readonly same: number;
  readonly ledgers: LedgerChange;
  readonly evidence: Pick<CatalogueChange, 'added' | 'changed'>;
  readonly findings: readonly Finding[];
  /** Hash of everything above: a plan made later is the same plan only when nothing has moved. */
  readonly plan: string;
}

export interface Dropped {
  readonly name: string;
  readonly submission: Submission;
}

/** What was read for a preview and is asked for again at its confirmation, by content and name. */
const KEPT = 4;
const kept = new Map<string, Dropped & Pick<RoundContext, 'scheme' | 'register'>>();

/** Throws what keeps the file from being read. */
export async function readDropped(
  { scheme, register }: RoundContext,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  files: Pick<Files, 'read'>,
): Promise<Dropped> {
  // Always asked for: what a deed names it also reads, and so it is kept.
  const bytes = await files.read(sha256);
  const key = `${sha256} ${name}`;
  const known = kept.get(key);
  // Another scheme or register reads the same cells otherwise.
  if (known?.scheme === scheme && known.register === register) return known;
  const handed = { path: name, files: [{ name, bytes }], evidence: NO_EVIDENCE, register: register.rows };
  const dropped = { name, submission: collectFigures(handed, scheme, scheme.year), scheme, register };
  kept.delete(key);
  kept.set(key, dropped);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return dropped;
}

/** Throws `collect.workbookAstray` when it names no task of the round that the reader can see. */
export async function taskOf(tx: Tx, { round, register }: RoundContext, { name, submission }: Dropped): Promise<Task> {
  const from = submission.files.find(({ file }) => file === name)?.from;
  const unit = from === undefined ? undefined : register.numberOf(from.unit);
  const tasks = await listTasks(tx, round.tenant, round.round);
  const task = tasks.find(
    (each) => each.unit === unit && each.part === from?.part && (each.dept === '' || each.dept === from.dept),
  );
  if (task !== undefined) return task;
  const { findings } = submission;
  throw Object.assign(CollectProblem.workbookAstray({ file: name, of: calledIn(name, from?.unit ?? '', register) }), {
    findings,
  });
}

/** By its name where the file is called so: what units there are is not told to whoever drops one of theirs. */
function calledIn(file: string, code: string, { tree }: RoundContext['register']): string {
  const name = tree.find(code)?.name ?? '';
  return name !== '' && file.includes(name) ? name : code;
}

/** Throws `collect.sealBroken` and `collect.sealOfOther` for a seal that is not this task's. */
export async function planImport(tx: Tx, context: RoundContext, dropped: Dropped, task: Task): Promise<ImportPlan> {
  const { register, round, scheme } = context;
  const { name, submission } = dropped;
  const which = { tenant: round.tenant, round: round.round, task: task.task };
  const outset = await outsetOf(tx, context, dropped, task);
  const { figures, elsewhere } = ofTask(submission, context, task);
  const standing = await readVersions(tx, standingOf(figures, context, task), 'latest');
  const held = new Map(standing.map((row) => [rowKey(row), row]));
  const [added, changed, conflicts]: [VersionRow[], Differing[], Differing[]] = [[], [], []];
  let same = 0;
  for (const figure of figures) {
    const row = versionRow(figure, register, 1);
    // An empty cell where nothing was ever said says nothing.
    if (row.subject === 0) continue;
    const before = held.get(rowKey(row));
    if (before === undefined && row.gap === 'missing' && row.typed.trim() === '') continue;
    if (before === undefined) added.push(row);
    else if (saysTheSame(before, row)) same += 1;
    else {
      const was = shownIn(scheme.items.get(figure.key.item)?.unit ?? '文字', before);
      const differing = { row: { ...row, version: before.version + 1 }, was, by: before.person };
      const since = outset.since(row, before.version);
      if (since === 'untouched') same += 1;
      else (since === 'both' ? conflicts : changed).push(differing);
    }
  }
  // A workbook hands in whole lists; of a ledger whose sheet is not in it, it says nothing.
  const listed = new Set<string>(submission.handedLedgers.map(({ ledger }) => ledger));
  const ledgers = ledgerChange(
    (await readLedgerRows(tx, which, 'latest')).filter(({ ledger }) => listed.has(ledger)),
    task.part === 'forms' ? submission.ledgerRows : [],
  );
  const evidence = await planCatalogue(tx, context, submission, task, outset);
  const read = evidence.read.filter(({ at }) => at.file === name);
  const findings = [...outset.findings, ...elsewhere, ...evidence.findings, ...read];
  const plan = { task, added, changed, conflicts, same, ledgers, evidence, findings };
  return { ...plan, plan: hashOf(plan) };
}

/** What a school list says of schools that stand in another unit's list is not taken, and is told once a school. */
function ofTask({ figures }: Submission, { register }: RoundContext, { unit, part }: Task) {
  if (part === 'forms') return { figures, elsewhere: [] };
  const own = register.unitOf(unit)?.code;
  const [taken, elsewhere] = [[] as Figure[], new Map<string, Finding>()];
  for (const figure of figures) {
    const { subject } = figure.key;
    const school = register.tree.find(subject);
    const lister = school === undefined ? undefined : listerOf(school, register.tree);
    if (lister?.code === own) taken.push(figure);
    else if (!elsewhere.has(subject))
      elsewhere.set(subject, {
        code: 'collect.school.listedElsewhere',
        severity: 'error',
        at: placeOf(figure.source, subject, figure.key.item),
        data: { of: school?.name ?? subject, by: lister?.name ?? '' },
      });
  }
  return { figures: taken, elsewhere: [...elsewhere.values()] };
}

/** What stands of the figures: of a school list also what another task stated before the school changed lists. */
function standingOf(figures: readonly Figure[], { round, register }: RoundContext, { task, part }: Task): Which {
  const of = { tenant: round.tenant, round: round.round };
  if (part === 'forms') return { ...of, task };
  // Nobody has the number 0: a list without a figure asks for none.
  return { ...of, subjects: [...new Set([0, ...figures.map(({ key }) => register.numberOf(key.subject) ?? 0)])] };
}

const hashOf = ({ task, added, changed, conflicts, ledgers, evidence }: Omit<ImportPlan, 'plan'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        task.task,
        task.state,
        added,
        changed,
        conflicts,
        ledgers.added.length,
        ledgers.removed.map(({ row }) => row),
        evidence.added,
        evidence.changed,
      ]),
    )
    .digest('hex');
