import { type Download, type Route, route } from '../platform/index.ts';
import { bundleReport } from './bundle/bundle-report.ts';
import { readBundle } from './bundle/read-bundle.ts';
import { advanceReport } from './filed/advance-report.ts';
import { composeReport } from './filed/compose-report.ts';
import { correctReport } from './filed/correct-report.ts';
import { fileEditedReport } from './filed/file-edited.ts';
import { downloadReport, listReports, readReport } from './filed/read-report.ts';
import { setReportTemplate } from './filed/set-template.ts';
import { walkSlot } from './filed/walk-slot.ts';
import { sectionRoutes } from './sections/routes.ts';

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  docx: ['自评报告.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  issued: ['自评报告（印发）.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  html: ['自评报告.html', 'text/html; charset=utf-8'],
  trace: ['自评报告.trace.json', 'application/json'],
};

const asFile = ({ form, content }: { readonly form: string; readonly content: Uint8Array }): Download => {
  const [name = '', type = ''] = TYPES[form] ?? [];
  return { name, type, content };
};

export const reportRoutes: readonly Route[] = [
  ...sectionRoutes,
  route({
    method: 'PUT',
    path: '/rounds/:round/template',
    action: setReportTemplate,
    summary: { zh: '设定本轮报告模板', en: "Set the template of the round's reports" },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports',
    action: composeReport,
    status: 201,
    summary: { zh: '按已通过的数据生成报告', en: 'Compose a report from what is accepted' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports',
    action: listReports,
    summary: { zh: '本轮报告及版本', en: 'Reports of a round with their versions' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report',
    action: readReport,
    summary: { zh: '一份报告及校核结果', en: 'A report with its findings' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/files/:form',
    action: downloadReport,
    file: asFile,
    summary: { zh: '下载报告', en: 'Download a report' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/slots/:slot/walk',
    action: walkSlot,
    summary: { zh: '报告中的数从哪来', en: 'Where a figure of a report comes from' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/edited',
    action: fileEditedReport,
    status: 201,
    summary: { zh: '交回修改稿，逐数比对', en: 'File an edited copy and compare it' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/bundles',
    action: bundleReport,
    status: 201,
    summary: { zh: '封存报告：数据、方案、结果、报告、留痕', en: 'Seal a report with all it was made from' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/bundles/:sha256',
    action: readBundle,
    file: ({ content }) => ({ name: '封存包.luzhi.zip', type: 'application/zip', content }),
    summary: { zh: '下载封存包', en: 'Download a bundle' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/advance',
    action: advanceReport,
    summary: { zh: '送审、签发登记、公示、报送、归档', en: 'Move a report on' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/corrections',
    action: correctReport,
    status: 201,
    summary: { zh: '更正已签发报告中的数', en: 'Correct a figure of a signed report' },
  }),
];
