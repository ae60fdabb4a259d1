/** Words looked for in the text: where they stand, and which of the places is looked at. */
import { useMemo, useState } from 'react';
import type { ReportPages } from '../../../../src/report/replies.ts';
import type { Mark } from './segments.ts';
import { textOfRuns } from './use-reading.ts';

export interface Hits {
  readonly text: string;
  readonly count: number;
  /** From 1; 0 before the first was gone to. */
  readonly at: number;
  readonly marks: readonly { readonly paragraph: number; readonly mark: Mark }[];
  find(text: string): void;
  /** Goes to the next; its paragraph. */
  next(): number | undefined;
}

const NO_BLOCKS: ReportPages['blocks'] = [];
const MOST = 500;

export function useHits(blocks: ReportPages['blocks'] = NO_BLOCKS): Hits {
  const [text, find] = useState('');
  const [at, goTo] = useState(0);
  const texts = useMemo(
    () =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph'
          ? [{ paragraph: block.paragraph, text: textOfRuns(block.runs) }]
          : block.rows.flatMap(({ cells }) =>
              cells.flatMap(({ paragraphs }) =>
                paragraphs.map(({ paragraph, runs }) => ({ paragraph, text: textOfRuns(runs) })),
              ),
            ),
      ),
    [blocks],
  );
  const places = useMemo(() => {
    if (text.trim() === '') return [];
    return texts
      .flatMap(({ paragraph, text: whole }) =>
        [...whole.matchAll(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(({ index }) => ({
          paragraph,
          start: index,
          end: index + text.length,
        })),
      )
      .slice(0, MOST);
  }, [texts, text]);
  const marks = useMemo(
    () =>
      places.map(({ paragraph, start, end }, index) => ({
        paragraph,
        mark: { start, end, severity: 'found' as const, no: 0, isNow: index + 1 === at },
      })),
    [places, at],
  );
  return {
    text,
    count: places.length,
    at,
    marks,
    find(next) {
      find(next);
      goTo(0);
    },
    next() {
      if (places.length === 0) return undefined;
      const next = (at % places.length) + 1;
      goTo(next);
      return places[next - 1]?.paragraph;
    },
  };
}
