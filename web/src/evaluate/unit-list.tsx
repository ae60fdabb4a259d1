/** On a phone: units as a list, each opening to the leaves it loses points on; never a heat table. */
import { useLayoutEffect, useRef } from 'react';
import type { UnitPage } from '../../../src/evaluate/replies.ts';
import { decimal, printDecimal, subtract } from '../../../src/kernel/index.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useTrace } from '../parts/trace/trace.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { Grade } from './head-strip.tsx';
import { showSigned, sumShown } from './heat.ts';
import { type Evaluation, useEvaluateSearch, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

export function UnitList({ data }: { readonly data: Evaluation }) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const { unit: chosen, card } = useEvaluateSearch();
  const turn = useTurn();
  return (
    <div className="unit-list">
      <h1 className="evaluate-label">{say.list.title}</h1>
      <p className="heat-note">{say.heat.note}</p>
      <ul>
        {data.overview.units.map((unit) => (
          <li key={unit.code}>
            <button
              type="button"
              className="unit-list-head"
              aria-expanded={unit.code === chosen}
              onClick={() => turn({ unit: unit.code === chosen ? undefined : unit.code })}
            >
              <span>
                <strong>{unit.name}</strong> <Grade name={unit.grade} />
              </span>
              <span className="unit-list-score">
                {sumShown(unit)}
                {unit.last?.difference !== undefined && (
                  <small className="evaluate-quiet"> {showSigned(unit.last.difference)}</small>
                )}
              </span>
              {(unit.undecided.length > 0 || unit.vetoes.length > 0 || unit.downgrades.length > 0) && (
                <span className="unit-list-note">
                  {[
                    ...[...unit.vetoes, ...unit.downgrades].map(({ name }) => name),
                    ...(unit.undecided.length > 0 ? [say.list.pending(unit.undecided.length)] : []),
                  ].join(marks.semicolon)}
                </span>
              )}
            </button>
            {unit.code === chosen && <Leaves unit={unit.code} sought={card} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Leaves({ unit, sought }: { readonly unit: string; readonly sought: string | undefined }) {
  const say = useWords(evaluateWords);
  const trace = useTrace();
  const { round } = useRound();
  const { data, error, refetch } = useAsk<UnitPage>(`/rounds/${round}/results/${unit}`);
  const list = useRef<HTMLDivElement>(null);
  const isRead = data !== undefined;
  // Who comes by a link stands where it leads, once there is something to stand at.
  useLayoutEffect(() => {
    if (!isRead) return;
    const leaf = list.current?.querySelector('[aria-current]');
    if (leaf === null || leaf === undefined) list.current?.parentElement?.scrollIntoView();
    else leaf.scrollIntoView({ block: 'center' });
  }, [isRead]);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting />;
  const lost = data.results
    .filter(({ points, of, verdict }) => verdict !== 'information' && points !== of)
    .map((leaf) => ({
      ...leaf,
      loss: leaf.points === undefined ? undefined : printDecimal(subtract(decimal(leaf.of), decimal(leaf.points)), 2),
    }))
    .toSorted((a, b) => Number(b.loss ?? 99) - Number(a.loss ?? 99));
  return (
    <div ref={list}>
      {lost.map(({ code, name, loss, of, why, inputs }) => (
        <button
          key={code}
          type="button"
          className="unit-list-leaf"
          aria-current={code === sought || undefined}
          disabled={inputs.length === 0}
          onClick={() => {
            const [input] = inputs;
            if (input !== undefined) trace.open({ unit: input.unit, item: input.item });
          }}
        >
          <span>
            {code} {name}
          </span>
          <span>{loss === undefined ? say.heat.missing : `−${loss} / ${of}`}</span>
          <small>{why}</small>
        </button>
      ))}
    </div>
  );
}
