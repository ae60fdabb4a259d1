import { type Route, route } from '../platform/index.ts';
import { readDeed } from './deed/read-deed.ts';
import { readElsewhere } from './entry/elsewhere.ts';
import { figureHistory } from './entry/figure-history.ts';
import { saveFigures } from './entry/save-figures.ts';
import { takeOver } from './entry/take-over.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { listCatalogue, readEvidence } from './evidence/look.ts';
import { placeByName } from './evidence/place-by-name.ts';
import { withdrawEvidence } from './evidence/withdraw-evidence.ts';
import { readLedgers } from './ledger/read-ledgers.ts';
import { readRowsElsewhere } from './ledger/rows-elsewhere.ts';
import { saveRows } from './ledger/save-rows.ts';
import { takeOverRows } from './ledger/take-over-rows.ts';
import { listMyRounds, listMyTasks } from './round/look.ts';
import { openRound } from './round/open-round.ts';
import { readFindings, readTask } from './round/read-task.ts';
import { downloadWorkbook } from './workbook/download-workbook.ts';
import { importWorkbook } from './workbook/import-workbook.ts';
import { previewWorkbook } from './workbook/preview-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const collectRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/rounds', action: listMyRounds, summary: { zh: '评价轮次', en: 'Rounds' } }),
  route({
    method: 'POST',
    path: '/rounds',
    action: openRound,
    status: 201,
    summary: { zh: '开启一轮评价，派发任务', en: 'Open a round and hand out its tasks' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks',
    action: listMyTasks,
    summary: { zh: '我能看到的填报任务', en: 'Tasks within my reach' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task',
    action: readTask,
    edition: { of: ({ edition }) => edition },
    summary: { zh: '一项任务：数据项、已填数据、校核结果', en: 'A task with its items, answers and findings' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/findings',
    action: readFindings,
    edition: { of: ({ edition }) => edition },
    summary: { zh: '一项任务现在的校核结果', en: 'What the checks say of a task now' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/figures/:subject/:item',
    action: figureHistory,
    summary: { zh: '一个数的修改记录、历年值', en: 'One figure: its versions and the years before' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/figures',
    action: saveFigures,
    edition: { of: ({ edition }) => edition, expected: 'edition' },
    summary: { zh: '保存填报数据', en: 'Save figures' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/elsewhere',
    action: readElsewhere,
    summary: { zh: '同年度其他轮次中已报、可沿用的数', en: 'Figures stated in other rounds of the year' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/take-over',
    action: takeOver,
    edition: { of: ({ edition }) => edition, expected: 'edition' },
    summary: { zh: '沿用其他轮次中已报的数', en: 'Take figures over from another round' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/workbook',
    action: downloadWorkbook,
    file: ({ name, content }) => ({ name, type: XLSX, content }),
    summary: { zh: '下载填报表', en: 'Download the workbook of a task' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/ledgers',
    action: readLedgers,
    summary: { zh: '任务的台账：列、已填的行', en: 'Ledgers of a task: columns and rows' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/ledgers/:ledger',
    action: saveRows,
    summary: { zh: '保存台账行', en: 'Save rows of a ledger' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/tasks/:task/ledgers/:ledger/elsewhere',
    action: readRowsElsewhere,
    summary: { zh: '本年度其他轮次已列、这里没有的台账行', en: 'Rows listed in other rounds of the year and not here' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/ledgers/:ledger/take-over',
    action: takeOverRows,
    summary: { zh: '沿用其他轮次的台账行', en: 'Take over rows of a ledger of another round' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/evidence',
    action: listCatalogue,
    summary: { zh: '佐证材料目录', en: 'The catalogue of evidence' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/evidence',
    action: fileEvidence,
    summary: { zh: '登记或修改一份佐证材料', en: 'File evidence, or change a record' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/evidence/names',
    action: placeByName,
    summary: { zh: '按文件名归入目录（只提示，不写入）', en: 'What files would be filed as, by their names' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tasks/:task/evidence/:evidence/withdraw',
    action: withdrawEvidence,
    summary: { zh: '撤回一份佐证材料', en: 'Take a record of evidence back' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/evidence/:evidence/content',
    action: readEvidence,
    file: (held) => held,
    summary: { zh: '下载佐证材料', en: 'Download the content of a record' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/workbooks/preview',
    action: previewWorkbook,
    summary: { zh: '预览上传的填报表', en: 'Preview an uploaded workbook' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/workbooks',
    action: importWorkbook,
    summary: { zh: '确认导入填报表', en: 'Take a previewed workbook over' },
  }),
  route({
    method: 'GET',
    path: '/audit/:entry/figures',
    action: readDeed,
    summary: { zh: '一条操作记录改动的数据：改前、改后', en: 'What an entry of the record did to figures' },
  }),
];
