/** 得分变化原因: from one score to another, any two that are kept; step by step as a chart or as a table. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { attributeChange, type ChangeStep } from '../../../../src/evaluate/pure.ts';
import type { LastYear } from '../../../../src/evaluate/replies.ts';
import { saveCsv } from '../../parts/csv.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useWords } from '../../shell/language.tsx';
import { Chart, type ChartHandle } from '../chart.tsx';
import { type Evaluation, useTurn } from '../screen-data.ts';
import { useKey } from '../use-key.ts';
import { evaluateWords } from '../words.ts';
import { ChangeLegend } from './change-legend.tsx';
import { ChangeTable } from './change-table.tsx';
import { type End, undecidedOf } from './ends.ts';
import { Unfinished } from './unfinished.tsx';
import { type EndChoice, useEnds } from './use-ends.ts';
import { axisFrom, barsOf, type Colours, linesSeen, waterfall } from './waterfall.ts';

export function ChangePanel({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const { choices, from, to, was, is, error, again } = useEnds(data);
  const nameOf = (value: string): string => choices.find((each) => each.value === value)?.label ?? value;
  const names = [nameOf(from), nameOf(to)] as const;
  const head = (
    <>
      <h2 id="change-title">{say.change.title}</h2>
      <EndSelect part="from" value={from} choices={choices} />
      <span aria-hidden>→</span>
      <EndSelect part="to" value={to} choices={choices} />
    </>
  );
  return (
    <section className="change" aria-labelledby="change-title">
      {error === null && was !== undefined && is !== undefined && was !== 'none' && is !== 'none' ? (
        <Compared data={data} was={was} is={is} names={names} isLast={from === 'last'} head={head} />
      ) : (
        <>
          <div className="change-head">{head}</div>
          {error !== null && <Trouble refused={error} retry={again} />}
          {error === null && (was === undefined || is === undefined) && <Waiting rows={3} />}
          {(was === 'none' || is === 'none') && (
            <p className="heat-note">
              {was === 'none' && from === 'last' ? say.change.none : say.change.noneOf(names[was === 'none' ? 0 : 1])}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function EndSelect({ part, value, choices }: { part: 'from' | 'to'; value: string; choices: readonly EndChoice[] }) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  return (
    <select
      className="evaluate-choice change-choice"
      aria-label={say.change[part === 'from' ? 'start' : 'end']}
      value={value}
      onChange={({ target }) => turn({ [part]: target.value })}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface Given {
  readonly data: Evaluation;
  readonly was: End;
  readonly is: End;
  readonly names: readonly [string, string];
  readonly isLast: boolean;
  /** Title and choice of the two ends. */
  readonly head: React.ReactNode;
}

/** A sum that is not whole is not compared: what is open is named, and what is decided is told leaf by leaf. */
function Compared(given: Given) {
  const say = useWords(evaluateWords);
  const { was, is, names, data, head } = given;
  const under = (told: React.ReactNode) => (
    <>
      <div className="change-head">{head}</div>
      {told}
    </>
  );
  const open = [undecidedOf(was), undecidedOf(is)] as const;
  if (open.some((leaves) => leaves.length > 0)) return under(<Unfinished {...given} open={open} />);
  if (was.isSumOnly || is.isSumOnly)
    return under(<p className="heat-note">{say.change.sumOnly(names[was.isSumOnly ? 0 : 1], was.score, is.score)}</p>);
  const leaves = new Map(was.leaves.map(({ code, of, points = '0' }) => [code as string, { of, points }] as const));
  const change = attributeChange(
    { score: is.score, results: is.leaves },
    { score: was.score, leaves },
    data.tree.decimals,
  );
  if (change.steps.length === 0) return under(<p className="heat-note">{say.change.same}</p>);
  return <Moved {...given} change={change} />;
}

function Moved({ data, names, change, isLast, head }: Given & { readonly change: ReturnType<typeof attributeChange> }) {
  const say = useWords(evaluateWords);
  const [isTable, table] = useState(false);
  const marks = useWords(punctuation);
  const chart = useRef<ChartHandle>(null);
  useKey('t', () => table((before) => !before));
  const { overview, unit, last } = data;
  const nameOf = ({ kind, code = '', name = '', count }: ChangeStep): string =>
    ({
      leaf: `${code} ${name}`,
      scheme: say.change.scheme,
      rest: say.change.rest(count),
      open: say.change.open(count),
    })[kind];
  const bars = barsOf(change, names, nameOf);
  const from = axisFrom(bars);
  const leaves = change.steps.filter(({ kind }) => kind === 'leaf');
  const rises = leaves.filter(({ difference }) => difference.startsWith('+')).length;
  const summary = say.change.summary(names, change.was, change.is, rises, leaves.length - rises);
  const lines = overview.grades.flatMap(({ name, from: at }) =>
    at === undefined ? [] : [{ name: say.change.line(name, at.replace(/\.?0+$/, '')), at: Number(at) }],
  );
  const file = `${unit.name}_${say.change.title}`;
  const option = waterfall({ bars, from, lines, colours: coloursOf(), summary });
  const source = isLast ? last?.units.find((each) => each.unit === unit.code)?.source : undefined;
  return (
    <>
      <div className="change-head">
        {head}
        <p className="heat-note">
          {say.change.unit}
          {isTable ? '' : marks.comma + say.change.axis(String(from))}
          <Source source={source} />
        </p>
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
      </div>
      {isTable ? (
        <ChangeTable change={change} ends={names} nameOf={nameOf} />
      ) : (
        <>
          <ChangeLegend bars={bars} hasLines={linesSeen({ bars, from, lines }).length > 0} />
          <Chart ref={chart} option={option} label={summary} />
        </>
      )}
    </>
  );
}

function Source({ source }: { readonly source: LastYear['units'][number]['source'] | undefined }) {
  const { change, head } = useWords(evaluateWords);
  const marks = useWords(punctuation);
  if (source === undefined) return null;
  return source.kind === 'stated'
    ? marks.stop + change.stated(source.basis, source.person)
    : marks.stop + change.ofRound(source.name, source.owner === 'verified' ? head.verified : head.computed);
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
