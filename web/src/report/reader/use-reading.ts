/** What the reader works on: the version asked for, its pages, where its figures and findings lie. */
import { useMemo } from 'react';
import { type Page, paginate, type Run } from '../../../../src/report/pure.ts';
import type { ReportPages, VersionsCompared } from '../../../../src/report/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useRound } from '../../shell/round.tsx';
import { oneLine } from '../one-line.ts';
import type { ReaderSearch } from '../routes.tsx';

export type ReadFinding = ReportPages['findings'][number] & { readonly no: number; readonly page: number | undefined };

export interface Heading {
  readonly paragraph: number;
  readonly level: number;
  readonly text: string;
  readonly page: number;
}

export const textOfRuns = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');

export function useReport(report: string, { version, view, with: against }: ReaderSearch) {
  const { round } = useRound();
  const base = `/rounds/${round}/reports/${report}`;
  const asked = useAsk<ReportPages>(`${base}/pages${version === undefined ? '' : `?version=${version}`}`);
  const { data } = asked;
  const shown = data?.version;
  const from = against ?? (shown === undefined ? undefined : shown - 1);
  const compares = view === 'compare' && shown !== undefined && from !== undefined && from > 0;
  const compared = useAsk<VersionsCompared>(compares ? `${base}/compare?from=${from}&to=${shown}` : undefined);
  const laid = useMemo(() => (data === undefined ? undefined : layOut(data)), [data]);
  return { base, round, asked, data, laid, compared, from };
}

/** Every paragraph's page, the headings, and the findings with their numbers. */
function layOut({ blocks, findings }: ReportPages) {
  const pages = paginate(blocks);
  const pageOf = new Map<number, number>();
  const headings: Heading[] = [];
  for (const [index, { pieces }] of pages.entries()) {
    for (const piece of pieces) {
      if (piece.kind === 'table') {
        for (const { cells } of piece.rows)
          for (const { paragraphs } of cells)
            for (const { paragraph } of paragraphs) keep(pageOf, paragraph, index + 1);
        continue;
      }
      keep(pageOf, piece.paragraph, index + 1);
      if (piece.level === undefined || piece.continued) continue;
      const { paragraph, level, runs } = piece;
      headings.push({ paragraph, level, text: oneLine(textOfRuns(runs)), page: index + 1 });
    }
  }
  const numbered = findings.map(
    (finding, index): ReadFinding => ({
      ...finding,
      no: index + 1,
      page: finding.place === null ? undefined : pageOf.get(finding.place.paragraph),
    }),
  );
  return { pages: pages as readonly Page[], pageOf, headings, findings: numbered };
}

function keep(pages: Map<number, number>, paragraph: number, page: number): void {
  if (!pages.has(paragraph)) pages.set(paragraph, page);
}
