/**
 * The clean pile passed in one act: every task named takes the step it waits for. One that moved meanwhile, or is one's
 * own work, is left and told with its reason; the others go through.
 */
import Type from 'typebox';
import { loadRound, wayOfTask } from '../../collect/index.ts';
import { Problem } from '../../kernel/index.ts';
import { action, PlatformProblem, type Tx } from '../../platform/index.ts';
import { findOutliers } from '../figures/outliers.ts';
import { type Held, holdTask, mayTry } from '../held-task.ts';
import { waitsForVerdict } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { stepsFrom, type Verdict } from '../steps.ts';
import { type Stepped, takeHeld } from '../take-step.ts';

const AT_ONCE = 500;

export const passClean = action({
  name: 'review.queue.pass',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      tasks: Type.Array(
        Type.Object(
          { task: Type.String({ format: 'uuid' }), edition: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: AT_ONCE },
      ),
    },
    { additionalProperties: false },
  ),
  load: (tx, { round }, { who }) => loadRound(tx, who.tenant, round),
  may: (who) => who.posts.some(({ role }) => ['approver', 'office', 'verifier'].includes(role)),
  async run(tx, { round, tasks }, _, by) {
    const passed: (Stepped & { readonly task: string })[] = [];
    const left: { readonly task: string; readonly code: string; readonly data: Problem['data'] }[] = [];
    // One order for everybody who passes a pile: two piles that overlap wait for each other and do not lock up.
    for (const { task, edition } of tasks.toSorted((a, b) => (a.task < b.task ? -1 : 1))) {
      try {
        const held = await holdTask(tx, { round, task }, by);
        passed.push({
          task,
          ...(await takeHeld(tx, verdictFor(held), { edition, fields: [] }, await clean(tx, held), by)),
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        left.push({ task, code: error.code, data: error.data });
      }
    }
    return { passed, left };
  },
  audit: ({ passed, left }, { round }) => ({
    about: `round ${round}`,
    detail: { passed: passed.map(({ task }) => task), left: left.length },
  }),
});

/** Throws `review.notClean`: somebody has to look at it. */
async function clean(tx: Tx, held: Held): Promise<Held> {
  const { length } = await findOutliers(tx, held.task, held.context);
  if (length > 0) throw ReviewProblem.notClean({ figures: length });
  return held;
}

/** Throws `platform.forbidden`, and `review.notNow` where no verdict of this person's is waited for. */
function verdictFor(held: Held): Verdict {
  const { task, context, standing } = held;
  const verdict = (['approve', 'accept'] as const).find((each) => mayTry(held, each));
  if (verdict === undefined) throw PlatformProblem.forbidden({ action: 'review.queue.pass' });
  if (!waitsForVerdict(standing, task, context)) throw ReviewProblem.notNow({ verdict, state: task.state, step: '' });
  return stepsFrom(wayOfTask(context, task), task.state).some((step) => step.verdict === 'accept')
    ? 'accept'
    : 'approve';
}
