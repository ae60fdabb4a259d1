import type { Sentences } from '../kernel/index.ts';

const STATES: Readonly<Record<string, string>> = {
  draft: '填报中',
  returned: '已退回',
  accepted: '已通过',
  locked: '已锁定',
};

const ROUND_STATES: Readonly<Record<string, string>> = { collecting: '填报中', locked: '已锁定', closed: '已结束' };
const MOVES: Readonly<Record<string, string>> = { lock: '锁定', unlock: '解锁', close: '结束' };

interface OfTask {
  readonly round: string;
  readonly unit: string;
  /** Name of the department; empty where the unit fills it as one. */
  readonly dept?: string;
  readonly part?: string;
}
const whose = ({ unit, dept = '' }: OfTask): string => `${unit}${dept}`;
const what = ({ part }: OfTask): string => (part === 'schools' ? '学校一览表' : '填报');

/** A reason as its author closed it. */
const told = (reason: string | undefined): string =>
  reason === undefined ? '。' : `：${reason.replace(/[。．.]+$/, '')}。`;

export const zh = {
  'review.notClean': (d: { figures: number }) => `有${d.figures}个数要逐项看，没有一并通过。请打开这一份逐项判断。`,
  'review.notNow': (d: { state: string; step: string }) =>
    `这项任务现在是“${STATES[d.state] ?? `待${d.step}`}”，不能这样处理。请刷新后按当前状态办理。`,
  'review.editionMoved': () => '您查看之后数据又有变动，没有处理。请重新查看后再确认。',
  'review.ownWork': (d: { person: string }) =>
    `${d.person}填过这项任务中的数据，不能由本人审定或审核。请换一位审核人办理。`,
  'review.roundClosed': (d: { round: string; state: string }) =>
    `“${d.round}”${d.state === 'closed' ? '已结束，不再办理。数据有误的，请按更正办理。' : '已锁定，没有办理。确需办理的，请督导室先解锁。'}`,
  'review.ownStep': (d: { person: string }) => `${d.person}已办理过这项任务的前一步，不能再办这一步。请换一位办理。`,
  'review.fieldUnknown': (d: { item: string; of: string }) =>
    `这项任务中没有${d.of}的“${d.item}”，没有退回。请核对，或写在总的退回原因里。`,
  'review.fieldTwice': (d: { item: string; of: string }) => `${d.of}的“${d.item}”写了两次退回原因。请合成一条。`,
  'review.returnsStand': (d: { count: number; items: readonly string[] }) =>
    `退回的数还有 ${d.count} 处没有改正（${d.items.join('、')}${d.count > d.items.length ? '等' : ''}），没有提交。请改正；原数无误的，请在“说明”中写明。`,
  'review.figureMoved': (d: { item: string }) => `“${d.item}”在您查看之后又有改动，没有通过。请查看新数后再确认。`,
  'review.roundNotNow': (d: { move: string; state: string }) =>
    `本轮评价现在是“${ROUND_STATES[d.state] ?? d.state}”，不能${MOVES[d.move] ?? d.move}。请刷新后再办理。`,
  'review.lockChecksStand': (d: { errors: number }) =>
    `已通过的数据还有 ${d.errors} 处须改正，逐处说明见下。请退回改正后再锁定；确需带着问题锁定的，请在锁定时确认。`,
  'review.tasksUnfinished': (d: { count: number; units: readonly string[] }) =>
    `还有 ${d.count} 项任务没有通过（${d.units.join('、')}${d.count > d.units.length ? '等' : ''}），没有锁定。请先办完；确要留下的，请选择“保留未完成的任务”后再锁定。`,
  'review.dueEarlier': (d: { due: string; was: string }) =>
    `新的截止时间 ${d.due} 已过，或不晚于原定的 ${d.was}，没有延期。请写更晚的时间。`,
  'review.reasonWanted': () => '请写明理由，以便对方修改。',
  'review.checksStand': (d: { errors: number; unexplained: number }) =>
    `还有 ${d.errors} 处须改正、${d.unexplained} 处须说明，没有提交。请逐处改正，或在“说明”中写明原因。`,
  'review.notExceptable': (d: { item: string }) =>
    `“${d.item}”的这处不能按特殊情况处理。空着的请补填，填写有误的请改正；只有方案校核不通过而数据属实的可以申请。`,
  'review.findingGone': (d: { item: string }) => `“${d.item}”现在的数没有这处须改正，没有申请。请等数据保存后再看。`,
  'review.exceptionWaits': (d: { item: string; person: string }) =>
    `“${d.item}”的特殊情况处理已由${d.person}申请，正在等方案负责人决定。数据改动后可重新申请。`,
  'review.exceptionMissing': () => '没有这项特殊情况申请。请从“特殊情况”列表中打开。',
  'review.exceptionDecided': (d: { item: string; person: string }) =>
    `“${d.item}”的申请已由${d.person}决定，没有再次处理。请刷新后查看。`,
  'review.exceptionLapsed': (d: { item: string }) =>
    `“${d.item}”申请后数据又有改动，申请已失效，没有处理。仍须按特殊情况处理的，由填报人重新申请。`,
  'review.ownException': (d: { person: string }) =>
    `${d.person}申请了这项特殊情况处理，或填过这项任务的数据，不能由本人决定。请换一位方案管理员办理。`,
  'review.nobodyToAsk': (d: { item: string; of: string }) =>
    `${d.of}的“${d.item}”没有人填报，或填报人已不在岗，没有送出。计算得出的数，请打开它取用的数再请填报单位核实。`,
  'review.notWithFiller': (d: { of: string }) => `${d.of}已经提交，不在填报人手中，没有催办。请刷新后查看。`,
  'review.nobodyFills': (d: { of: string }) => `${d.of}没有在岗的填报人，没有催办。请先由安全管理员指定填报人。`,
  'review.remindedToday': (d: { of: string; person: string }) =>
    `${d.of}在一天之内已由${d.person}催办过，没有再发。急需的请用“复制群通知”或电话联系。`,
  'review.wordsWanted': () => '请写明要核实什么。',
  'review.questionMissing': () => '没有这条核实请求，或不是发给您的。请从“消息”中打开。',
  'review.answerWanted': () => '请写明核实的结果。',
  'review.wordsTooLong': (d: { length: number; most: number }) =>
    `写了 ${d.length} 字，超过 ${d.most} 字，没有送出。请写短一些。`,
  'review.nothingFilled': () => '这项任务还没有填任何数据，没有提交。请填报后再提交。',
  'notice.task.submit': (d: OfTask) => `${whose(d)} 已提交“${d.round}”的${what(d)}，请审核。`,
  'notice.task.approve': (d: OfTask) => `${whose(d)}“${d.round}”的${what(d)}已过上一环节，请审核。`,
  'notice.task.accept': (d: OfTask) => `${whose(d)}“${d.round}”的${what(d)}已通过。`,
  'notice.task.return': (d: OfTask & { reason?: string }) =>
    `${whose(d)}“${d.round}”的${what(d)}被退回${told(d.reason)}请修改后重新提交。`,
  'notice.task.remind': (d: OfTask & { day: string; left: number; person: string }) =>
    `${d.person}催办：${whose(d)}“${d.round}”的${what(d)} ${d.day} 截止，${d.left === 0 ? '已填齐，尚未提交。请尽快提交。' : `还有 ${d.left} 项未填。请尽快填报并提交。`}`,
  'notice.task.withdraw': (d: OfTask) => `${whose(d)} 撤回了“${d.round}”的${what(d)}。`,
  'notice.task.extend': (d: { round: string; day: string; reason: string }) =>
    `“${d.round}”的填报截止日期延至 ${d.day}：${d.reason}。`,
  'notice.figure.ask': (d: { unit: string; name: string; person: string; words: string }) =>
    `${d.person}请核实 ${d.unit}“${d.name}”：${d.words}`,
  'notice.figure.answer': (d: { unit: string; name: string; person: string; words: string }) =>
    `${d.person}答复 ${d.unit}“${d.name}”的核实：${d.words}`,
  'notice.section.submit': (d: { round: string; unit: string; name: string }) =>
    `${d.unit} 已提交“${d.round}”的章节“${d.name}”，请审核。`,
  'notice.section.approve': (d: { round: string; unit: string; name: string }) =>
    `${d.unit}“${d.round}”的章节“${d.name}”已过上一环节，请审核。`,
  'notice.section.accept': (d: { round: string; unit: string; name: string }) =>
    `${d.unit}“${d.round}”的章节“${d.name}”已通过。`,
  'notice.section.return': (d: { round: string; unit: string; name: string; reason?: string }) =>
    `${d.unit}“${d.round}”的章节“${d.name}”被退回${told(d.reason)}请修改后重新提交。`,
  'notice.section.withdraw': (d: { round: string; unit: string; name: string }) =>
    `${d.unit} 撤回了“${d.round}”的章节“${d.name}”。`,
  'notice.report.ask': (d: { round: string; person: string; to: string; reason: string }) =>
    `${d.person}申请“${d.round}”的报告带问题${d.to === '送审' ? '送审' : '签发'}：${d.reason}。请打开报告，看过未解决的问题后确认。`,
  'notice.exception.ask': (d: { round: string; unit: string; name: string; reason: string }) =>
    `${d.unit}就“${d.round}”的“${d.name}”申请特殊情况处理：${d.reason}。请决定。`,
  'notice.exception.grant': (d: { round: string; unit: string; name: string; reason: string }) =>
    `${d.unit}“${d.round}”的“${d.name}”已批准按特殊情况处理：${d.reason}。可以提交了。`,
  'notice.exception.refuse': (d: { round: string; unit: string; name: string; reason: string }) =>
    `${d.unit}“${d.round}”的“${d.name}”未批准按特殊情况处理：${d.reason}。请改正后提交。`,
  'notice.due.soon': (d: { round: string; unit: string; ahead: number }) =>
    `${d.unit}“${d.round}”的填报还有 ${d.ahead} 天截止，尚未提交。请抓紧填报。`,
  'notice.due.passed': (d: { round: string; unit: string }) =>
    `${d.unit}“${d.round}”的填报已过截止时间，尚未提交。请尽快提交。`,
  'notice.round.lock': (d: { round: string; reason: string }) =>
    `“${d.round}”已锁定：${d.reason}。需要改动请联系督导室。`,
  'notice.round.unlock': (d: { round: string; reason: string }) => `“${d.round}”已解锁：${d.reason}。可以继续填报。`,
  'notice.round.close': (d: { round: string; reason: string }) => `“${d.round}”已结束：${d.reason}。`,
  'notice.mail.subject': (d: { count: number }) => `履职：${d.count} 条待办通知`,
  'notice.mail.head': (d: { count: number }) => `您有 ${d.count} 条未读通知：`,
  'notice.mail.foot': (d: { home: string }) => `请登录办理：${d.home}。本邮件由系统发出，请勿回复。`,
} satisfies Sentences;
