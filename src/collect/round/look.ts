/** Rounds that are on, tasks that are mine to see, and one task with everything answered so far. */
import Type from 'typebox';
import { bySeverity, periodOf, printPeriod } from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/index.ts';
import { query } from '../../platform/index.ts';
import type { Scheme, SchemeItem } from '../../scheme/index.ts';
import { checkSubmission } from '../check/index.ts';
import { loadSubmission } from '../entry/answers.store.ts';
import { readVersions } from '../entry/figures.store.ts';
import { isAsked } from '../entry/statement.ts';
import { mayOpenTask, maySeeRounds } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { countAnswers, listRounds, listTasks, loadRound, loadTask, type Task } from './rounds.store.ts';
import { wayOfTask } from './seats.ts';
import { isOpen, nameOfState } from './states.ts';

const Round = Type.String({ maxLength: 64 });
const strict = { additionalProperties: false } as const;

export const listMyRounds = query({
  name: 'collect.rounds.list',
  input: Type.Object({}, strict),
  may: maySeeRounds,
  async run(tx, _, { who }) {
    const rounds = await listRounds(tx, who.tenant);
    return rounds.map(({ tenant: _tenant, evaluee: _evaluee, ...round }) => round);
  },
});

export const listMyTasks = query({
  name: 'collect.tasks.list',
  input: Type.Object({ round: Round }, strict),
  may: maySeeRounds,
  async run(tx, { round: code }, { who, now }) {
    const context = await loadRound(tx, who.tenant, code);
    const { register, scheme } = context;
    const answered = await countAnswers(tx, who.tenant, code);
    return (await listTasks(tx, who.tenant, code))
      .filter((task) => mayOpenTask(who, task, context))
      .map(({ task, unit, dept, part, state, edition, due, submitted_at }) => ({
        task,
        unit,
        name: register.unitOf(unit)?.name ?? '',
        dept,
        deptName: scheme.departments.get(dept as never)?.name ?? '',
        part,
        state,
        stateName: nameOfState(state, wayOfTask(context, { unit, dept, part })),
        edition,
        due,
        overdue: isOpen(state) && due < now,
        submittedAt: submitted_at,
        answered: answered.get(task) ?? 0,
      }));
  },
});

/** Items a task asks for, in the order of its forms. */
export function itemsAsked(scheme: Scheme, unit: OrgUnit, task: Pick<Task, 'dept' | 'part'>): readonly SchemeItem[] {
  const level = task.part === 'schools' ? 'school' : levelOf(unit);
  const forms = scheme.forms.filter(
    (form) => form.level === level && (task.dept === '' || form.dept === undefined || form.dept === task.dept),
  );
  const items = [...new Set(forms.flatMap((form) => form.items))];
  return items.filter(({ computed, by }) => {
    const dept = by[level];
    return (
      computed === undefined &&
      dept !== undefined &&
      (task.part === 'schools' || task.dept === '' || dept === task.dept)
    );
  });
}

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const readTask = query({
  name: 'collect.task.read',
  input: Type.Object({ round: Round, task: Type.String({ format: 'uuid' }) }, strict),
  may: maySeeRounds,
  async run(tx, { round: code, task: id }, { who }) {
    const task = await loadTask(tx, who.tenant, code, id);
    const context = await loadRound(tx, who.tenant, code);
    if (!mayOpenTask(who, task, context)) throw CollectProblem.taskMissing({ round: code, task: id });
    const { scheme, register } = context;
    const unit = register.unitOf(task.unit);
    if (unit === undefined) throw CollectProblem.taskMissing({ round: code, task: id });
    const of = { tenant: who.tenant, round: code, task: id };
    const versions = await readVersions(tx, of, 'latest');
    const submission = await loadSubmission(tx, of, context, 'latest');
    const findings = checkSubmission(scheme, submission, new Map()).toSorted(bySeverity);
    const priors = new Map<string, string>(
      [...scheme.items.values()].map(({ code, period }) => [code, printPeriod(periodOf(period, scheme.year, -1))]),
    );
    return {
      task: id,
      unit: { code: unit.code, name: unit.name },
      dept: task.dept,
      part: task.part,
      state: task.state,
      stateName: nameOfState(task.state, wayOfTask(context, task)),
      round: { state: context.round.state, name: context.round.name },
      edition: task.edition,
      due: task.due,
      items: itemsAsked(scheme, unit, task).map(({ code, name, unit, required, prior, definition, type }) => ({
        code,
        name,
        unit,
        type,
        required,
        prior,
        ...(definition === undefined ? {} : { definition }),
      })),
      schools:
        task.part === 'forms'
          ? []
          : register.tree.units
              .filter((school) => school.kind === 'school' && isSchoolOf(school, unit, context))
              .map(({ code, name, attributes }) => ({ code, name, attributes })),
      answers: versions.map((row) => ({
        subject: register.unitOf(row.subject)?.code ?? '',
        item: row.item,
        year: row.period === priors.get(row.item) ? 'prior' : 'now',
        typed: row.typed,
        unit: row.typed_unit,
        nature: row.nature,
        reason: row.reason,
        version: row.version,
        person: row.person,
        at: row.at,
        accepted: row.accepted === row.version,
        returned: row.returned,
      })),
      findings,
    };
  },
});

/** Whether the list of `unit` holds the school: asked with any item schools state. */
function isSchoolOf(
  school: OrgUnit,
  unit: OrgUnit,
  { scheme, register }: Parameters<typeof loadSubmission>[2],
): boolean {
  const item = [...scheme.items.values()].find(({ by, computed }) => computed === undefined && by.school !== undefined);
  return item !== undefined && isAsked(item, school, unit, { dept: '', part: 'schools' }, register);
}
