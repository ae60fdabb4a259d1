/** 年度和日历: rounds opened, locked, unlocked and closed; due times of what is not through yet. */
import { Button } from 'antd';
import { useState } from 'react';
import { printWhen } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Waiting } from '../parts/states.tsx';
import { useLanguage, useWords } from '../shell/language.tsx';
import { type RoundShown, useRounds } from '../shell/round.tsx';
import { Calendar } from './calendar.tsx';
import { MoveRound, type RoundMove } from './move-round.tsx';
import { OpenRound } from './open-round.tsx';
import { roundsWords } from './words.ts';

const MOVES: Readonly<Record<RoundShown['state'], readonly RoundMove[]>> = {
  collecting: ['lock'],
  locked: ['unlock', 'close'],
  closed: [],
};

export function RoundsPanel() {
  const say = useWords(roundsWords);
  const { language } = useLanguage();
  const { rounds, round, isKnown, turnTo } = useRounds();
  const [isOpening, opening] = useState(false);
  const [moving, move] = useState<{ readonly round: RoundShown; readonly move: RoundMove }>();
  return (
    <Screen
      title={say.title}
      note={say.reminders}
      actions={
        <Button type="primary" onClick={() => opening(true)}>
          {say.open}
        </Button>
      }
    >
      {!isKnown && <Waiting />}
      {isKnown && rounds.length === 0 && <Empty>{say.none}</Empty>}
      {rounds.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.scheme}</th>
              <th scope="col">{say.opens}</th>
              <th scope="col">{say.due}</th>
              <th scope="col">{say.state}</th>
              <th scope="col">{say.acts}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((each) => (
              <tr key={each.round} className={each.round === round?.round ? 'list-chosen' : undefined}>
                <th scope="row">
                  <button type="button" className="plain-button" onClick={() => turnTo(each.round)}>
                    {each.name}
                  </button>
                  <br />
                  <small>{each.direction === 'upward' ? say.upward : say.downward}</small>
                </th>
                <td>
                  {each.scheme} <small>{each.version}</small>
                </td>
                <td>{printWhen(each.opens, language)}</td>
                <td>{printWhen(each.due, language)}</td>
                <td>{say.states[each.state]}</td>
                <td>
                  <span className="row">
                    {MOVES[each.state].map((to) => (
                      <Button key={to} size="small" onClick={() => move({ round: each, move: to })}>
                        {say[to]}
                      </Button>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {round !== undefined && <Calendar key={round.round} round={round} />}
      {isOpening && <OpenRound leave={() => opening(false)} />}
      {moving !== undefined && <MoveRound round={moving.round} move={moving.move} leave={() => move(undefined)} />}
    </Screen>
  );
}
