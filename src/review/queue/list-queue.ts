/**
 * The queue of whoever decides: each task that waits for a step of theirs, with what in it asks for a look. What asks
 * for nothing is the clean pile; the rest stands in the order of its risk.
 */
import Type from 'typebox';
import { listTasks, loadRound, nameOfState, type RoundContext, type Task, wayOfTask } from '../../collect/index.ts';
import { query, type Tx } from '../../platform/index.ts';
import { passagesOf } from '../decisions.store.ts';
import { findOutliers } from '../figures/outliers.ts';
import { waitsForVerdict } from '../policy.ts';

export const listQueue = query({
  name: 'review.queue.list',
  lane: 'short',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: (who) => who.posts.length > 0,
  async run(tx, { round: code }, { who, now }) {
    const context = await loadRound(tx, who.tenant, code);
    const { register, scheme } = context;
    const waiting = (await listTasks(tx, who.tenant, code)).filter((task) => waitsForVerdict(who, task, context));
    const passages = await passagesOf(tx, who.tenant, code);
    const rows = [];
    for (const task of waiting) {
      const look = await lookOf(tx, task, context);
      const { unit, dept, part, state, edition, due } = task;
      rows.push({
        task: task.task,
        unit: register.unitOf(unit)?.code ?? '',
        name: register.unitOf(unit)?.name ?? '',
        dept,
        deptName: scheme.departments.get(dept as never)?.name ?? '',
        part,
        state,
        stateName: nameOfState(state, wayOfTask(context, { unit, dept, part })),
        edition,
        due,
        overdue: due < now,
        submittedAt: task.submitted_at,
        passage: passages.get(task.task) ?? 0,
        ...look,
        isClean: look.toLook === 0,
      });
    }
    return rows.toSorted((a, b) => b.errors - a.errors || b.warns - a.warns || b.toLook - a.toLook);
  },
});

interface Look {
  /** Figures to be looked at one by one. */
  readonly toLook: number;
  readonly errors: number;
  readonly warns: number;
  /** Figures of which another version was accepted before. */
  readonly changed: number;
}

/** The checks of a task say the same as long as its edition stands; a queue is asked for again and again. */
const KEPT = 2_000;
const kept = new Map<string, Look>();

async function lookOf(tx: Tx, task: Task, context: RoundContext): Promise<Look> {
  const key = `${task.task} ${task.edition}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const outliers = await findOutliers(tx, task, context);
  const findings = outliers.flatMap((outlier) => outlier.findings);
  const look = {
    toLook: outliers.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warns: findings.filter(({ severity }) => severity !== 'error').length,
    changed: outliers.filter(({ why }) => why.includes('changed')).length,
  };
  kept.set(key, look);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return look;
}
