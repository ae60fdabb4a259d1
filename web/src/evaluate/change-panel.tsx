/** 得分变化原因: from last year's sum to this year's, step by step, as a chart or as a table. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ChangePage } from '../../../src/evaluate/replies.ts';
import { saveCsv } from '../parts/csv.ts';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { Chart, type ChartHandle } from './chart.tsx';
import { showSigned } from './heat.ts';
import { type Evaluation, useTurn } from './screen-data.ts';
import { useKey } from './use-key.ts';
import { axisFrom, barsOf, type Change, type Colours, waterfall } from './waterfall.ts';
import { evaluateWords } from './words.ts';

export function ChangePanel({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { round } = useRound();
  const { unit, overview } = data;
  const { data: page, error, refetch } = useAsk<ChangePage>(`/rounds/${round}/changes/${unit.code}`);
  return (
    <section className="change" aria-labelledby="change-title">
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {page === undefined && error === null && <Waiting rows={3} />}
      {page !== undefined && page.change === undefined && (
        <>
          <h2 id="change-title">{say.change.title}</h2>
          <p className="heat-note">{say.change.none}</p>
        </>
      )}
      {page?.change !== undefined && (
        <Moved change={page.change} page={page} overview={overview} unitName={unit.name} />
      )}
    </section>
  );
}

interface Given {
  readonly change: Change;
  readonly page: ChangePage;
  readonly overview: Evaluation['overview'];
  readonly unitName: string;
}

function Moved({ change, page, overview, unitName }: Given) {
  const say = useWords(evaluateWords);
  const [isTable, table] = useState(false);
  const chart = useRef<ChartHandle>(null);
  useKey('t', () => table((before) => !before));
  const [was, is] = [say.change.year(page.year - 1), say.change.year(page.year)];
  const nameOf = ({ kind, code = '', name = '', count }: Change['steps'][number]): string =>
    ({
      leaf: `${code} ${name}`,
      scheme: say.change.scheme,
      rest: say.change.rest(count),
      open: say.change.open(count),
    })[kind];
  const bars = barsOf(change, [was, is], nameOf);
  const from = axisFrom(bars);
  const leaves = change.steps.filter(({ kind }) => kind === 'leaf');
  const rises = leaves.filter(({ difference }) => difference.startsWith('+')).length;
  const summary = say.change.summary(change.was, change.is, rises, leaves.length - rises);
  const lines = overview.grades.flatMap(({ name, from: at }) =>
    at === undefined ? [] : [{ name: say.change.line(name, at.replace(/\.?0+$/, '')), at: Number(at) }],
  );
  const file = `${unitName}_${say.change.title}`;
  const option = waterfall({ bars, from, lines, colours: coloursOf(), summary });
  const source = page.source?.kind;
  return (
    <>
      <div className="change-head">
        <h2 id="change-title">{say.change.title}</h2>
        <p className="heat-note">
          {say.change.from(page.year - 1, page.year)}
          {isTable || change.steps.length === 0 ? '' : `，${say.change.axis(String(from))}`}
          {page.source?.kind === 'stated' ? `。${say.change.stated(page.source.basis, page.source.person)}` : ''}
          {page.source?.kind === 'round'
            ? `。${say.change.ofRound(page.source.name, page.source.owner === 'verified' ? say.head.verified : say.head.computed)}`
            : ''}
        </p>
        <span className="heat-gap" />
        {change.steps.length > 0 && (
          <>
            <Button size="small" title={say.change.key} onClick={() => table(!isTable)}>
              {isTable ? say.change.asChart : say.change.asTable}
            </Button>
            {isTable ? (
              <Button
                size="small"
                onClick={() =>
                  saveCsv(file, [[say.change.step, say.change.points], ...bars.map(({ name, shown }) => [name, shown])])
                }
              >
                {say.change.csv}
              </Button>
            ) : (
              <>
                <Button size="small" onClick={() => chart.current?.savePicture(file)}>
                  {say.change.picture}
                </Button>
                <Button size="small" onClick={() => chart.current?.saveVector(file)}>
                  {say.change.vector}
                </Button>
              </>
            )}
          </>
        )}
      </div>
      {change.steps.length === 0 ? (
        <p className="heat-note">
          {source === 'stated' && change.was !== change.is
            ? say.change.sumOnly(change.was, change.is)
            : say.change.same}
        </p>
      ) : isTable ? (
        <ChangeTable change={change} ends={[was, is]} nameOf={nameOf} />
      ) : (
        <Chart ref={chart} option={option} label={summary} />
      )}
    </>
  );
}

function ChangeTable({
  change,
  ends,
  nameOf,
}: {
  readonly change: Change;
  readonly ends: readonly [string, string];
  nameOf(step: Change['steps'][number]): string;
}) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  return (
    <table className="evaluate-grid">
      <thead>
        <tr>
          <th scope="col">{say.change.step}</th>
          <th scope="col" className="heat-number">
            {say.change.points}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{ends[0]}</th>
          <td className="heat-number">{change.was}</td>
        </tr>
        {change.steps.map((step) => (
          <tr key={`${step.kind} ${step.code}`}>
            <th scope="row">
              {step.code === undefined ? (
                nameOf(step)
              ) : (
                <button
                  type="button"
                  className="evaluate-link"
                  onClick={() => turn({ card: step.code, at: step.code })}
                >
                  {nameOf(step)}
                </button>
              )}
            </th>
            <td className="heat-number">{showSigned(step.difference)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{ends[1]}</th>
          <td className="heat-number">{change.is}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Colours of the theme, since a chart does not read variables. */
function coloursOf(): Colours {
  const theme = getComputedStyle(document.documentElement);
  const colour = (name: string): string => theme.getPropertyValue(`--${name}`).trim();
  return {
    total: colour('ink2'),
    up: colour('up'),
    down: colour('down'),
    line: colour('ctrl'),
    ink: colour('ink'),
    ink2: colour('ink2'),
    warn: colour('warn'),
    ground: colour('panel'),
  };
}
