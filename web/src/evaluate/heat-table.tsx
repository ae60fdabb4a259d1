/** A real table: every number stands in its cell, one cell has the focus, arrows move it, Enter says why. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { PENDING } from '../../../src/evaluate/contract.ts';
import type { Matrix } from '../../../src/evaluate/replies.ts';
import { punctuation } from '../parts/punctuation.ts';
import { useWords } from '../shell/language.tsx';
import { useCellWalk } from './cell-walk.ts';
import type { HeatCell } from './heat.ts';
import type { Mode } from './routes.tsx';
import { evaluateWords } from './words.ts';
import './heat-table.css';

export interface HeatRow {
  readonly code: string;
  readonly name: string;
  /** The unit the round is about stands over its counties. */
  readonly isFirst: boolean;
  readonly score: string;
  readonly grade: string;
  readonly isDowngraded: boolean;
  readonly isVetoed: boolean;
  readonly points: Matrix['units'][number]['cells'];
  readonly cells: Readonly<Record<string, HeatCell>>;
}

interface Given {
  readonly columns: Matrix['leaves'];
  readonly rows: readonly HeatRow[];
  readonly highlight: string | undefined;
  readonly ofUnit: string;
  readonly by: string | undefined;
  readonly mode: Mode;
  sort(leaf: string): void;
  open(unit: string, leaf: string): void;
}

const ROW_HEIGHT = 22;
/** More rows are drawn only where they are seen. */
const DRAWN_WHOLE = 200;

export function HeatTable({ columns, rows, highlight, ofUnit, by, mode, sort, open }: Given) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const scroller = useRef<HTMLDivElement>(null);
  const isVirtual = rows.length > DRAWN_WHOLE;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const drawn = isVirtual ? virtual.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index);
  const [first, last] = isVirtual ? [virtual.getVirtualItems()[0]?.start ?? 0, virtual.getTotalSize()] : [0, 0];
  const below = isVirtual ? last - first - drawn.length * ROW_HEIGHT : 0;

  const cellAt = useCellWalk({
    rows: rows.length,
    columns: columns.length,
    scroller,
    ...(isVirtual ? { reveal: (row: number) => virtual.scrollToIndex(row) } : {}),
  });
  return (
    <div className="heat-scroll" ref={scroller}>
      <table className="heat-table" aria-label={`${say.heat.table}${marks.stop}${say.heat.keys}`}>
        <thead>
          <tr>
            <th scope="col">{say.heat.unit}</th>
            <th scope="col" className="heat-number">
              {say.heat.total}
            </th>
            <th scope="col">{say.heat.grade}</th>
            {columns.map(({ code, name }) => (
              <th
                key={code}
                scope="col"
                className={code === highlight ? 'heat-lit' : undefined}
                aria-sort={code === by ? 'descending' : 'none'}
              >
                <button
                  type="button"
                  className="plain-button"
                  title={`${name}${marks.stop}${say.heat.sort(code)}`}
                  onClick={() => sort(code)}
                >
                  {code}
                  <small>
                    {say.heat.pointsOf(fullOf(rows, code))}
                    {code === by && <span aria-hidden>↓</span>}
                  </small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first }} aria-hidden />}
          {drawn.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={row.code}
                className={`${row.isFirst ? 'heat-first' : ''} ${row.code === ofUnit ? 'heat-ours' : ''}`}
              >
                <th scope="row" title={row.name}>
                  {row.name}
                </th>
                <td className="heat-number heat-total">{row.score}</td>
                <td className="heat-grade">
                  {row.isVetoed && <abbr title={say.heat.vetoed}>▲</abbr>}
                  {row.isDowngraded && <abbr title={say.heat.downgraded}>▼</abbr>}
                  {row.grade === PENDING ? say.head.noGrade : row.grade}
                </td>
                {columns.map(({ code, name }, column) => {
                  const cell = row.cells[code];
                  return (
                    <td key={code} className={`heat-cell heat-${cell?.kind ?? 'unasked'} heat-${cell?.depth ?? 0}`}>
                      <button
                        type="button"
                        aria-label={say.heat.cell(row.name, code, name, spoken(row, code, mode, say))}
                        {...cellAt(index, column)}
                        onClick={() => open(row.code, code)}
                      >
                        {cell?.kind === 'missing' ? say.heat.missing : cell?.text}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {below > 0 && <tr style={{ height: below }} aria-hidden />}
        </tbody>
      </table>
    </div>
  );
}

const fullOf = (rows: readonly HeatRow[], code: string): string =>
  (rows.find(({ points }) => points[code] !== undefined)?.points[code]?.of ?? '').replace(/\.?0+$/, '');

/** What is heard of a cell. */
function spoken(
  row: HeatRow,
  code: string,
  mode: Mode,
  say: (typeof evaluateWords)['zh'] | (typeof evaluateWords)['en'],
): string {
  const [points, cell] = [row.points[code], row.cells[code]];
  if (points === undefined || cell === undefined || cell.kind === 'unasked') return say.heat.notAsked;
  if (points.points === undefined) return say.heat.undecided;
  if (mode === 'change') return say.heat.moved(cell.text === '·' ? '0' : cell.text);
  if (cell.kind === 'full') return say.heat.full;
  return mode === 'lost' ? say.heat.lost(cell.text, points.of) : say.heat.got(points.points, points.of);
}
