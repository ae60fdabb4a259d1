/** Checks with their levels and sentences; grades, vetoes, downgrades and ceilings. */
import type { SchemePage } from '../../../src/scheme/replies.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { useWords } from '../shell/language.tsx';
import { schemeWords } from './words.ts';

export function ChecksPart({ scheme }: { readonly scheme: SchemePage }) {
  const say = useWords(schemeWords);
  const marks = useWords(punctuation);
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say.facts.code}</th>
          <th scope="col">{say.facts.severity}</th>
          <th scope="col">{say.facts.when}</th>
          <th scope="col">{say.facts.check}</th>
          <th scope="col">{say.facts.says}</th>
        </tr>
      </thead>
      <tbody>
        {scheme.checks.map(({ id, severity, when, kind, rule, says }) => (
          <tr key={id}>
            <th scope="row" style={{ whiteSpace: 'nowrap' }}>
              {id}
            </th>
            <td>
              <LevelMark level={severity} withWord />
            </td>
            <td>{when.map((each) => say.whens[each]).join(marks.list)}</td>
            <td className={rule === undefined ? undefined : 'scheme-formula'}>
              {rule ?? say.checkKinds[kind] ?? kind}
            </td>
            <td>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ClausesPart({ scheme }: { readonly scheme: SchemePage }) {
  const say = useWords(schemeWords);
  const clauses = [
    [say.vetoes, scheme.vetoes.map((each) => ({ ...each, more: '' }))],
    [say.downgrades, scheme.downgrades.map((each) => ({ ...each, more: '' }))],
    [say.ceilings, scheme.ceilings.map((each) => ({ ...each, more: say.ceiling(each.grade) }))],
  ] as const;
  return (
    <>
      <section className="block" aria-label={say.grades}>
        <h2>{say.grades}</h2>
        <dl className="facts">
          {scheme.grades.map(({ name, from }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{from === undefined ? say.gradeLowest : say.gradeFrom(from)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {clauses.map(([title, list]) => (
        <section key={title} className="block" aria-label={title}>
          <h2>{title}</h2>
          {list.length === 0 && <p>{say.notFound}</p>}
          <dl className="facts">
            {list.map(({ code, name, when, more }) => (
              <div key={code} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>
                  <span className="scheme-formula">{when}</span> {more}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
