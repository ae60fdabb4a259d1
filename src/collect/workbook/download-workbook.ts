/** The workbook of a task as it stands: last year beside this year, what was answered so far already in it. */
import Type from 'typebox';
import { writeWorkbook } from '../../engines/sheet/index.ts';
import { periodOf, printPeriod } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { type HeldVersion, readVersions } from '../entry/figures.store.ts';
import { shownIn } from '../entry/shown.ts';
import { markOf } from '../evidence/catalogue-change.ts';
import { listEvidence, recordOf } from '../evidence/evidence.store.ts';
import type { Answer } from '../form/content.ts';
import { formWorkbook, schoolWorkbook, workbookName } from '../form/workbook.ts';
import { ledgerEntries } from '../ledger/ledger-rows.store.ts';
import { mayOpenTask, maySeeRounds } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound, loadTask, type RoundContext } from '../round/rounds.store.ts';
import { type SealedFigure, sealSheet } from '../seal.ts';
import { sealKey } from './seals.store.ts';

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const downloadWorkbook = query({
  name: 'collect.workbook.download',
  lane: 'short',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, task: id }, { who, now }) {
    const task = await loadTask(tx, who.tenant, round, id);
    const context = await loadRound(tx, who.tenant, round);
    const { scheme, register } = context;
    const unit = register.unitOf(task.unit);
    if (unit === undefined || !mayOpenTask(who, task, context)) throw CollectProblem.taskMissing({ round, task: id });
    const of = { tenant: who.tenant, round, task: id };
    const versions = await readVersions(tx, of, 'latest');
    const facts = { round, task: id, edition: task.edition, scheme: scheme.hash, at: now.toISOString() };
    const listed =
      task.part === 'schools'
        ? []
        : (await listEvidence(tx, who.tenant, round, task.unit)).filter(({ dept }) => dept === task.dept);
    const records = listed.map((held) => ({ version: held.version, record: recordOf(held, register) }));
    const seal = sealSheet(
      facts,
      sealedFigures(versions, context),
      records.map(({ version, record }) => ({ number: record.number, mark: markOf(record), version })),
      await sealKey(tx, who.tenant),
    );
    if (task.part === 'schools') {
      const bySchool = Map.groupBy(versions, ({ subject }) => register.unitOf(subject)?.code ?? '');
      const answers = new Map([...bySchool].map(([school, rows]) => [school, answersOf(rows, scheme)]));
      const plan = schoolWorkbook(scheme, register.tree, unit, answers);
      const content = writeWorkbook({ ...plan, sheets: [...plan.sheets, seal] });
      return { name: workbookName(unit, scheme.year, '学校'), content };
    }
    const dept = scheme.departments.get(task.dept as never)?.name;
    const filled = {
      answers: answersOf(versions, scheme),
      ledgers: await ledgerEntries(tx, of),
      evidence: records.map(({ record: { sha256: _hash, unit: _unit, ...entry } }) => entry),
    };
    const plan = formWorkbook(scheme, unit, task.dept === '' ? undefined : (task.dept as never), filled);
    const content = writeWorkbook({ ...plan, sheets: [...plan.sheets, seal] });
    return { name: workbookName(unit, scheme.year, dept), content };
  },
});

function sealedFigures(versions: readonly HeldVersion[], { scheme, register }: RoundContext): SealedFigure[] {
  return versions.flatMap(({ subject, item, period, version }) => {
    const unit = register.unitOf(subject);
    if (unit === undefined) return [];
    return [{ subject: unit.code, item, year: isPrior(item, period, scheme) ? 'prior' : 'now', version } as const];
  });
}

function isPrior(code: string, period: string, scheme: Scheme): boolean {
  const item = scheme.items.get(code as never);
  return item !== undefined && period === printPeriod(periodOf(item.period, scheme.year, -1));
}

/** Both years of each item in one answer, in the unit its row states. */
function answersOf(versions: readonly HeldVersion[], scheme: Scheme): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const row of versions) {
    const { item: code, period, reason } = row;
    const item = scheme.items.get(code as never);
    if (item === undefined) continue;
    const shown = shownIn(item.unit, row);
    const now = isPrior(code, period, scheme)
      ? { prior: shown }
      : { now: shown, ...(reason === null ? {} : { reason }) };
    answers.set(code, { ...answers.get(code), ...now });
  }
  return answers;
}
