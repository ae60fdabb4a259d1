import { type Route, route } from '../platform/index.ts';
import { checkDraft } from './check-draft.ts';
import { diffPublished } from './diff-published.ts';
import { listDepartments } from './list-departments.ts';
import { listSchemes } from './list-schemes.ts';
import { lookAtPaper } from './paper/look-at-paper.ts';
import { publishScheme } from './publish-scheme.ts';
import { readDraft } from './read-draft.ts';
import { readScheme } from './read-scheme.ts';
import { downloadBreakdown, downloadBreakdownEach, downloadScheme } from './take-away.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZIP = 'application/zip';

export const schemeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/departments',
    action: listDepartments,
    summary: { zh: '部门', en: 'Departments, as the newest scheme names them' },
  }),
  route({
    method: 'GET',
    path: '/schemes',
    action: listSchemes,
    summary: { zh: '已发布的方案', en: 'Published schemes' },
  }),
  route({
    method: 'GET',
    path: '/schemes/:scheme/:version',
    action: readScheme,
    summary: { zh: '一版评价方案的全部内容', en: 'One published scheme, whole' },
  }),
  route({
    method: 'POST',
    path: '/schemes',
    action: publishScheme,
    status: 201,
    summary: { zh: '发布评价方案', en: 'Publish a scheme' },
  }),
  route({
    method: 'POST',
    path: '/schemes/check',
    action: checkDraft,
    summary: { zh: '发布前校核方案', en: 'Check a scheme before it is published' },
  }),
  route({
    method: 'POST',
    path: '/schemes/draft',
    action: readDraft,
    summary: { zh: '草稿的全部内容', en: 'A draft, whole, as a published scheme is read' },
  }),
  route({
    method: 'POST',
    path: '/schemes/paper',
    action: lookAtPaper,
    summary: { zh: '把下发的指标表读成方案草稿', en: 'An issued table of indicators as the draft of a scheme' },
  }),
  route({
    method: 'GET',
    path: '/schemes/:scheme/:version/diff',
    action: diffPublished,
    summary: { zh: '对比两版方案', en: 'What changed between two versions' },
  }),
  route({
    method: 'GET',
    path: '/schemes/:scheme/:version/files',
    action: downloadScheme,
    file: (file) => ({ ...file, type: ZIP }),
    summary: { zh: '下载方案文件', en: 'The files of a scheme, as published' },
  }),
  route({
    method: 'GET',
    path: '/schemes/:scheme/:version/breakdown',
    action: downloadBreakdown,
    file: (file) => ({ ...file, type: XLSX }),
    summary: { zh: '任务分解表', en: 'What the scheme asks of each department' },
  }),
  route({
    method: 'GET',
    path: '/schemes/:scheme/:version/breakdown/each',
    action: downloadBreakdownEach,
    file: (file) => ({ ...file, type: ZIP }),
    summary: { zh: '任务分解表，按部门拆分', en: 'The same, a workbook for each department' },
  }),
];
