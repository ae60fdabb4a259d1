/** Templates: how far each is bound, and which one the round uses. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { TemplateList } from '../../../src/report/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { Empty } from '../parts/states.tsx';
import { useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { reportWords } from './words.ts';

interface Given {
  readonly templates: TemplateList;
  readonly isOffice: boolean;
}

export function TemplateTable({ templates, isOffice }: Given) {
  const say = useWords(reportWords);
  const { language } = useLanguage();
  const said = useSaid();
  const { round } = useRound();
  const use = useTell<string>((sha256) => ({ method: 'PUT', path: `/rounds/${round}/template`, body: { sha256 } }), {
    changes: [`/rounds/${round}/templates`, '/rounds'],
  });
  if (templates.length === 0) return <Empty>{say.noTemplates}</Empty>;
  return (
    <div className="report-scroll">
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{say.columns.template}</th>
            <th scope="col">{say.columns.slots}</th>
            <th scope="col">{say.columns.by}</th>
            <th scope="col">{say.columns.updated}</th>
            <th scope="col">
              <span className="unseen">{say.use}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {templates.map(({ template, name, person, at, bound }) => (
            <tr key={template}>
              <td className="title">
                {isOffice ? (
                  <Link to="/report/studio/$template" params={{ template }}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </td>
              <td>
                {bound === undefined ? <span className="report-quiet">{say.unbound}</span> : say.bound(bound.slots)}
              </td>
              <td>{person}</td>
              <td>{printWhen(bound?.at ?? at, language)}</td>
              <td>
                {bound === undefined && isOffice && (
                  <Link to="/report/studio/$template" params={{ template }}>
                    {say.bind}
                  </Link>
                )}
                {bound?.set === true && say.inUse}
                {bound?.set === false && isOffice && (
                  <Button
                    size="small"
                    loading={use.isPending}
                    onClick={() =>
                      use.mutate(bound.sha256, { onSuccess: () => said.done(say.used), onError: said.refused })
                    }
                  >
                    {say.use}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
