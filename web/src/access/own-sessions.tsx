/** One's own open sessions; any of them can be ended. */
import { Button } from 'antd';
import type { SessionList } from '../../../src/platform/access/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { Trouble } from '../parts/states.tsx';
import type { Telling } from '../shell/api.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useSignedIn } from '../shell/session.tsx';
import { browserOf } from './browser-of.ts';
import { accessWords } from './words.ts';

export function OwnSessions() {
  const say = useWords(accessWords).me;
  const { language } = useLanguage();
  const said = useSaid();
  const confirm = useConfirm();
  const { again } = useSignedIn();
  const { data, error } = useAsk<SessionList>('/sessions');
  const act = useTell<Telling>((telling) => telling, { changes: ['/sessions'] });
  const endAll = async (): Promise<void> => {
    if (!(await confirm({ title: say.endAll, body: say.endAllBody, verb: say.endAll, isGrave: true }))) return;
    act.mutate(
      { method: 'POST', path: '/sessions/revoke', body: {} },
      { onSuccess: () => void again(), onError: said.refused },
    );
  };
  const endOne = async (session: string, agent: string): Promise<void> => {
    if (!(await confirm({ title: say.endOneOf(browserOf(agent)), body: say.endOneBody, verb: say.endOne }))) return;
    act.mutate(
      { method: 'DELETE', path: `/sessions/${session}` },
      { onSuccess: () => void again(), onError: said.refused },
    );
  };
  return (
    <section className="block" aria-labelledby="me-sessions">
      <h2 id="me-sessions">{say.sessions}</h2>
      {error !== null && <Trouble refused={error} />}
      <table className="list" aria-labelledby="me-sessions">
        <thead>
          <tr>
            <th scope="col">{say.since}</th>
            <th scope="col">{say.seen}</th>
            <th scope="col">{say.address}</th>
            <th scope="col">{say.agent}</th>
            <th scope="col">{say.endOne}</th>
          </tr>
        </thead>
        <tbody>
          {(data ?? []).map(({ session, createdAt, seenAt, address, agent }) => (
            <tr key={session}>
              <td>{printWhen(createdAt, language)}</td>
              <td>{printWhen(seenAt, language)}</td>
              <td>{address}</td>
              <td title={agent}>{browserOf(agent)}</td>
              <td>
                <Button size="small" onClick={() => void endOne(session, agent)}>
                  {say.endOne}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p style={{ marginTop: 10 }}>
        <Button danger onClick={() => void endAll()}>
          {say.endAll}
        </Button>
      </p>
    </section>
  );
}
