/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { listMyRounds, listMyTasks, readTask } from './round/look.ts';

export type RoundList = Answered<typeof listMyRounds>;
export type TaskList = Answered<typeof listMyTasks>;
export type TaskPage = Answered<typeof readTask>;
