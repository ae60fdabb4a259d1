/** 差异系数: each county at each measure beside its limit, and the one that is chosen taken apart below. */
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { SpreadPage } from '../../../../src/evaluate/replies.ts';
import { saveCsv } from '../../parts/csv.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords, type Words } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useCellWalk } from '../cell-walk.ts';
import { type Evaluation, useEvaluateSearch, useTurn } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';
import { SchoolsOf } from './schools-of.tsx';
import '../heat-table.css';
import './spread.css';

type Cell = SpreadPage['units'][number]['cells'][string];

export function SpreadView({ data: { unit } }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { round } = useRound();
  const { item } = useEvaluateSearch();
  const { data: page, error, refetch } = useAsk<SpreadPage>(`/rounds/${round}/spread`);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (page === undefined) return <Waiting rows={12} />;
  if (page.measures.length === 0) return <Empty>{say.spread.none}</Empty>;
  return (
    <div className="evaluate-pane spread">
      <Counties page={page} />
      {item !== undefined && page.units.some(({ code }) => code === unit.code) && (
        <SchoolsOf key={`${unit.code} ${item}`} unit={unit.code} item={item} />
      )}
    </div>
  );
}

/** `（小学）` at the end of a name tells the stage of schooling. */
const stageOf = (name: string): string => /（([^（）]+)）$/.exec(name)?.[1] ?? '';
/** What is measured, without what the whole table is about. */
export const shortName = (name: string): string => name.replace(/（[^（）]+）$/, '').replace('差异系数', '');

function Counties({ page: { measures, units } }: { readonly page: SpreadPage }) {
  const say = useWords(evaluateWords);
  const { item, unit } = useEvaluateSearch();
  const marks = useWords(punctuation);
  const turn = useTurn();
  const stages = [...new Set(measures.map(({ name }) => stageOf(name)))];
  const chosen = measures.find(({ code }) => code === item);
  const [stage, setStage] = useState(stageOf(chosen?.name ?? measures[0]?.name ?? ''));
  const columns = measures.filter(({ name }) => stageOf(name) === stage);
  const scroller = useRef<HTMLDivElement>(null);
  const cellAt = useCellWalk({ rows: units.length, columns: columns.length, scroller });
  const told = units.flatMap(({ cells }) => columns.flatMap(({ code }) => cells[code] ?? []));
  const over = told.filter((cell) => 'holds' in cell && cell.holds === false).length;
  const save = (): void =>
    saveCsv(`${say.spread.title}_${stage}`, [
      [say.spread.county, ...columns.map(({ name }) => name)],
      ...units.map(({ name, cells }) => [
        name,
        ...columns.map(({ code }) => {
          const cell = cells[code];
          return cell !== undefined && 'cv' in cell ? cell.cv : say.spread.missing;
        }),
      ]),
    ]);
  return (
    <section aria-labelledby="spread-title">
      <div className="evaluate-bar">
        <h2 id="spread-title">{say.spread.title}</h2>
        {stages.length > 1 && (
          <Segmented
            aria-label={say.spread.stage}
            value={stage}
            options={stages.map((each) => ({ value: each, label: each }))}
            onChange={setStage}
          />
        )}
        <span className="heat-note">
          {say.spread.count(over, told.length)}
          {marks.stop}
          {say.spread.note}
        </span>
        <span className="heat-gap" />
        <Button size="small" onClick={save}>
          {say.spread.save}
        </Button>
      </div>
      <div className="heat-scroll" ref={scroller}>
        <table className="heat-table spread-table" aria-label={`${say.spread.table}${marks.stop}${say.spread.keys}`}>
          <thead>
            <tr>
              <th scope="col">{say.spread.county}</th>
              {columns.map(({ code, name, limit }) => (
                <th key={code} scope="col" className={code === item ? 'spread-lit' : undefined}>
                  {shortName(name)}
                  <small>{limit === undefined ? say.spread.noLimit : say.spread.limit(limit)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((row, at) => (
              <tr key={row.code} className={row.code === unit ? 'heat-ours' : undefined}>
                <th scope="row">{row.name}</th>
                {columns.map((measure, column) => (
                  <td key={measure.code} className={`heat-cell ${lookOf(row.cells[measure.code])}`}>
                    <button
                      type="button"
                      aria-label={spoken(row.name, measure, row.cells[measure.code], say, marks)}
                      aria-pressed={row.code === unit && measure.code === item}
                      {...cellAt(at, column)}
                      onClick={() => turn({ unit: row.code, item: measure.code })}
                    >
                      <Shown cell={row.cells[measure.code]} />
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Shown({ cell }: { readonly cell: Cell | undefined }) {
  const { spread } = useWords(evaluateWords);
  if (cell === undefined || 'gap' in cell) return cell?.gap === 'missing' ? spread.missing : '—';
  return (
    <>
      {cell.cv}
      {cell.over !== undefined && (
        <small>{cell.holds === true ? spread.within(bare(cell.over)) : spread.over(bare(cell.over))}</small>
      )}
    </>
  );
}

const bare = (over: string): string => over.replace(/^[+-]/, '');

/** How far over the limit, in the steps of the heat table. */
function lookOf(cell: Cell | undefined): string {
  if (cell === undefined || 'gap' in cell) return cell?.gap === 'missing' ? 'heat-missing' : 'heat-unasked';
  if (cell.holds !== false || cell.over === undefined) return 'spread-holds';
  const over = Number(cell.over);
  return `heat-lost heat-${over <= 0.05 ? 2 : over <= 0.15 ? 3 : over <= 0.3 ? 4 : 5}`;
}

function spoken(
  unit: string,
  { name, limit }: SpreadPage['measures'][number],
  cell: Cell | undefined,
  { spread }: Words<(typeof evaluateWords)['zh']>,
  marks: Words<(typeof punctuation)['zh']>,
): string {
  if (cell === undefined || 'gap' in cell)
    return spread.gapCell(unit, name, cell?.gap === 'missing' ? spread.missing : spread.unasked);
  const by = cell.over === undefined ? '' : bare(cell.over);
  return spread.cell(
    unit,
    name,
    cell.cv,
    limit === undefined ? spread.noLimit : spread.limit(limit),
    (cell.holds === false ? [spread.fails, spread.over(by)] : [spread.holds, spread.within(by)]).join(marks.comma),
  );
}
