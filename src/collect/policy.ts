/**
 * Who may ask, answer and look. Rights by post and subtree are decided here and nowhere else in this stage; the
 * database holds the tenant and the units once more.
 */
import { byOnePost, holds, reaches, type Who } from '../platform/index.ts';
import type { RoundContext } from './round/rounds.store.ts';
import { type Place, sitsAbove, sitsAtTask } from './round/seats.ts';

export interface TaskOf {
  readonly unit: number;
  readonly dept: string;
}

/** The office of the evaluee opens rounds and sets their dates. */
export const mayOpenRound = (who: Who, evaluee: number | undefined): boolean =>
  evaluee !== undefined && holds(who, ['office'], evaluee);

/** Who fills: a reporter of the unit, for its own department where the post has one. */
export const mayFill = (who: Who, { unit, dept }: TaskOf): boolean =>
  who.posts.some((post) => post.role === 'reporter' && post.unit === unit && (post.dept === '' || post.dept === dept));

/**
 * A county files one return and its departments fill their own rows of it. Who fills for one department may save there;
 * the return is submitted, and workbooks of it are dropped, by who fills for the whole county.
 */
export const mayFillSome = (who: Who, { unit, dept, part }: Place): boolean =>
  who.posts.some(
    (post) =>
      post.role === 'reporter' &&
      post.unit === unit &&
      (post.dept === '' || post.dept === dept || (dept === '' && part === 'forms')),
  );

/** `by`: the department that files the row. */
export const mayFillRow = (who: Who, task: Place, by: string | undefined): boolean =>
  mayFill(who, task) ||
  byOnePost(who, (alone) => mayFillSome(alone, task) && alone.posts.some(({ dept }) => dept !== '' && dept === by));

/** Any officer may drop a workbook; it files itself where its officer, or the office for them, may fill. */
export const mayDropWorkbooks = (who: Who): boolean => holds(who, ['reporter', 'office']);
export const mayFile = (who: Who, task: TaskOf): boolean =>
  mayFill(who, task) || byOnePost(who, (alone) => holds(alone, ['office']) && reaches(alone, task.unit));

/** Filler and approver see their own task; the office, verifiers and leaders those within their reach. */
export const maySeeTask = (who: Who, task: TaskOf): boolean =>
  byOnePost(
    who,
    (alone) =>
      reaches(alone, task.unit) &&
      (holds(alone, ['office', 'verifier', 'reader']) ||
        holds(alone, ['reporter', 'approver'], task.unit, task.dept) ||
        mayFillSome(alone, { ...task, part: 'forms' })),
  );

/** The same with the round at hand: whoever takes a step of the task sees it as well. */
export const mayOpenTask = (who: Who, task: Place, context: RoundContext): boolean =>
  byOnePost(
    who,
    (alone) =>
      reaches(alone, task.unit) &&
      (sitsAbove(alone, ['office', 'verifier', 'reader'], task.unit, context.register) ||
        holds(alone, ['reporter', 'approver'], task.unit, task.dept) ||
        mayFillSome(alone, task) ||
        sitsAtTask(alone, task, context)),
  );

/** Anyone with business in the tenant may see that a round is on. */
export const maySeeRounds = (who: Who): boolean =>
  holds(who, ['reporter', 'approver', 'office', 'verifier', 'reader', 'schemeAdmin']);

/** The auditor asks what a deed changed; nobody with business in the figures does. */
export const mayReadDeeds = (who: Who): boolean => holds(who, ['auditAdmin']);
