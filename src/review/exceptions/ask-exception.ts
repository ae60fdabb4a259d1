/** 申请特殊情况处理: the filler says that a figure is true although a check forbids it, and the scheme's administrator is told. */
import Type from 'typebox';
import {
  addException,
  checkStanding,
  figuresBehind,
  isAbout,
  isExceptable,
  loadRound,
  lockTask,
  refuseUnlessOpen,
  stillStands,
  touchTask,
} from '../../collect/index.ts';
import { type ItemCode, isError } from '../../kernel/index.ts';
import { levelOf } from '../../org/index.ts';
import { action, civilDay } from '../../platform/index.ts';
import { Reason } from '../held-task.ts';
import { accountsAt, tell } from '../notices/notices.store.ts';
import { mayAskException } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';

/**
 * Throws `collect.taskMissing`, `taskClosed`, `roundClosed`, and `review.notExceptable`, `findingGone` and, where the
 * same was asked and is not decided, `exceptionWaits`.
 */
export const askException = action({
  name: 'review.exception.ask',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      task: Type.String({ format: 'uuid' }),
      /** Of the check. */
      code: Type.String({ maxLength: 64 }),
      /** Code of the unit the finding is about. */
      subject: Type.String({ maxLength: 64 }),
      item: Type.String({ maxLength: 64 }),
      reason: Reason,
      /** 文号 of what it rests on. */
      document: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  load: async (tx, { round, task }, { who }) => ({
    task: await lockTask(tx, who.tenant, round, task),
    context: await loadRound(tx, who.tenant, round),
  }),
  may(who, { task, context: { scheme, register } }, { item }) {
    const unit = register.unitOf(task.unit);
    const by = unit === undefined ? undefined : scheme.items.get(item as ItemCode)?.by[levelOf(unit)];
    return mayAskException(who, task, by);
  },
  async run(tx, { code, subject, item, reason, document }, { task, context }, { who, now }) {
    const { scheme, register } = context;
    refuseUnlessOpen(task, context.round);
    const name = scheme.items.get(item as ItemCode)?.name ?? item;
    const check = scheme.checks.find(({ id }) => id === code);
    if (check === undefined || !isExceptable(check.kind)) throw ReviewProblem.notExceptable({ item: name });
    const { findings, exceptions, figures } = await checkStanding(tx, task, context);
    const finding = findings.find((each) => isError(each) && isAbout({ code, subject, item }, each));
    if (finding === undefined) throw ReviewProblem.findingGone({ item: name });
    const waits = exceptions.find(
      (each) => each.decision === null && isAbout(each, finding) && stillStands(each, figures()),
    );
    if (waits !== undefined) throw ReviewProblem.exceptionWaits({ item: name, person: waits.person });
    const exception = await addException(
      tx,
      task,
      {
        ...{ code, item, finding, reason, document: document ?? null },
        subject: register.numberOf(subject) ?? 0,
        figures: figuresBehind(finding, figures(), scheme),
      },
      { author: who.account, person: who.person, at: now },
    );
    const { tenant, round } = task;
    const root = register.numberOf(register.tree.root.code) ?? 0;
    const owners = await accountsAt(tx, { tenant, dept: '' }, root, 'schemeAdmin', civilDay(now));
    const unit = register.unitOf(task.unit)?.name ?? '';
    await tell(tx, tenant, owners, 'exception.ask', { round, exception, unit, name, reason }, now);
    return { exception, edition: touchTask(tx, task, now) };
  },
  audit: ({ exception }, { task, code, subject, item, reason, document }) => ({
    about: `task ${task}`,
    detail: { exception, code, subject, item, reason, ...(document === undefined ? {} : { document }) },
  }),
});
