import path from 'node:path';
import { isError } from '../../kernel/index.ts';
import { issueCopy, makeReport, openTemplate, reportHtml } from '../../report/on-files.ts';
import type { Command, Invocation } from '../command.ts';
import { beside, type Output, readInput, writeOutputs } from '../files.ts';
import { EVALUATION_OPTIONS, evaluateInputs } from '../inputs.ts';
import { writePdf } from '../pdf.ts';

export const report: Command = {
  usage:
    'report --scheme DIR --figures PATH --template T.docx --out R.docx [--year Y] [--as-of DATE] [--last-year results.json] [--html] [--trace] [--pdf] [--issue] [--json]',
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
  },
  async run(invocation) {
    const made = await produceReport(invocation, {
      out: invocation.text('out') ?? '',
      template: invocation.text('template') ?? '',
      html: invocation.flag('html'),
      trace: invocation.flag('trace'),
      pdf: invocation.flag('pdf'),
      issue: invocation.flag('issue'),
    });
    if (invocation.flag('json')) {
      const findings = made.findings.map((finding) => ({ ...finding, says: invocation.says(finding) }));
      invocation.print(JSON.stringify({ files: made.files, draft: made.draft, findings }));
    } else {
      invocation.tellFindings(made.findings);
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
}

/** Reads, evaluates, renders, checks and writes everything asked for, or nothing. */
export async function produceReport(invocation: Invocation, wanted: Wanted) {
  const template = { file: wanted.template, bytes: readInput(wanted.template) };
  // A template nobody can use is said before a prefecture is read.
  openTemplate(template);
  const { scheme, submission, evaluation, asOf } = evaluateInputs(invocation);
  const made = makeReport({ scheme, submission, evaluation, asOf, template, name: path.basename(wanted.out) });
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
