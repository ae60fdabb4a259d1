/** 《未解决问题清单》 behind a report that leaves with errors: whoever receives it sees what is not settled, and why. */
import { bindTemplate } from '../../engines/word/index.ts';
import { type Finding, isError, type Say, withoutDoubledStop } from '../../kernel/index.ts';

/** The copy that goes for approval. */
export function withUnresolved(
  docx: Uint8Array,
  findings: readonly Finding[],
  { reason, by }: { readonly reason: string; readonly by: string },
  say: Say,
): Uint8Array {
  const errors = findings.filter(isError);
  if (errors.length === 0) return docx;
  // Braces would be read as marks of figures.
  const plain = (text: string): string => text.replaceAll('{', '（').replaceAll('}', '）');
  const lines = errors.map((finding, index) => {
    const quote = finding.quote === undefined ? '' : `“${finding.quote}”　`;
    return { kind: 'body' as const, text: plain(`${index + 1}.${quote}${say(finding)}`) };
  });
  const content = [
    { kind: 'attachmentMark' as const, text: '附' },
    { kind: 'attachmentTitle' as const, text: '未解决问题清单' },
    { kind: 'body' as const, text: plain(withoutDoubledStop(`带问题送审的理由：${reason}。确认人：${by}。`)) },
    ...lines,
  ];
  const nothing = { edits: [], slots: [], places: [], blocks: [], rows: [] };
  return bindTemplate(docx, { ...nothing, insert: [{ content }] }, 'report.docx').bytes;
}
