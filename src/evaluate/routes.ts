import { type Route, route } from '../platform/index.ts';
import { readChange } from './change/read-change.ts';
import { listIndicators } from './indicators/list-indicators.ts';
import { readLast } from './last/read-last.ts';
import { stateLast } from './last/state-last.ts';
import { permitOrder } from './order/permit-order.ts';
import { readOrder } from './order/read-order.ts';
import { readOverview } from './overview/overview.ts';
import { downloadWorkbook } from './round/download-workbook.ts';
import { foreseeTask } from './round/foresee-task.ts';
import { lockRound } from './round/lock-round.ts';
import { readMatrix } from './round/matrix.ts';
import { listResults, readResult } from './round/results.ts';
import { walkFigure } from './round/walk.ts';
import { whatIf } from './round/what-if.ts';
import { proposeScore, stateScore, verifyScore } from './scores/give-score.ts';
import { listProgress } from './scores/list-progress.ts';
import { listScores } from './scores/list-scores.ts';
import { readSpreadSchools } from './spread/read-schools.ts';
import { readSpread } from './spread/read-spread.ts';
import { downloadResults } from './table/download-results.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const evaluateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/rounds/:round/lock',
    action: lockRound,
    summary: { zh: '锁定本轮数据', en: 'Lock a round' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/overview',
    action: readOverview,
    summary: { zh: '一页看本轮：阶段、各单位得分和上年、需关注事项', en: 'A round on one page' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/indicators',
    action: listIndicators,
    summary: { zh: '本轮方案的指标树和评分规则', en: "The indicators of the round's scheme with their rules" },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/results',
    action: listResults,
    summary: { zh: '各单位得分和等次', en: 'Score and grade of each unit' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/results/:unit',
    action: readResult,
    summary: { zh: '一个单位逐项得分和理由', en: 'One unit leaf by leaf, with the reasons' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/matrix',
    action: readMatrix,
    // Both revisions in one number, as each is far below 2^32.
    edition: { of: ({ revision, prior }) => (revision << 32n) | (prior?.revision ?? 0n) },
    summary: { zh: '各单位逐项得分一览，附上年', en: 'Points of all units at all leaves, beside last year' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/what-if',
    action: whatIf,
    summary: { zh: '试算：换数据或达标线后的得分，不写入', en: 'Points with other figures or limits; writes nothing' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/foreseen',
    action: foreseeTask,
    summary: {
      zh: '这份任务与各单位填报数合起来核对的结果',
      en: 'What a task would be found to say against what all others state',
    },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/walk/:unit/:item',
    action: walkFigure,
    summary: { zh: '这个数从哪来', en: 'Where a figure comes from' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/walk/:unit/:item/workbook',
    action: downloadWorkbook,
    file: ({ name, content }) => ({ name, type: XLSX, content }),
    summary: { zh: '下载这个数所在的工作簿', en: 'The workbook a figure was read from' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/results-workbook',
    action: downloadResults,
    file: ({ name, content }) => ({ name, type: XLSX, content }),
    summary: { zh: '下载各单位得分（工作簿）', en: 'Results as a workbook' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/changes/:unit',
    action: readChange,
    summary: { zh: '得分变化原因', en: 'Why a score moved since last year' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/score-order',
    action: readOrder,
    summary: { zh: '县级得分能否排序', en: 'Whether counties may be put in order of score' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/score-order',
    action: permitOrder,
    status: 201,
    summary: { zh: '开启或关闭按得分排序', en: 'Allow or stop putting counties in order of score' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/spread',
    action: readSpread,
    summary: { zh: '各县各项差异系数和限值', en: '差异系数 of each county and measure, with its limit' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/spread/:unit/:item',
    action: readSpreadSchools,
    summary: { zh: '一项差异系数的各校情况', en: 'The schools behind one 差异系数' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/last-year',
    action: readLast,
    summary: { zh: '上年结果', en: "Last year's results" },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/last-year',
    action: stateLast,
    status: 201,
    summary: { zh: '登记上年结果', en: "State last year's results" },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/scores',
    action: listProgress,
    summary: { zh: '各单位核定进度', en: 'How far each unit is scored and verified' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/scores/:unit',
    action: listScores,
    summary: {
      zh: '系统测算、自评、拟报、核定对照',
      en: 'Computed, stated, proposed and verified scores side by side',
    },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/stated',
    action: stateScore,
    status: 201,
    summary: { zh: '责任单位自评', en: 'State the score of the unit in charge' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/proposed',
    action: proposeScore,
    status: 201,
    summary: { zh: '拟报分', en: 'Propose the score to be reported' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/verified',
    action: verifyScore,
    status: 201,
    summary: { zh: '核定分', en: 'Verify the score' },
  }),
];
