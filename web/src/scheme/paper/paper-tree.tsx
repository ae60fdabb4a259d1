/** Each row of the issued table beside what was read of it. */
import type { SchemePaper } from '../../../../src/scheme/replies.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Scrolling } from '../../parts/scrolling.tsx';
import { useWords } from '../../shell/language.tsx';
import { schemeWords } from '../words.ts';

const INDENT = 16;

export function PaperTree({ indicators }: { readonly indicators: SchemePaper['indicators'] }) {
  const { paper: say, facts } = useWords(schemeWords);
  const marks = useWords(punctuation);
  return (
    <Scrolling className="paper-tree" label={say.tree}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say.indicator}</th>
            <th scope="col" className="num">
              {facts.points}
            </th>
            <th scope="col">{say.standard}</th>
            <th scope="col">{say.departments}</th>
            <th scope="col">{facts.evidence}</th>
            <th scope="col">{say.at}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, name, points, standard, departments, evidence, at, isLeaf }) => (
            <tr key={code} className={isLeaf ? undefined : 'paper-branch'}>
              <th scope="row" style={{ paddingLeft: 10 + depthOf(code) * INDENT }}>
                <small>{code}</small> {name}
              </th>
              <td className="num">{points ?? (isLeaf ? <b className="paper-open">{say.missing}</b> : '')}</td>
              <td className="paper-words">{standard}</td>
              <td>
                {isLeaf && departments.length === 0 ? (
                  <b className="paper-open">{say.missing}</b>
                ) : (
                  departments.join(marks.list)
                )}
              </td>
              <td>{evidence.join(marks.semicolon)}</td>
              <td>
                <small>{at}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** `A`, `A1`, `A1.2`. */
const depthOf = (code: string): number => (code.length === 1 ? 0 : code.split('.').length);
