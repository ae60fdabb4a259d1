import { type Action, type Route, route } from '../platform/index.ts';
import { listInbox, listMyNotices, readMyNotices, taskHistory } from './look.ts';
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

const step = (verb: string, taken: Action<typeof TakeStep, Stepped>, zh: string, en: string): Route =>
  route({ method: 'POST', path: `/rounds/:round/tasks/:task/${verb}`, action: taken, summary: { zh, en } });

export const reviewRoutes: readonly Route[] = [
  step('submit', submitTask, '提交本单位审定', 'Submit a task for approval in its unit'),
  step('withdraw', withdrawTask, '撤回提交', 'Take a submission back'),
  step('approve', approveTask, '本单位审定，报督导室', 'Approve a task for its unit'),
  step('accept', acceptTask, '审核通过', 'Accept a task'),
  step('return', returnTask, '退回，逐项写明原因', 'Return a task, field by field'),
  step('lock', lockOneTask, '锁定', 'Lock a task'),
  step('unlock', unlockTask, '解锁，写明原因', 'Unlock a task with a reason'),
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
];
