/** Tokens for programs: made, seen, revoked. The secret is shown once. */
import { Button } from 'antd';
import { useState } from 'react';
import type { TokenAdded, TokenList } from '../../../src/platform/access/replies.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { printWhen } from '../parts/numbers.ts';
import { punctuation } from '../parts/punctuation.ts';
import { Trouble } from '../parts/states.tsx';
import type { Telling } from '../shell/api.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { OneTime } from './one-time.tsx';
import { accessWords } from './words.ts';

const changes = ['/tokens'];

export function OwnTokens() {
  const say = useWords(accessWords).me;
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const said = useSaid();
  const confirm = useConfirm();
  const { data, error } = useAsk<TokenList>('/tokens');
  const [isAdding, adding] = useState(false);
  const act = useTell<Telling>((telling) => telling, { changes });
  const revoke = async (token: string, name: string): Promise<void> => {
    const body = say.tokenRevokeBody(name);
    if (await confirm({ title: say.tokenRevoke, body, verb: say.tokenRevoke, isGrave: true }))
      act.mutate({ method: 'DELETE', path: `/tokens/${token}` }, { onError: said.refused });
  };
  return (
    <section className="block" aria-labelledby="me-tokens">
      <h2 id="me-tokens">{say.tokens}</h2>
      <p className="me-note">{say.tokensNote}</p>
      {error !== null && <Trouble refused={error} />}
      {data?.length === 0 && <p className="me-note">{say.noTokens}</p>}
      {data !== undefined && data.length > 0 && (
        <table className="list" aria-labelledby="me-tokens">
          <thead>
            <tr>
              <th scope="col">{say.tokenName}</th>
              <th scope="col">{say.tokenRights}</th>
              <th scope="col">{say.tokenExpires}</th>
              <th scope="col">{say.tokenRevoke}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ token, name, scopes, expiresAt }) => (
              <tr key={token}>
                <td>{name}</td>
                <td>
                  {scopes
                    .map((scope) => (scope === 'read' ? say.read : scope === 'write' ? say.write : scope))
                    .join(marks.list)}
                </td>
                <td>{printWhen(expiresAt, language)}</td>
                <td>
                  <Button size="small" onClick={() => void revoke(token, name)}>
                    {say.tokenRevoke}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p style={{ marginTop: 10 }}>
        <Button onClick={() => adding(true)}>{say.tokenAdd}</Button>
      </p>
      {isAdding && <AddToken leave={() => adding(false)} />}
    </section>
  );
}

const DAYS = 90;
const DAYS_MOST = 365;

function AddToken({ leave }: { leave(): void }) {
  const words = useWords(accessWords);
  const say = words.me;
  const [name, keepName] = useState('');
  const [mayWrite, write] = useState(false);
  const [days, keepDays] = useState(DAYS);
  const [made, show] = useState<TokenAdded>();
  const add = useTell<object, TokenAdded>((body) => ({ method: 'POST', path: '/tokens', body }), { changes });
  if (made !== undefined)
    return <OneTime title={say.tokenAdd} note={say.tokenMade} lines={[[name, made.secret]]} leave={leave} />;
  return (
    <ActDialog
      title={say.tokenAdd}
      verb={say.tokenAdd}
      isReady={name.trim() !== ''}
      act={async () => {
        const rights = mayWrite ? ['read', 'write'] : ['read'];
        show(await add.mutateAsync({ name: name.trim(), rights, days }));
      }}
      leave={leave}
      done={() => undefined}
    >
      <Field label={say.tokenName}>
        {(id) => <input id={id} className="input" value={name} onChange={({ target }) => keepName(target.value)} />}
      </Field>
      <label>
        <input type="checkbox" checked={mayWrite} onChange={({ target }) => write(target.checked)} /> {say.write}
      </label>
      <Field label={say.tokenDays}>
        {(id) => (
          <input
            id={id}
            type="number"
            min={1}
            max={DAYS_MOST}
            className="input"
            value={days}
            onChange={({ target }) => keepDays(Number(target.value))}
          />
        )}
      </Field>
    </ActDialog>
  );
}
