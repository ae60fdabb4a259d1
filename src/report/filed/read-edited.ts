/** What is found in a copy people have worked on: its text again, and each figure against what the report was made from. */
import { openWord, readParagraphs } from '../../engines/word/index.ts';
import { bySeverity, type Finding } from '../../kernel/index.ts';
import { type Material, materialFor } from '../collections.ts';
import type { TraceFile } from '../contract.ts';
import { lintReport } from '../lint/index.ts';
import { tracesOf } from '../make.ts';
import { type ReportSummary, summaryOf } from './summary.ts';

export function readEdited(
  docx: Uint8Array,
  { scheme, submission, evaluation }: Omit<Material, 'evaluee'>,
  trace: TraceFile,
): { readonly findings: readonly Finding[]; readonly summary: ReportSummary } {
  const file = 'edited.docx';
  const material = materialFor(scheme, submission, evaluation);
  const paragraphs = readParagraphs(openWord(docx, file));
  const traces = tracesOf({ file, bytes: docx }, material, trace.asOf);
  const told = lintReport(paragraphs, { year: scheme.year, asOf: trace.asOf, traces, material });
  const findings = [...evaluation.results.findings, ...told].sort(bySeverity);
  return { findings, summary: summaryOf(paragraphs, findings, trace) };
}
