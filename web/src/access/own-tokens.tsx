/** Tokens for programs: made, seen, revoked. The secret is shown once. */
import { Button } from 'antd';
import { useId, useState } from 'react';
import { STAGES, type Stage } from '../../../src/platform/access/contract.ts';
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

type Words = (typeof accessWords)['zh']['me'];
const isRight = (scope: string): scope is 'read' | 'write' => scope === 'read' || scope === 'write';

/** 「读取、写入 · 填报、报告」; a token without stages is for all but accounts. */
function sayScopes(scopes: readonly string[], say: Words, list: string): string {
  const rights = scopes.filter(isRight).map((right) => say[right]);
  const stages = scopes.filter((scope) => !isRight(scope));
  const named = stages.map((stage) => say.stages[stage as Stage]?.name ?? stage);
  return [rights.join(list), stages.length === 0 ? say.allStages : named.join(list)].join(' · ');
}

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
                <td>{sayScopes(scopes, say, marks.list)}</td>
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
  const say = useWords(accessWords).me;
  const told = useId();
  const [name, keepName] = useState('');
  const [mayWrite, write] = useState(false);
  const [stages, chooseStages] = useState<readonly Stage[]>([]);
  const [days, keepDays] = useState(DAYS);
  const [made, show] = useState<TokenAdded>();
  const add = useTell<object, TokenAdded>((body) => ({ method: 'POST', path: '/tokens', body }), { changes });
  if (made !== undefined)
    return <OneTime title={say.tokenAdd} note={say.tokenMade} lines={[[name, made.secret]]} leave={leave} />;
  return (
    <ActDialog
      title={say.tokenAdd}
      verb={say.tokenAdd}
      isReady={name.trim() !== '' && stages.length > 0}
      act={async () => {
        const rights = mayWrite ? ['read', 'write'] : ['read'];
        show(await add.mutateAsync({ name: name.trim(), rights, stages, days }));
      }}
      leave={leave}
      done={() => undefined}
    >
      <Field label={say.tokenName}>
        {(id) => <input id={id} className="input" value={name} onChange={({ target }) => keepName(target.value)} />}
      </Field>
      <fieldset className="me-scopes" aria-describedby={told}>
        <legend>{say.tokenFor}</legend>
        <p id={told} className="field-hint">
          {say.tokenForHint}
        </p>
        {STAGES.map((stage) => (
          <label key={stage}>
            <input
              type="checkbox"
              checked={stages.includes(stage)}
              onChange={({ target }) =>
                chooseStages(STAGES.filter((each) => (each === stage ? target.checked : stages.includes(each))))
              }
            />
            <span>
              {say.stages[stage].name} <small>{say.stages[stage].what}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="me-scopes">
        <legend>{say.tokenRights}</legend>
        {[false, true].map((writes) => (
          <label key={String(writes)}>
            <input type="radio" name={told} checked={mayWrite === writes} onChange={() => write(writes)} />
            {writes ? say.readAndWrite : say.readOnly}
          </label>
        ))}
      </fieldset>
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
