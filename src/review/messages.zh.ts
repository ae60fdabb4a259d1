import type { Sentences } from '../kernel/index.ts';

const STATES: Readonly<Record<string, string>> = {
  draft: '填报中',
  awaitingUnitApproval: '待本单位审定',
  submitted: '待审核',
  returned: '已退回',
  accepted: '已通过',
  locked: '已锁定',
};

export const zh = {
  'review.notNow': (d: { state: string }) =>
    `这项任务现在是“${STATES[d.state] ?? d.state}”，不能这样处理。请刷新后按当前状态办理。`,
  'review.editionMoved': () => '您查看之后数据又有变动，没有处理。请重新查看后再确认。',
  'review.ownWork': (d: { person: string }) =>
    `${d.person}填过这项任务中的数据，不能由本人审定或审核。请换一位审核人办理。`,
  'review.reasonWanted': () => '请写明理由，以便对方修改。',
  'review.checksStand': (d: { errors: number; unexplained: number }) =>
    `还有 ${d.errors} 处须改正、${d.unexplained} 处须说明，没有提交。请逐处改正，或在“说明”中写明原因。`,
  'review.nothingFilled': () => '这项任务还没有填任何数据，没有提交。请填报后再提交。',
} satisfies Sentences;
