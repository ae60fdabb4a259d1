/** Two scores of which one is not whole yet: no sum is compared; what is open is named, what is decided is told. */
import { LevelMark } from '../../parts/level-mark.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { showSigned } from '../heat.ts';
import type { Evaluation } from '../screen-data.ts';
import { evaluateWords } from '../words.ts';
import { LeafLink } from './change-table.tsx';
import { decidedMoves, type End } from './ends.ts';

interface Given {
  readonly data: Evaluation;
  readonly was: End;
  readonly is: End;
  readonly names: readonly [string, string];
  readonly open: readonly [End['leaves'], End['leaves']];
}

export function Unfinished({ data, was, is, names, open }: Given) {
  const say = useWords(evaluateWords);
  const marks = useWords(punctuation);
  const moves = decidedMoves(was, is, data.tree.decimals);
  return (
    <div className="change-open">
      {open.map((leaves, at) =>
        leaves.length === 0 ? null : (
          <p key={names[at]}>
            <LevelMark level="warn" /> {say.change.unfinished(names[at] ?? '', leaves.length)}{' '}
            {leaves.map(({ code, name }, place) => (
              <span key={code}>
                {place > 0 && marks.list}
                <LeafLink code={code}>
                  {code} {name}
                </LeafLink>
              </span>
            ))}
          </p>
        ),
      )}
      {was.isSumOnly || is.isSumOnly ? null : moves.length === 0 ? (
        <p className="heat-note">{say.change.decidedSame}</p>
      ) : (
        <table className="evaluate-grid">
          <caption className="heat-note">{say.change.decided}</caption>
          <thead>
            <tr>
              <th scope="col">{say.scores.leaf}</th>
              <th scope="col" className="heat-number">
                {names[0]}
              </th>
              <th scope="col" className="heat-number">
                {names[1]}
              </th>
              <th scope="col" className="heat-number">
                {say.scores.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ code, name, was: before, is: after, difference }) => (
              <tr key={code}>
                <th scope="row">
                  <LeafLink code={code}>
                    {code} {name}
                  </LeafLink>
                </th>
                <td className="heat-number">{before}</td>
                <td className="heat-number">{after}</td>
                <td className="heat-number">{showSigned(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
