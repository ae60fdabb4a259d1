/** One task as a screen needs it: forms with their rows, everything answered so far, last year, evidence, and who is next. */
import Type from 'typebox';
import { bySeverity, periodOf, printExact, speakPeriod } from '../../kernel/index.ts';
import { levelOf, type Register } from '../../org/index.ts';
import { query, type Who } from '../../platform/index.ts';
import type { SchemeItem } from '../../scheme/index.ts';
import type { HandedInAt } from '../check/former-reasons.ts';
import { isOfEntry } from '../check/index.ts';
import { type HeldVersion, readVersions } from '../entry/figures.store.ts';
import { listEvidence } from '../evidence/evidence.store.ts';
import { checkStanding } from '../exceptions/check-standing.ts';
import { mayFill, mayFillRow, mayOpenTask, maySeeRounds, maySeeTask } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { type FormOfTask, formsOfTask, itemsAsked, schoolsOf } from './forms-of-task.ts';
import { fillsOf } from './look.ts';
import { priorPeriods } from './prior-periods.ts';
import { proofsAsked } from './proofs-asked.ts';
import { receiptOf } from './receipt.ts';
import { loadRound, loadTask, type RoundContext, type Task } from './rounds.store.ts';
import { wayOfTask } from './seats.ts';
import { isOpen, nameOfState } from './states.ts';
import { stepsAhead } from './steps-ahead.ts';
import { acceptedBefore, valueText } from './year-before.ts';

export const TaskInput = Type.Object(
  { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const readTask = query({
  name: 'collect.task.read',
  input: TaskInput,
  may: maySeeRounds,
  async run(tx, { round: code, task: id }, { who, now }) {
    const { task, context, unit } = await openTask(tx, who, code, id);
    const { scheme, register, round } = context;
    const of = { tenant: who.tenant, round: code, task: id };
    const forms = formsOfTask(scheme, unit, task);
    const schools = task.part === 'forms' ? [] : schoolsOf(unit, context);
    const versions = await readVersions(tx, of, 'latest');
    const others = await answersOfOthers(tx, context, task, forms);
    const standing = await checkStanding(tx, task, context);
    const priors = priorPeriods(context);
    const subjects = new Set([task.unit, ...schools.map((school) => register.numberOf(school.code) ?? 0)]);
    const before = await acceptedBefore(tx, context, priorsOf(itemsAsked(forms), priors), subjects);
    const records = await listEvidence(tx, who.tenant, code, task.unit);
    return {
      task: id,
      unit: { code: unit.code, name: unit.name, kind: unit.kind, level: levelOf(unit) },
      dept: task.dept,
      deptName: scheme.departments.get(task.dept as never)?.name ?? '',
      part: task.part,
      state: task.state,
      stateName: nameOfState(task.state, wayOfTask(context, task)),
      round: { state: round.state, name: round.name, asOf: round.as_of },
      year: scheme.year,
      edition: task.edition,
      due: task.due,
      /** 回执号 of what was handed in last, while it is handed in. */
      ...(task.submitted_at === null || isOpen(task.state)
        ? {}
        : { receipt: receiptOf(unit.code, task, task.submitted_at) }),
      overdue: isOpen(task.state) && task.due < now,
      fills: fillsOf(who, task),
      forms: forms.map((form) => ({
        ...form,
        rows: form.rows.map(({ item, by, asked, heading }) => ({
          item: item.code,
          ...(by === undefined ? {} : { by, byName: scheme.departments.get(by)?.name ?? by }),
          ...(heading === undefined ? {} : { heading }),
          /** Mine to type in. */
          mine: asked && (task.part === 'schools' ? mayFill(who, task) : mayFillRow(who, task, by)),
          asked,
        })),
      })),
      items: definitions(forms, scheme.year),
      checks: scheme.checks
        .filter(isOfEntry)
        .map(({ rule, ...check }) => ({ ...check, ...(rule === undefined ? {} : { rule: rule.text }) })),
      schools: schools.map(({ code, name, attributes }) => ({ code, name, attributes })),
      answers: [
        ...versions.map((row) => answer(row, register, priors, standing.handedIn)),
        ...others.map((row) => answer(row, register, priors)),
      ],
      /** Last year's accepted figures, for the same units. */
      before: before.map((row) => ({
        subject: register.unitOf(row.subject)?.code ?? '',
        item: row.item,
        value: valueText(row),
        unit: row.unit,
        nature: row.nature,
      })),
      evidence: records
        .filter((record) => record.dept === task.dept && maySeeTask(who, record))
        .map(({ tenant: _, round: __, unit: ___, author: ____, ...record }) => record),
      proofs: proofsAsked(scheme, unit, itemsAsked(forms)),
      ...(await stepsAhead(tx, context, task, now)),
      /** 特殊情况处理 that was asked for, and what came of it. */
      exceptions: standing.exceptions.map(({ task: _, unit: __, finding: ___, author: ____, ...asked }) => asked),
      findings: standing.findings.toSorted(bySeverity),
    };
  },
});

/** What the checks say now, without everything around it: asked again after a save. */
export const readFindings = query({
  name: 'collect.task.findings',
  input: TaskInput,
  may: maySeeRounds,
  async run(tx, { round, task: id }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    const { findings } = await checkStanding(tx, task, context);
    return { edition: task.edition, findings: findings.toSorted(bySeverity) };
  },
});

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export async function openTask(tx: Parameters<typeof loadTask>[0], who: Who, round: string, id: string) {
  const task = await loadTask(tx, who.tenant, round, id);
  const context = await loadRound(tx, who.tenant, round);
  const unit = context.register.unitOf(task.unit);
  if (unit === undefined || !mayOpenTask(who, task, context)) throw CollectProblem.taskMissing({ round, task: id });
  return { task, context, unit };
}

const priorsOf = (items: readonly SchemeItem[], priors: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(items.flatMap(({ code }) => [[code, priors.get(code) ?? ''] as const]));

/** Rows of the same unit that another department's task answers. */
async function answersOfOthers(
  tx: Parameters<typeof loadTask>[0],
  { round }: RoundContext,
  task: Task,
  forms: readonly FormOfTask[],
): Promise<readonly HeldVersion[]> {
  const items = forms.flatMap(({ rows }) =>
    rows.flatMap(({ item, asked }) => (asked || item.computed !== undefined ? [] : [item.code])),
  );
  if (items.length === 0) return [];
  const rows = await readVersions(tx, { tenant: task.tenant, round: round.round, items }, 'latest');
  return rows.filter((row) => row.subject === task.unit && row.task !== task.task);
}

function answer(row: HeldVersion, { unitOf }: Register, priors: ReadonlyMap<string, string>, handedIn?: HandedInAt) {
  const subject = unitOf(row.subject)?.code ?? '';
  const year = row.period === priors.get(row.item) ? ('prior' as const) : ('now' as const);
  return {
    subject,
    item: row.item,
    year,
    typed: row.typed,
    value: valueText(row),
    unit: row.typed_unit,
    nature: row.nature,
    reason: row.reason,
    reasonHolds: row.reason_holds,
    /** Of an explained cell that is open again. */
    handedIn: handedIn?.(subject, row.item, year),
    version: row.version,
    person: row.person,
    at: row.at,
    accepted: row.accepted === row.version,
    returned: row.returned,
  };
}

/** Each item of the forms once, with what a browser needs to read and check what is typed. */
const definitions = (forms: readonly FormOfTask[], year: number) =>
  [...new Set(forms.flatMap(({ rows }) => rows.map(({ item }) => item)))].map((item) => {
    const { code, name, unit, type, dimension, required, prior, definition, nature, min, max, computed, by, roll } =
      item;
    return {
      code,
      name,
      unit,
      type,
      dimension,
      required,
      prior,
      by,
      roll,
      period: speakPeriod(periodOf(item.period, year)),
      ...(definition === undefined ? {} : { definition }),
      ...(nature === undefined ? {} : { nature }),
      /** In base units. */
      ...(min === undefined ? {} : { min: printExact(min) }),
      ...(max === undefined ? {} : { max: printExact(max) }),
      ...(computed?.kind === 'formula' ? { formula: computed.formula.text } : {}),
      computed: computed !== undefined,
    };
  });
