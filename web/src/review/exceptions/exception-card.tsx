/** One exception: the check, the figures it was found in, the reason, and what came of it. */
import { Button } from 'antd';
import type { Ref } from 'react';
import type { ExceptionList } from '../../../../src/review/replies.ts';
import { useSentences } from '../../collect/speak.ts';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useWords } from '../../shell/language.tsx';
import type { AskedException } from './exceptions-screen.tsx';
import { exceptionWords } from './words.ts';

interface Given {
  readonly asked: AskedException;
  readonly checks: ExceptionList['checks'];
  readonly year: number;
  readonly place: Ref<HTMLElement> | undefined;
  decide(grant: boolean): void;
}

export function ExceptionCard({ asked, checks, year, place, decide }: Given) {
  const say = useWords(exceptionWords);
  const speak = useSentences({ checks });
  const { unit, of, name, finding, figures, reason, document, person, on, state, decision, mine } = asked;
  return (
    <article ref={place ?? null} className={place === undefined ? 'exception' : 'exception exception-shown'}>
      <header>
        <h3>
          {of === unit || of === '' ? unit : `${unit} · ${of}`}　{name}
        </h3>
        <span className={`exception-state exception-${state}`}>{say.states[state]}</span>
      </header>
      <p>
        <LevelMark level="error" /> {speak(finding)}
      </p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say.item}</th>
            <th scope="col" className="num">
              {say.of(year)}
            </th>
            <th scope="col" className="num">
              {say.of(year - 1)}
            </th>
            <th scope="col">{say.unit}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.item}>
              <th scope="row">{figure.name}</th>
              <td className="num">{figure.now || say.missing}</td>
              <td className="num">{figure.prior === null ? '—' : figure.prior || say.missing}</td>
              <td>{figure.unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <dt>{say.reason}</dt>
        <dd>
          {reason} <small>{say.by(person, on)}</small>
        </dd>
        {document !== null && (
          <>
            <dt>{say.document}</dt>
            <dd>{document}</dd>
          </>
        )}
        {decision !== null && (
          <>
            <dt>{decision.granted ? say.granted : say.refused}</dt>
            <dd>
              {decision.reason} <small>{say.by(decision.person, decision.on)}</small>
            </dd>
          </>
        )}
      </dl>
      {state === 'lapsed' && <p className="exception-note">{say.lapsed}</p>}
      {state === 'waits' && (
        <footer>
          {mine ? (
            <p className="exception-note">{say.mine}</p>
          ) : (
            <>
              <Button type="primary" onClick={() => decide(true)}>
                {say.grant}
              </Button>
              <Button onClick={() => decide(false)}>{say.refuse}</Button>
            </>
          )}
        </footer>
      )}
    </article>
  );
}
