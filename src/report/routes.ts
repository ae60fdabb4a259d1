import { type Download, type Route, route } from '../platform/index.ts';
import { bundleReport } from './bundle/bundle-report.ts';
import { readBundle } from './bundle/read-bundle.ts';
import { advanceReport } from './filed/advance-report.ts';
import { askAdvance } from './filed/ask-advance.ts';
import { compareVersions } from './filed/compare-versions.ts';
import { composeReport } from './filed/compose-report.ts';
import { correctRegistration } from './filed/correct-registration.ts';
import { correctReport } from './filed/correct-report.ts';
import { discardReport } from './filed/discard-report.ts';
import { readFigurePlaces, readSlotPlaces } from './filed/figure-places.ts';
import { fileEditedReport } from './filed/file-edited.ts';
import { readHistory } from './filed/read-history.ts';
import { downloadReport, listReports, readReport } from './filed/read-report.ts';
import { readReportResults } from './filed/read-results.ts';
import { restoreFigures } from './filed/restore-figures.ts';
import { setReportTemplate } from './filed/set-template.ts';
import { walkSlot } from './filed/walk-slot.ts';
import { PDF_SECONDS, toPdf } from './pdf/convert.ts';
import { ReportProblem } from './problems.ts';
import { readReportPages } from './reading/read-pages.ts';
import { answerRemark } from './remarks/answer-remark.ts';
import { readRemarks } from './remarks/read-remarks.ts';
import { remarkReport } from './remarks/remark-report.ts';
import { sectionRoutes } from './sections/routes.ts';
import { decideBlanks } from './studio/decide.ts';
import { findStudioItems } from './studio/find-items.ts';
import { listReportTemplates } from './studio/list-templates.ts';
import { readStudio } from './studio/read-studio.ts';
import { saveTemplate } from './studio/save-template.ts';
import { tryTemplate } from './studio/try-template.ts';
import { uploadTemplate } from './studio/upload-template.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  docx: ['自评报告.docx', WORD],
  issued: ['自评报告（印发）.docx', WORD],
  submitted: ['自评报告（送审）.docx', WORD],
  html: ['自评报告.html', 'text/html; charset=utf-8'],
  trace: ['自评报告.trace.json', 'application/json'],
};

/** Throws `report.pdfAbsent` and `report.pdfLate`. */
async function asFile({ form, content }: { readonly form: string; readonly content: Uint8Array }): Promise<Download> {
  if (form !== 'pdf') {
    const [name = '', type = ''] = TYPES[form] ?? [];
    return { name, type, content };
  }
  const made = await toPdf(content);
  if (!('failed' in made)) return { name: '自评报告.pdf', type: 'application/pdf', content: made.pdf };
  throw made.failed === 'absent' ? ReportProblem.pdfAbsent({}) : ReportProblem.pdfLate({ seconds: PDF_SECONDS });
}

export const reportRoutes: readonly Route[] = [
  ...sectionRoutes,
  route({
    method: 'PUT',
    path: '/rounds/:round/template',
    action: setReportTemplate,
    names: 'kept',
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
    path: '/rounds/:round/reports/:report/pages',
    action: readReportPages,
    summary: { zh: '报告正文、数字和校核结果', en: 'A report as it is read, with figures and findings' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/results/:unit',
    action: readReportResults,
    summary: { zh: '一稿报告所用的得分', en: 'The results a version was made from' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/compare',
    action: compareVersions,
    summary: { zh: '两稿对比', en: 'Two versions compared' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/restore',
    action: restoreFigures,
    status: 201,
    summary: { zh: '恢复修改稿中改过的数', en: 'Restore figures changed in an edited copy' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/remarks',
    action: readRemarks,
    summary: { zh: '报告的批注', en: 'Remarks on a report' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/remarks',
    action: remarkReport,
    status: 201,
    summary: { zh: '对文字或数字写批注', en: 'Remark on words or a figure' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/remarks/:remark/answers',
    action: answerRemark,
    status: 201,
    summary: { zh: '回复、办结或重新打开批注', en: 'Answer, close or reopen a remark' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/ask',
    action: askAdvance,
    summary: { zh: '申请带问题送审或签发', en: 'Ask that a report goes on with errors' },
  }),
  route({
    method: 'POST',
    path: '/templates',
    action: uploadTemplate,
    status: 201,
    summary: { zh: '上传报告模板', en: 'Take a Word file as a template' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/templates',
    action: listReportTemplates,
    summary: { zh: '报告模板', en: 'Templates of reports' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/templates/:template',
    action: readStudio,
    summary: { zh: '模板的各处空、建议和已定', en: 'Blanks of a template with suggestions and decisions' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/templates/:template/blanks/:blank/items',
    action: findStudioItems,
    summary: { zh: '为一处空查找数据项', en: 'Find items for a blank' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/templates/:template/decisions',
    action: decideBlanks,
    status: 201,
    summary: { zh: '确定或撤销模板取数', en: 'Decide blanks of a template' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/templates/:template/trial',
    action: tryTemplate,
    summary: { zh: '试填全文', en: 'Fill the template on trial' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/templates/:template/save',
    action: saveTemplate,
    status: 201,
    summary: { zh: '保存为模板', en: 'Save the decisions as a bound template' },
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
    path: '/rounds/:round/figures/:unit/:item/places',
    action: readFigurePlaces,
    summary: { zh: '这个数用在哪里', en: 'Where a figure stands' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/slots/:slot/places',
    action: readSlotPlaces,
    summary: { zh: '报告中的数还用在哪里', en: 'Where else a printed figure stands' },
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
    names: 'kept',
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
    path: '/rounds/:round/reports/:report/discard',
    action: discardReport,
    summary: { zh: '作废从未送审的报告', en: 'Discard a report that never went for approval' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/registration',
    action: correctRegistration,
    summary: { zh: '更改登记的文号、签发人、日期', en: 'Put right what was registered of a report' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/reports/:report/history',
    action: readHistory,
    summary: { zh: '报告的办理经过', en: 'What was done with a report' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/reports/:report/corrections',
    action: correctReport,
    status: 201,
    summary: { zh: '更正已签发报告中的数', en: 'Correct a figure of a signed report' },
  }),
];
