/** The verifier's first screen: what waits for their step, and how far each unit is verified. */
import { Link } from '@tanstack/react-router';
import type { ScoreProgress } from '../../../src/evaluate/replies.ts';
import type { Queue } from '../../../src/review/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { homeWords } from './words.ts';
import '../parts/list.css';
import './verifier-home.css';

type Unit = ScoreProgress['units'][number];

export function VerifierHome() {
  const say = useWords(homeWords).verifier;
  const { round, name } = useRound();
  const path = `/rounds/${round}`;
  const queue = useAsk<Queue>(`${path}/queue`).data ?? [];
  const { data, error, refetch } = useAsk<ScoreProgress>(`${path}/scores`);
  const mine = data?.units.filter((unit) => unit.mine) ?? [];
  const through = mine.filter(isThrough).length;
  return (
    <Screen
      title={say.title}
      state={<small>{name}</small>}
      note={data === undefined ? undefined : say.through(through, mine.length)}
    >
      {queue.length > 0 && (
        <p className="block">
          <Link to="/review">{say.waits(queue.length)}</Link>
        </p>
      )}
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting rows={12} />}
      {data !== undefined && mine.length === 0 && <Empty>{say.none}</Empty>}
      {mine.length > 0 && <Units units={mine} />}
    </Screen>
  );
}

const isThrough = ({ verified, leaves }: Unit): boolean => verified === leaves;

function Units({ units }: { readonly units: readonly Unit[] }) {
  const say = useWords(homeWords).verifier;
  const { language } = useLanguage();
  return (
    <table className="list verifier-units">
      <thead>
        <tr>
          <th scope="col">{say.unit}</th>
          <th scope="col">{say.verified}</th>
          <th scope="col" className="num">
            {say.score}
          </th>
          <th scope="col" className="num">
            {say.computed}
          </th>
          <th scope="col" className="num">
            {say.proposed}
          </th>
          <th scope="col" className="num">
            {say.undecided}
          </th>
          <th scope="col">{say.last}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const { code, name, leaves, verified, score, computed, claimed, proposed, undecided, last } = unit;
          return (
            <tr key={code}>
              <th scope="row">
                <Link to="/evaluate" search={(before) => ({ ...before, view: 'scores', unit: code })}>
                  {name}
                </Link>
              </th>
              <td>
                <progress max={leaves} value={verified} aria-label={say.verified} />{' '}
                {isThrough(unit) ? say.done : say.of(verified, leaves)}
              </td>
              <td className="num">{score ?? '—'}</td>
              <td className="num">{undecided > 0 ? say.open : computed}</td>
              <td className="num">{claimed > 0 ? <b>{say.claimed(claimed)}</b> : proposed}</td>
              <td className="num">{undecided > 0 ? undecided : ''}</td>
              <td>
                {last !== undefined && (
                  <>
                    {last.person} <small>{printWhen(last.at, language)}</small>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
