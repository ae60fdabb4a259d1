/** Units by leaf: what each lost, at a glance and by keyboard, in 行政区划 order. */
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { isWithin } from '../../../src/evaluate/pure.ts';
import type { ScoreOrder } from '../../../src/evaluate/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { punctuation } from '../parts/punctuation.ts';
import { download } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { DEPTHS, heatCell, sumShown } from './heat.ts';
import { type HeatRow, HeatTable } from './heat-table.tsx';
import { branchAt } from './indicator-tree.tsx';
import { MODES, type Mode } from './routes.tsx';
import { type Evaluation, useEvaluateSearch, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

/** Instead of a leaf the rows are ordered by. */
const SCORE = 'score';

/** What the table shows, and how it is taken away; stands in the row of the views. */
export function HeatTools() {
  const say = useWords(evaluateWords);
  const said = useSaid();
  const turn = useTurn();
  const { round } = useRound();
  const { mode = 'lost' } = useEvaluateSearch();
  return (
    <>
      <Standing />
      <span className="heat-gap" />
      <Segmented<Mode>
        aria-label={say.heat.mode}
        value={mode}
        onChange={(next) => turn({ mode: next })}
        options={MODES.map((each) => ({ value: each, label: say.heat.modes[each] }))}
      />
      <Button size="small" onClick={() => void download(`/rounds/${round}/results-workbook`).catch(said.refused)}>
        {say.heat.save}
      </Button>
    </>
  );
}

/** Whether what is shown is a ranking: never, until all is verified and the scheme's owner has allowed it. */
function Standing() {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const turn = useTurn();
  const order = useScoreOrder();
  const { by } = useEvaluateSearch();
  if (order === undefined)
    return (
      <p className="heat-note">
        {by === undefined || by === SCORE ? say.heat.note : say.heat.note + marks.stop + say.heat.sorted(by)}
      </p>
    );
  const isByScore = by === SCORE;
  const { person = '', at = '' } = order.turn ?? {};
  return (
    <>
      <Button size="small" aria-pressed={isByScore} onClick={() => turn({ by: isByScore ? undefined : SCORE })}>
        {isByScore ? say.order.back : say.order.byScore}
      </Button>
      {isByScore && <p className="heat-note">{say.order.ordered(person, printWhen(at, language))}</p>}
    </>
  );
}

/** Undefined while counties may not be put in order. */
function useScoreOrder(): ScoreOrder | undefined {
  const { round } = useRound();
  const { data } = useAsk<ScoreOrder>(`/rounds/${round}/score-order`);
  return data?.isPermitted === true ? data : undefined;
}

export function HeatPanel({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const { at, mode = 'lost', by } = useEvaluateSearch();
  const chosen = branchAt(data, at);
  const isLeaf = data.tree.indicators.some(({ code, leaf }) => code === chosen && leaf !== undefined);
  const branch = isLeaf ? chosen.charAt(0) : chosen;
  const columns = useMemo(
    () => data.matrix.leaves.filter(({ code }) => isWithin(code, branch)),
    [data.matrix.leaves, branch],
  );
  const order = useScoreOrder();
  const rows = useMemo(() => rowsOf(data, mode, by, order), [data, mode, by, order]);
  const name = data.tree.indicators.find(({ code }) => code === branch)?.name ?? '';
  const lacksLast =
    mode === 'change' && (data.last?.units.every(({ leaves }) => Object.keys(leaves).length === 0) ?? true);
  return (
    <section className="heat" aria-label={say.heat.title(branch, name)}>
      {lacksLast && <p className="heat-note">{say.heat.noLast}</p>}
      <HeatTable
        columns={columns}
        rows={rows}
        highlight={isLeaf ? chosen : undefined}
        ofUnit={data.unit.code}
        by={by}
        sort={(code) => turn({ by: by === code ? undefined : code })}
        open={(unit, leaf) => turn({ unit, card: leaf, at: isLeaf ? leaf : at })}
        mode={mode}
      />
      <div className="heat-foot">
        <p>{by === SCORE && order !== undefined ? say.order.foot : say.heat.foot(by === SCORE ? undefined : by)}</p>
        <Legend mode={mode} />
      </div>
    </section>
  );
}

function rowsOf(
  { matrix, overview, last, tree }: Evaluation,
  mode: Mode,
  by: string | undefined,
  order: ScoreOrder | undefined,
): readonly HeatRow[] {
  const standings = new Map(overview.units.map((unit) => [unit.code, unit]));
  const then = new Map(last?.units.map(({ unit, leaves }) => [unit, leaves]));
  const rows = matrix.units.map((unit): HeatRow => {
    const standing = standings.get(unit.code);
    const leaves = then.get(unit.code) ?? {};
    return {
      code: unit.code,
      name: unit.name,
      isFirst: unit.code === overview.about && unit.level !== 'county',
      score: standing === undefined ? unit.score : sumShown(standing),
      grade: unit.grade,
      isDowngraded: (standing?.downgrades.length ?? 0) > 0,
      isVetoed: (standing?.vetoes.length ?? 0) > 0,
      points: unit.cells,
      cells: Object.fromEntries(
        matrix.leaves.map(({ code }) => [code, heatCell(unit.cells[code], leaves[code]?.points, mode, tree.decimals)]),
      ),
    };
  });
  if (by === undefined) return rows;
  if (by === SCORE) return order === undefined ? rows : byScore(rows, order);
  const lostAt = ({ points }: HeatRow): number => {
    const cell = points[by];
    return cell?.points === undefined ? -1 : Number(cell.of) - Number(cell.points);
  };
  return rows.toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || lostAt(b) - lostAt(a));
}

/** Verified scores stand where the computed ones did, highest first; the unit they are of stays on top. */
function byScore(rows: readonly HeatRow[], { scores }: ScoreOrder): readonly HeatRow[] {
  const verified = new Map(scores.map(({ code, score }) => [code, score]));
  return rows
    .map((row) => ({ ...row, score: verified.get(row.code) ?? row.score }))
    .toSorted(
      (a, b) => Number(b.isFirst) - Number(a.isFirst) || Number(verified.get(b.code)) - Number(verified.get(a.code)),
    );
}

function Legend({ mode }: { readonly mode: Mode }) {
  const say = useWords(evaluateWords);
  return (
    <ul className="heat-legend" aria-label={say.heat.scale}>
      {mode === 'change' ? (
        <>
          <li>
            <i className="heat-swatch heat-rose" /> {say.change.rise}
          </li>
          <li>
            <i className="heat-swatch heat-fell" /> {say.change.fall}
          </li>
        </>
      ) : (
        [...DEPTHS.map((end) => `≤${end}`), '>60%'].map((end, depth) => (
          <li key={end}>
            <i className={`heat-swatch heat-${depth + 1}`} /> {end}
          </li>
        ))
      )}
    </ul>
  );
}
