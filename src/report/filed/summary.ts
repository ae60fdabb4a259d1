/** What a list says of a version without opening it. */
import type { WordParagraph } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { TraceFile } from '../contract.ts';
import { wordsOf } from '../lint/index.ts';

export interface ReportSummary {
  readonly title: string;
  /** 字数, without tables and attachments. */
  readonly words: number;
  /** Printed figures that lead somewhere. */
  readonly figures: number;
  readonly errors: number;
  readonly warns: number;
  readonly hints: number;
  readonly asOf: string;
}

export function summaryOf(
  paragraphs: readonly WordParagraph[],
  findings: readonly Finding[],
  trace: TraceFile,
): ReportSummary {
  const count = (severity: Finding['severity']): number => findings.filter((each) => each.severity === severity).length;
  const title = paragraphs.find(({ outline, text }) => outline === 0 && text.trim() !== '') ?? paragraphs[0];
  return {
    title: title?.text.trim() ?? '',
    words: wordsOf(paragraphs.filter(({ at }) => at.part === 'body')),
    figures: trace.slots.filter(({ inputs, scores = [] }) => inputs.length + scores.length > 0).length,
    errors: count('error'),
    warns: count('warn'),
    hints: count('hint'),
    asOf: trace.asOf,
  };
}
