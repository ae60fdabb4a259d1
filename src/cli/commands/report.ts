import path from 'node:path';
import { isError } from '../../kernel/index.ts';
import {
  checkOfficeMarks,
  issueCopy,
  makeReport,
  type OfficeMarks,
  openTemplate,
  reportHtml,
} from '../../report/on-files.ts';
import type { Command, Invocation } from '../command.ts';
import { beside, type Output, readInput, writeOutputs } from '../files.ts';
import { EVALUATION_OPTIONS, evaluateInputs } from '../inputs.ts';
import { writePdf } from '../pdf.ts';

export const report: Command = {
  usage:
    'report --scheme DIR --figures PATH --template T.docx --out R.docx [--year Y] [--as-of DATE] [--last-year results.json] [--html] [--trace] [--pdf] [--issue] [--number 文号] [--signatory NAME] [--date YYYY-MM-DD] [--copies-to UNITS] [--json]',
  about: { zh: '生成自评报告，并校核每个数字。', en: 'Make the report and check every figure.' },
  positionals: { min: 0, max: 0 },
  options: {
    ...EVALUATION_OPTIONS,
    template: { type: 'string', required: true },
    out: { type: 'string', required: true },
    html: { type: 'boolean' },
    trace: { type: 'boolean' },
    pdf: { type: 'boolean' },
    issue: { type: 'boolean' },
    number: { type: 'string' },
    signatory: { type: 'string' },
    date: { type: 'string' },
    'copies-to': { type: 'string' },
  },
  async run(invocation) {
    const made = await produceReport(invocation, {
      out: invocation.text('out') ?? '',
      template: invocation.text('template') ?? '',
      html: invocation.flag('html'),
      trace: invocation.flag('trace'),
      pdf: invocation.flag('pdf'),
      issue: invocation.flag('issue'),
      office: officeMarks(invocation),
    });
    if (invocation.flag('json')) {
      const findings = made.findings.map((finding) => ({ ...finding, says: invocation.says(finding) }));
      invocation.print(JSON.stringify({ files: made.files, draft: made.draft, leftOpen: made.leftOpen, findings }));
    } else {
      invocation.tellFindings(made.findings);
      if (made.leftOpen.length > 0) invocation.tell(sayLeftOpen(made.leftOpen, invocation.language));
      for (const file of made.files) invocation.print(file);
    }
    return made.findings.some(isError) ? 1 : 0;
  },
};

interface Wanted {
  readonly out: string;
  readonly template: string;
  readonly html: boolean;
  readonly trace: boolean;
  readonly pdf: boolean;
  readonly issue: boolean;
  readonly office?: OfficeMarks;
}

function officeMarks(invocation: Invocation): OfficeMarks {
  const [number, signatory] = [invocation.text('number'), invocation.text('signatory')];
  const [date, copiesTo] = [invocation.text('date'), invocation.text('copies-to')];
  return checkOfficeMarks({
    ...(number === undefined ? {} : { number }),
    ...(signatory === undefined ? {} : { signatory }),
    ...(date === undefined ? {} : { date }),
    ...(copiesTo === undefined ? {} : { copiesTo }),
  });
}

/** No fault: the paper is numbered and signed after it is written. */
const sayLeftOpen = (names: readonly string[], language: Invocation['language']): string =>
  language === 'zh'
    ? `${names.join('、')}已留空，待办公室编号、签发后填写，或用 --number、--signatory、--date 给出。`
    : `Left open for the office: ${names.join(', ')}. Give them with --number, --signatory and --date once they are known.`;

/** Reads, evaluates, renders, checks and writes everything asked for, or nothing. */
export async function produceReport(invocation: Invocation, wanted: Wanted) {
  const template = { file: wanted.template, bytes: readInput(wanted.template) };
  // A template nobody can use is said before a prefecture is read.
  openTemplate(template);
  const { scheme, submission, evaluation, asOf } = evaluateInputs(invocation);
  const made = makeReport({
    scheme,
    submission,
    evaluation,
    asOf,
    template,
    name: path.basename(wanted.out),
    ...(wanted.office === undefined ? {} : { office: wanted.office }),
  });
  const outputs: Output[] = [{ file: wanted.out, content: made.docx }];
  if (wanted.html) outputs.push({ file: beside(wanted.out, '.html'), content: reportHtml(made, invocation.says) });
  // `luzhi trace` reads this file, so a report is never without it when someone asked to walk back.
  if (wanted.trace)
    outputs.push({ file: beside(wanted.out, '.trace.json'), content: `${JSON.stringify(made.trace)}\n` });
  if (wanted.issue)
    outputs.push({ file: beside(wanted.out, '.issued.docx'), content: issueCopy(made.docx, made.trace.report) });
  writeOutputs(outputs);
  const files = outputs.map(({ file }) => file);
  if (wanted.pdf) files.push(...(await writePdf(wanted.out, invocation)));
  const findings = [...submission.findings, ...evaluation.results.findings, ...made.findings];
  return { ...made, submission, evaluation, findings, files };
}
