/** One 差异系数 of one county: its schools as dots, who pulls it up, and the least that brings it under the limit. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SpreadSchools } from '../../../../src/evaluate/replies.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useTrace } from '../../parts/trace/trace.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useTurn } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';

const FIRST = 10;

export function SchoolsOf({ unit, item }: { readonly unit: string; readonly item: string }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { round } = useRound();
  const turn = useTurn();
  const trace = useTrace();
  const { data, error, refetch } = useAsk<SpreadSchools>(`/rounds/${round}/spread/${unit}/${item}`);
  const head = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) head.current?.focus();
  }, [isThere]);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={6} />;
  return (
    <section className="spread-apart" aria-labelledby="spread-apart">
      <div className="evaluate-bar">
        <h3 id="spread-apart" tabIndex={-1} ref={head}>
          {say.spread.apart(data.unit.name, data.item.name)}
        </h3>
        {'cv' in data && (
          <button type="button" className="evaluate-link spread-cv" onClick={() => trace.open({ unit, item })}>
            {data.cv}
          </button>
        )}
        <span className={'holds' in data && data.holds === false ? 'evaluate-bad' : 'evaluate-quiet'}>
          {data.limit === undefined ? say.spread.noLimit : say.spread.limit(data.limit)}
          {'over' in data && data.over !== undefined
            ? `${marks.comma}${(data.holds === true ? say.spread.within : say.spread.over)(data.over.replace(/^[+-]/, ''))}`
            : ''}
        </span>
        <span className="evaluate-quiet">{say.spread.mean(data.mean, data.in, data.per)}</span>
        <span className="heat-gap" />
        <Button size="small" onClick={() => turn({ item: undefined })}>
          {say.spread.close}
        </Button>
      </div>
      {data.missing.length > 0 && (
        <p className="evaluate-warn">{say.spread.missingOf(data.missing.map(({ name }) => name).join(marks.list))}</p>
      )}
      {data.leftOut.map(({ why, names }) => (
        <p key={why} className="evaluate-quiet">
          {say.spread.leftOut(why, names.length, names.join(marks.list))}
        </p>
      ))}
      {data.schools.length === 0 ? (
        <p className="evaluate-quiet">{say.spread.noSchools}</p>
      ) : (
        <>
          <Dots data={data} />
          <div className="spread-columns">
            <Schools data={data} />
            <Cheapest data={data} />
          </div>
        </>
      )}
    </section>
  );
}

const WIDTH = 1000;
const HEIGHT = 64;
const EDGE = 24;

/** Each school at what its students have; larger where it has more of them. Lighter below the mean, as the table says in words. */
function Dots({ data: { schools, mean, unit } }: { readonly data: SpreadSchools }) {
  const say = useWords(evaluateWords);
  const values = schools.map(({ perStudent }) => Number(perStudent));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const at = (value: number): number => EDGE + ((value - least) / (most - least || 1)) * (WIDTH - 2 * EDGE);
  const people = schools.map(({ students }) => Number(students.replaceAll(',', '')));
  const largest = Math.max(...people) || 1;
  return (
    <svg
      className="spread-dots"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={say.spread.dots(unit.name, schools.length)}
    >
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - 14} y2={HEIGHT - 14} className="spread-axis" />
      <line x1={at(Number(mean))} x2={at(Number(mean))} y1={4} y2={HEIGHT - 14} className="spread-mean" />
      {schools.map(({ code, name, isBelow, perStudent }, place) => (
        <circle
          key={code}
          cx={at(values[place] ?? 0)}
          cy={18 + ((place * 11) % 22)}
          r={3 + 6 * Math.sqrt((people[place] ?? 0) / largest)}
          className={isBelow ? 'spread-below' : 'spread-above'}
        >
          <title>{`${name} ${perStudent}`}</title>
        </circle>
      ))}
      <text x={EDGE} y={HEIGHT - 2} className="spread-tick">
        {least}
      </text>
      <text x={at(Number(mean))} y={HEIGHT - 2} className="spread-tick" textAnchor="middle">
        {mean}
      </text>
      <text x={WIDTH - EDGE} y={HEIGHT - 2} className="spread-tick" textAnchor="end">
        {most}
      </text>
    </svg>
  );
}

function Schools({ data }: { readonly data: SpreadSchools }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const [isAll, all] = useState(false);
  const { schools, standard, per } = data;
  const shown = isAll ? schools : schools.slice(0, FIRST);
  return (
    <div>
      <p className="heat-note">{say.spread.pulls}</p>
      <table className="evaluate-grid">
        <thead>
          <tr>
            <th scope="col">{say.spread.school}</th>
            <th scope="col" className="heat-number">
              {say.spread.students}
            </th>
            <th scope="col" className="heat-number">
              {say.spread.amount}
              {marks.aside(data.in)}
            </th>
            <th scope="col" className="heat-number">
              {say.spread.perStudent(per)}
            </th>
            <th scope="col">{say.spread.side}</th>
            <th scope="col" className="heat-number">
              {say.spread.share}
            </th>
            {standard !== undefined && (
              <th scope="col" className="heat-number">
                {say.spread.met(standard.needed, standard.of)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((school) => (
            <tr key={school.code}>
              <th scope="row">{school.name}</th>
              <td className="heat-number">{school.students}</td>
              <td className="heat-number">{school.amount}</td>
              <td className="heat-number">{school.perStudent}</td>
              <td>{school.isBelow ? say.spread.below : say.spread.above}</td>
              <td className="heat-number">
                <span className="spread-bar" style={{ width: `${Number(school.share)}px` }} aria-hidden />
                {school.share}%
              </td>
              {standard !== undefined && 'met' in school && (
                <td className={`heat-number ${school.holds === false ? 'evaluate-warn' : ''}`}>
                  {say.spread.metOf(school.met ?? 0, standard.of)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {schools.length > FIRST && (
        <button type="button" className="evaluate-link" onClick={() => all(!isAll)}>
          {isAll ? say.spread.fewer : say.spread.all(schools.length)}
        </button>
      )}
    </div>
  );
}

function Cheapest({ data: { cheapest, limit, ...data } }: { readonly data: SpreadSchools }) {
  const say = useWords(evaluateWords);
  if (cheapest === undefined || limit === undefined) return null;
  return (
    <aside className="evaluate-sandbox spread-cheapest" aria-label={say.spread.cheapest(limit)}>
      <h3>{say.spread.cheapest(limit)}</h3>
      <p>{say.spread.cheapestText(cheapest.total, data.in, cheapest.schools.length)}</p>
      <ol>
        {cheapest.schools.slice(0, FIRST).map(({ code, name, add }) => (
          <li key={code}>{say.spread.add(name, add, data.in)}</li>
        ))}
      </ol>
      <p className="heat-note">{say.suppose.title}</p>
    </aside>
  );
}
