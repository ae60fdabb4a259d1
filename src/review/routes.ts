import { type Action, type Route, route } from '../platform/index.ts';
import { extendDue } from './due/extend-due.ts';
import { listOverdue } from './due/list-overdue.ts';
import { listWaited } from './due/list-waited.ts';
import { remindTasks } from './due/remind-tasks.ts';
import { askException } from './exceptions/ask-exception.ts';
import { decideException } from './exceptions/decide-exception.ts';
import { listRoundExceptions } from './exceptions/list-exceptions.ts';
import { acceptFigure } from './figures/accept-figure.ts';
import { acceptWithin } from './figures/accept-within.ts';
import { answerAsker } from './figures/answer-asker.ts';
import { askFiller } from './figures/ask-filler.ts';
import { listChanges, listOutliers } from './figures/look.ts';
import { readSheet } from './figures/sheet.ts';
import { listInbox, listMyNotices, readMyNotices, taskHistory } from './look.ts';
import { listQueue } from './queue/list-queue.ts';
import { passClean } from './queue/pass-clean.ts';
import { listPeers } from './queue/peers.ts';
import { roundHistory } from './round/history.ts';
import { closeRound, unlockRound } from './round/move-round.ts';
import {
  acceptTask,
  approveTask,
  lockOneTask,
  returnTask,
  type Stepped,
  submitTask,
  type TakeStep,
  unlockTask,
  withdrawTask,
} from './take-step.ts';

/** The edition that was looked at comes in the body, or as If-Match. */
const SEEN = { of: ({ edition }: { readonly edition: number }) => edition, expected: 'edition' };

const step = (verb: string, taken: Action<typeof TakeStep, Stepped>, zh: string, en: string): Route =>
  route({
    method: 'POST',
    path: `/rounds/:round/tasks/:task/${verb}`,
    action: taken,
    edition: SEEN,
    summary: { zh, en },
  });

const move = (verb: string, moved: typeof closeRound, zh: string, en: string): Route =>
  route({ method: 'POST', path: `/rounds/:round/${verb}`, action: moved, summary: { zh, en } });

export const reviewRoutes: readonly Route[] = [
  step('submit', submitTask, '提交本单位审定', 'Submit a task for approval in its unit'),
  step('withdraw', withdrawTask, '撤回提交', 'Take a submission back'),
  step('approve', approveTask, '同意，报下一步', 'Approve a task for the next step'),
  step('accept', acceptTask, '最后一步审核通过', 'Accept a task at its last step'),
  step('return', returnTask, '退回，逐项写明原因', 'Return a task, field by field'),
  step('lock', lockOneTask, '锁定', 'Lock a task'),
  step('unlock', unlockTask, '解锁，写明原因', 'Unlock a task with a reason'),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/changes',
    action: listChanges,
    edition: { of: ({ edition }) => edition },
    summary: { zh: '上次办理后的改动', en: 'What changed since the last decision' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/outliers',
    action: listOutliers,
    edition: { of: ({ edition }) => edition },
    summary: { zh: '须逐项查看的数', en: 'Figures to be looked at one by one' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/accept-within',
    action: acceptWithin,
    edition: SEEN,
    summary: { zh: '校核范围内的数一并通过', en: 'Accept all figures within tolerance' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/figures/accept',
    action: acceptFigure,
    edition: SEEN,
    summary: { zh: '查看后通过一个数', en: 'Accept one figure after a look' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/figures/:unit/:item/ask',
    action: askFiller,
    summary: { zh: '请填报单位核实一个数', en: 'Ask those who filled a figure to look at it again' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/due',
    action: extendDue,
    edition: SEEN,
    summary: { zh: '延长截止时间，写明原因', en: 'Put off the due time of a task with a reason' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/overdue',
    action: listOverdue,
    summary: { zh: '逾期的任务', en: 'Overdue tasks' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/remind',
    action: listWaited,
    summary: { zh: '尚未提交、可以催办的任务', en: 'Tasks not handed in of which one may remind' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/remind',
    action: remindTasks,
    summary: { zh: '催办尚未提交的任务', en: 'Remind those who have not handed in' },
  }),
  move('unlock', unlockRound, '解锁本轮数据，写明原因', 'Unlock a round with a reason'),
  move('close', closeRound, '结束本轮评价', 'Close a round'),
  route({
    method: 'GET',
    path: '/rounds/:round/moves',
    action: roundHistory,
    summary: { zh: '锁定、解锁、结束记录', en: 'When the round was locked, unlocked and closed' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/queue',
    action: listQueue,
    summary: { zh: '待我审核的任务', en: 'Tasks that wait for a verdict of mine, the riskiest first' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/queue/pass',
    action: passClean,
    summary: { zh: '无异常的任务一并通过', en: 'Pass tasks in which nothing asks for a look' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/sheet',
    action: readSheet,
    edition: { of: ({ edition }) => edition },
    summary: { zh: '一份任务，按审核人所看', en: 'A task as its reviewer looks at it' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/peers',
    action: listPeers,
    summary: { zh: '同类单位的增幅', en: 'How other units of the kind moved' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/exceptions',
    action: askException,
    status: 201,
    summary: { zh: '申请特殊情况处理', en: 'Ask to let a true figure pass a check' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/exceptions',
    action: listRoundExceptions,
    summary: { zh: '特殊情况申请', en: 'Exceptions that were asked for' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/exceptions/:exception/decide',
    action: decideException,
    summary: { zh: '批准或不批准特殊情况处理', en: 'Grant or refuse an exception' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/inbox',
    action: listInbox,
    summary: { zh: '待我办理', en: 'What waits for me' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/decisions',
    action: taskHistory,
    summary: { zh: '办理记录', en: 'What was decided about a task' },
  }),
  route({ method: 'GET', path: '/notices', action: listMyNotices, summary: { zh: '我的通知', en: 'My notices' } }),
  route({
    method: 'POST',
    path: '/notices/read',
    action: readMyNotices,
    summary: { zh: '标为已读', en: 'Mark notices as read' },
  }),
  route({
    method: 'POST',
    path: '/notices/:notice/answer',
    action: answerAsker,
    summary: { zh: '答复请填报单位核实', en: 'Answer who asked to look at a figure again' },
  }),
];
