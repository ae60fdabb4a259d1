/**
 * Figures that would take their place in a form, from a workbook or from another round: what stands here, what would stand
 * here, and whence it comes; ticked one by one where that is for the person to say.
 */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { besideWords } from './words.ts';
import './beside.css';

/** Lines shown before one asks for the rest. */
const SHOWN = 60;

export interface BesideLine {
  readonly key: string;
  readonly name: string;
  readonly isPrior: boolean;
  /** The school, where it is one's. */
  readonly of?: string | undefined;
  /** Below the name. */
  readonly note?: string | undefined;
  readonly was: string;
  /** Who said what stands here. */
  readonly by?: string | undefined;
  readonly is: string;
  readonly whence: ReactNode;
}

interface Ticks<Line> {
  isTicked(line: Line): boolean;
  tick(lines: readonly Line[], to: boolean): void;
}

interface Given<Line> {
  readonly lines: readonly Line[];
  /** Heads of what would stand here, and of whence it comes. */
  readonly heads: { readonly is: string; readonly whence: string };
  /** Left out: all are taken. */
  readonly ticks?: Ticks<Line>;
}

export function BesideTable<Line extends BesideLine>({ lines, heads, ticks }: Given<Line>) {
  const say = useWords(besideWords);
  const marks = useWords(punctuation);
  const [isAll, all] = useState(false);
  const shown = isAll ? lines : lines.slice(0, SHOWN);
  return (
    <table className="beside">
      <thead>
        <tr>
          {ticks !== undefined && (
            <td>
              <input
                type="checkbox"
                aria-label={say.all}
                checked={lines.every((line) => ticks.isTicked(line))}
                onChange={({ target }) => ticks.tick(lines, target.checked)}
              />
            </td>
          )}
          <th scope="col">{say.item}</th>
          <th scope="col" className="beside-value">
            {say.was}
          </th>
          <th scope="col" className="beside-value">
            {heads.is}
          </th>
          <th scope="col">{heads.whence}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => {
          const name = `${line.name}${line.isPrior ? marks.aside(say.prior) : ''}`;
          const isTaken = ticks === undefined || ticks.isTicked(line);
          return (
            <tr key={line.key}>
              {ticks !== undefined && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={line.of === undefined ? name : `${line.of} ${name}`}
                    checked={isTaken}
                    onChange={({ target }) => ticks.tick([line], target.checked)}
                  />
                </td>
              )}
              <td>
                {name} {line.of !== undefined && <small>{line.of}</small>}
                {line.note !== undefined && <small className="beside-note">{line.note}</small>}
              </td>
              <td className="beside-value">
                {line.was === '' ? say.empty : isTaken ? <s>{line.was}</s> : line.was}
                {line.by !== undefined && <small> {line.by}</small>}
              </td>
              <td className="beside-value">{line.is === '' ? say.empty : line.is}</td>
              <td>{line.whence}</td>
            </tr>
          );
        })}
      </tbody>
      {lines.length > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={ticks === undefined ? 4 : 5}>
              <Button type="link" size="small" onClick={() => all(true)}>
                {say.more(lines.length - shown.length)}
              </Button>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
