/** 得分理由: one indicator of one unit, with its rule in words, the sentence why, and the figures it takes. */
import { Button } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import { isWithin } from '../../../src/evaluate/pure.ts';
import type { UnitPage } from '../../../src/evaluate/replies.ts';
import { Icon } from '../parts/icon.tsx';
import { LevelMark } from '../parts/level-mark.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useTrace } from '../parts/trace/trace.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { RuleWords } from './rule-words.tsx';
import { type Evaluation, useTurn } from './screen-data.ts';
import { evaluateWords } from './words.ts';

interface Given {
  readonly data: Evaluation;
  readonly code: string;
}

export function LeafCard({ data, code }: Given) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const card = useRef<HTMLElement>(null);
  const { unit } = data;
  const indicator = data.tree.indicators.find((each) => each.code === code);
  const close = (): void => {
    turn({ card: undefined });
    document.querySelector<HTMLElement>('[data-active]')?.focus();
  };
  useLayoutEffect(() => {
    if (card.current?.contains(document.activeElement) !== true) card.current?.focus();
  }, []);
  if (indicator === undefined) return null;
  return (
    <aside
      ref={card}
      tabIndex={-1}
      className="leaf-card"
      aria-label={`${say.card.title} ${unit.name} ${code}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="leaf-card-head">
        <h2>
          {unit.name} · {code} {indicator.name}
        </h2>
        <Button type="text" size="small" aria-label={say.card.close} onClick={close} icon={<Icon name="close" />} />
      </div>
      {indicator.leaf === undefined ? (
        <Branch data={data} code={code} />
      ) : (
        <Leaf key={`${unit.code} ${code}`} data={data} code={code} />
      )}
    </aside>
  );
}

function Branch({ data, code }: Given) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const cells = data.matrix.units.find((each) => each.code === data.unit.code)?.cells ?? {};
  const section = data.unit.sections.find((each) => each.code === code);
  return (
    <>
      {section !== undefined && <p className="leaf-card-points">{say.card.got(section.score, section.of)}</p>}
      <h3>{say.card.branch}</h3>
      {data.matrix.leaves
        .filter((leaf) => isWithin(leaf.code, code) && cells[leaf.code] !== undefined)
        .map(({ code: leaf, name }) => (
          <div key={leaf} className="leaf-card-input">
            <button type="button" className="evaluate-link" onClick={() => turn({ card: leaf, at: leaf })}>
              {leaf} {name}
            </button>
            <span>{say.card.got(cells[leaf]?.points ?? say.card.missing, cells[leaf]?.of ?? '')}</span>
          </div>
        ))}
    </>
  );
}

function Leaf({ data, code }: Given) {
  const say = useWords(evaluateWords);
  const turn = useTurn();
  const marks = useWords(punctuation);
  const trace = useTrace();
  const { round } = useRound();
  const { unit } = data;
  const { data: page, error, refetch } = useAsk<UnitPage>(`/rounds/${round}/results/${unit.code}`);
  const leaf = data.tree.indicators.find((each) => each.code === code)?.leaf;
  const basis = data.tree.indicators.find((each) => each.code === code)?.basis;
  const result = page?.results.find((each) => each.code === code);
  const firstInput = useRef<HTMLButtonElement>(null);
  const isRead = result !== undefined;
  // Once, as it is drawn: the figures asked for again must not take the focus from where the reader has gone since.
  useLayoutEffect(() => {
    if (isRead) firstInput.current?.focus();
  }, [isRead]);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (page === undefined) return <Waiting />;
  if (result === undefined) return <p>{say.heat.notAsked}</p>;
  return (
    <>
      <p className="leaf-card-points">
        {result.points === undefined ? say.card.undecided(result.of) : say.card.got(result.points, result.of)}
      </p>
      {/* Of a rule in parts each part has a value of its own, told in the reason. */}
      <p>
        {result.verdict === 'met' ? <LevelMark level="ok" /> : null} {say.card.verdicts[result.verdict]}
        {result.shown === '' || leaf?.rule.type === 'parts' ? '' : ` · ${say.card.value} ${result.shown}`}
      </p>
      <h3>{say.card.why}</h3>
      <p className="leaf-card-why">{result.why}</p>
      <h3>{say.card.inputs}</h3>
      {result.inputs.length === 0 && <p>{say.card.noInputs}</p>}
      {result.inputs.map((input, at) => (
        <div key={`${input.item} ${input.period}`} className="leaf-card-input">
          <button
            type="button"
            ref={at === 0 ? firstInput : undefined}
            className="evaluate-link"
            onClick={() => trace.open({ unit: input.unit, item: input.item, year: yearOf(input, result.inputs) })}
          >
            {input.name}
            {yearOf(input, result.inputs) === 'prior' ? marks.aside(say.overview.lastYear) : ''}
          </button>
          <span>{shownOf(input, say.card)}</span>
        </div>
      ))}
      {leaf !== undefined && (
        <>
          <h3>{say.card.rule}</h3>
          <RuleWords rule={leaf.rule} />
          {leaf.lead !== undefined && (
            <>
              <h3>{say.card.lead}</h3>
              <p>
                {leaf.lead.name}
                {leaf.assist.length > 0
                  ? marks.semicolon + say.card.assist + marks.colon + leaf.assist.join(marks.list)
                  : ''}
              </p>
            </>
          )}
          {basis !== undefined && (
            <>
              <h3>{say.card.basis}</h3>
              <p>{basis}</p>
            </>
          )}
          {leaf.evidence.length > 0 && (
            <>
              <h3>{say.card.evidence}</h3>
              <ul className="leaf-card-list">
                {leaf.evidence.map(({ name }) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <p style={{ marginTop: 12 }}>
        <button type="button" className="evaluate-link" onClick={() => turn({ view: 'scores' })}>
          {say.card.scores}
        </button>
      </p>
    </>
  );
}

type Input = UnitPage['results'][number]['inputs'][number];
const yearIn = (period: string): number => Number(/\d{4}/.exec(period)?.[0] ?? 0);

/** The same item of an earlier period beside it is last year's. */
const yearOf = (input: Input, all: readonly Input[]): 'now' | 'prior' =>
  all.some((other) => other.item === input.item && yearIn(other.period) > yearIn(input.period)) ? 'prior' : 'now';

function shownOf({ value, shown }: Input, say: { readonly missing: string; readonly unasked: string }): string {
  if ('gap' in value) return value.gap === 'not-applicable' ? say.unasked : say.missing;
  return shown;
}
