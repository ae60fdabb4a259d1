/** The report on its pages: every figure that leads somewhere is a link, every finding a mark with its number. */
import { createContext, memo, useContext } from 'react';
import type { Page, PagePiece, Run } from '../../../../src/report/pure.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { type Mark, segmentsOf } from './segments.ts';

export interface Reading {
  /** Name of a figure that leads somewhere; undefined for words. */
  labelOf(slot: string, occurrence: number): string | undefined;
  /** Marks of a paragraph. */
  marksOf(paragraph: number): readonly Mark[];
  readonly isMarked: boolean;
  /** `slot.occurrence` of the figure whose source is shown. */
  readonly opened: string;
  /** Figures that were changed, with what they were. */
  readonly changed: ReadonlyMap<string, string>;
  readonly chosen: number | undefined;
  open(slot: string, occurrence: number): void;
  choose(paragraph: number): void;
}
const ReadingNow = createContext<Reading | undefined>(undefined);
export const ReadingGiven = ReadingNow.Provider;
function useReading(): Reading {
  const reading = useContext(ReadingNow);
  if (reading === undefined) throw new Error('outside of ReadingGiven');
  return reading;
}

export const Paper = memo(function Paper({ pages }: { readonly pages: readonly Page[] }) {
  const say = useWords(reportWords);
  return (
    <>
      {pages.map((page) => (
        <section key={page.no} className="paper-page" aria-label={say.reader.page(page.no)} data-page={page.no}>
          <div className="paper-text">
            {page.pieces.map((piece) => (
              <Piece key={keyOfPiece(piece)} piece={piece} />
            ))}
          </div>
          <p className="paper-foot" aria-hidden="true">
            — {page.no} —
          </p>
        </section>
      ))}
    </>
  );
});

function Piece({ piece }: { readonly piece: PagePiece }) {
  const { choose, chosen } = useReading();
  if (piece.kind === 'table') return <TablePiece piece={piece} />;
  const { level, align, indented, continued, paragraph, runs, from } = piece;
  const Tag = level === undefined ? 'p' : level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
  const names = [
    level === undefined ? 'paper-body' : `paper-level${level}`,
    align === undefined ? '' : `paper-${align}`,
    indented === true && !continued ? 'paper-indented' : '',
    chosen === paragraph ? 'paper-chosen' : '',
  ];
  return (
    // A paragraph is chosen by pointing, for a remark; by keyboard one chooses a figure or a heading.
    <Tag
      id={continued ? undefined : `p-${paragraph}`}
      tabIndex={-1}
      className={names.filter((name) => name !== '').join(' ')}
      onClick={() => choose(paragraph)}
    >
      <Words runs={runs} from={from} paragraph={paragraph} />
    </Tag>
  );
}

/** Places of a text never change while it is shown. */
const keyOfPiece = (piece: PagePiece): string =>
  piece.kind === 'table' ? `t${keyOfCell(piece.rows.at(-1)?.cells[0])}` : `p${piece.paragraph}.${piece.from}`;
const keyOfCell = (cell: { readonly paragraphs: readonly { readonly paragraph: number }[] } | undefined): number =>
  cell?.paragraphs[0]?.paragraph ?? 0;

function TablePiece({ piece: { rows } }: { readonly piece: Extract<PagePiece, { kind: 'table' }> }) {
  const written = (head: boolean) =>
    rows
      .filter((row) => row.head === head)
      .map(({ cells }) => (
        <tr key={keyOfCell(cells[0])}>
          {cells.map((cell) => {
            const { paragraphs, span, align } = cell;
            const Cell = head ? 'th' : 'td';
            return (
              <Cell
                key={keyOfCell(cell)}
                colSpan={span}
                className={align === undefined ? undefined : `paper-${align}`}
                {...(head ? { scope: 'col' } : {})}
              >
                {paragraphs.map(({ paragraph, runs }) => (
                  <div key={paragraph} id={`p-${paragraph}`} tabIndex={-1}>
                    <Words runs={runs} from={0} paragraph={paragraph} />
                  </div>
                ))}
              </Cell>
            );
          })}
        </tr>
      ));
  return (
    <table className="paper-table">
      <thead>{written(true)}</thead>
      <tbody>{written(false)}</tbody>
    </table>
  );
}

interface WordsGiven {
  readonly runs: readonly Run[];
  readonly from: number;
  readonly paragraph: number;
}

function Words({ runs, from, paragraph }: WordsGiven) {
  const { marksOf, isMarked } = useReading();
  const segments = segmentsOf(runs, from, marksOf(paragraph));
  return segments.map(({ text, start, figure, mark, closes }) => {
    const shown =
      figure === undefined || !isMarked ? (
        text
      ) : (
        <Figure slot={figure.slot} occurrence={figure.occurrence} text={text} />
      );
    if (mark === undefined) return <span key={start}>{shown}</span>;
    return (
      <mark
        key={start}
        className={`paper-mark paper-mark-${mark.severity}${mark.isNow === true ? ' paper-mark-now' : ''}`}
      >
        {shown}
        {closes && mark.no > 0 && <sup>{mark.no}</sup>}
      </mark>
    );
  });
}

interface FigureGiven {
  readonly slot: string;
  readonly occurrence: number;
  readonly text: string;
}

function Figure({ slot, occurrence, text }: FigureGiven) {
  const say = useWords(reportWords);
  const { labelOf, open, opened, changed } = useReading();
  const key = `${slot}.${occurrence}`;
  const was = changed.get(key);
  const label = labelOf(slot, occurrence);
  const names = `paper-figure${was === undefined ? '' : ' paper-figure-changed'}`;
  if (label === undefined) return was === undefined ? text : <span className={names}>{text}</span>;
  return (
    // A link, which breaks over lines as the words it stands in do.
    <a
      href={`#${key}`}
      className={names}
      data-figure={key}
      aria-label={say.reader.figure(text, label)}
      aria-expanded={opened === key}
      title={was === undefined ? label : say.reader.changed(was, text)}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        open(slot, occurrence);
      }}
    >
      {text}
    </a>
  );
}
