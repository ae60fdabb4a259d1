/** Step 4: the cell a figure was read from, beside last year's, or why there is none. */
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import { download } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useSaid } from '../acts.ts';
import { Icon } from '../icon.tsx';
import { walkPath } from './walk-path.ts';
import { traceWords } from './words.ts';

interface Given {
  readonly walk: Pick<FigureWalk, 'source' | 'name' | 'shown' | 'unit' | 'item'> & {
    readonly stated?: { readonly version: number; readonly workbook?: boolean };
  };
  readonly prior?: FigureWalk | undefined;
  readonly year: 'now' | 'prior';
  readonly own?: true | undefined;
}

export function SourceOf({ walk, prior, year, own }: Given) {
  const say = useWords(traceWords);
  const said = useSaid();
  const { round } = useRound();
  const { source } = walk;
  if (source === undefined) return <p className="trace-quiet">{say.noStatement}</p>;
  switch (source.kind) {
    case 'cell': {
      const figure = { unit: walk.unit.code, item: walk.item, own };
      const save = (): void => void download(walkPath(round, figure, year, '/workbook')).catch(said.refused);
      return (
        <>
          <p>
            <Icon name="file" size={14} /> {source.file} · {say.cellAt(source.sheet, source.cell)}
          </p>
          <CellPicture walk={walk} cell={source.cell} prior={prior} />
          {walk.stated?.workbook === true && (
            <button type="button" className="trace-link" onClick={save}>
              {say.download}
            </button>
          )}
        </>
      );
    }
    case 'csv':
      return <p>{say.fromCsv(source.file, source.line)}</p>;
    case 'ledger':
      return <p>{say.fromLedger(source.rows.length)}</p>;
    case 'register':
      return <p>{say.fromRegister(source.units)}</p>;
    case 'predecessors':
      return <p>{say.fromPredecessors(source.round)}</p>;
    case 'round':
      return <p>{say.fromRound(source.name, source.version, source.person)}</p>;
    case 'last-year':
      return <p>{say.fromLastYear(source.report, source.page)}</p>;
    case 'form':
      return <p>{say.typedIn}</p>;
    default:
      return <p>{say.fromApi}</p>;
  }
}

/** The row as it stands in the sheet: item, last year, this year. */
function CellPicture({ walk, cell, prior }: Pick<Given, 'walk' | 'prior'> & { readonly cell: string }) {
  const say = useWords(traceWords);
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const before = prior?.source?.kind === 'cell' ? prior.source.cell.replace(/\d+$/, '') : undefined;
  return (
    <table className="trace-cell">
      <thead>
        <tr>
          <td />
          <th scope="col">{say.cellItem}</th>
          {before !== undefined && (
            <th scope="col">
              {before} {say.cellPrior}
            </th>
          )}
          <th scope="col">
            {column} {say.cellNow}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{row}</th>
          <td>{walk.name}</td>
          {before !== undefined && <td className="trace-amount">{prior?.shown}</td>}
          <td className="trace-amount trace-here">{walk.shown}</td>
        </tr>
      </tbody>
    </table>
  );
}
