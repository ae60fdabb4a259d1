/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { listOverdue } from './due/list-overdue.ts';
import type { listWaited } from './due/list-waited.ts';
import type { remindTasks } from './due/remind-tasks.ts';
import type { listRoundExceptions } from './exceptions/list-exceptions.ts';
import type { askFiller } from './figures/ask-filler.ts';
import type { listChanges, listOutliers } from './figures/look.ts';
import type { readSheet } from './figures/sheet.ts';
import type { listInbox, listMyNotices, taskHistory } from './look.ts';
import type { listQueue } from './queue/list-queue.ts';
import type { passClean } from './queue/pass-clean.ts';
import type { listPeers } from './queue/peers.ts';

export type Inbox = Answered<typeof listInbox>;
export type NoticeList = Answered<typeof listMyNotices>;
export type TaskHistory = Answered<typeof taskHistory>;
export type ChangeList = Answered<typeof listChanges>;
export type OutlierList = Answered<typeof listOutliers>;
export type FillerAsked = Answered<typeof askFiller>;
export type OverdueList = Answered<typeof listOverdue>;
export type TasksWaited = Answered<typeof listWaited>;
export type TasksReminded = Answered<typeof remindTasks>;
export type Queue = Answered<typeof listQueue>;
export type QueuePassed = Answered<typeof passClean>;
export type Peers = Answered<typeof listPeers>;
export type ExceptionList = Answered<typeof listRoundExceptions>;
export type ReviewSheet = Answered<typeof readSheet>;
export type ReviewFigure = ReviewSheet['figures'][number];
