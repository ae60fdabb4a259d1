/** 经办人 of a shared account: each with a PIN of their own. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import type { Telling } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import type { Account } from './accounts.ts';
import { accessWords } from './words.ts';

export function Persons({ account }: { readonly account: Account }) {
  const say = useWords(accessWords);
  const said = useSaid();
  const confirm = useConfirm();
  const base = `/accounts/${account.account}/persons`;
  /** A person whose PIN is set, or `new`. */
  const [asked, ask] = useState<string>();
  const [name, keepName] = useState('');
  const [pin, keepPin] = useState('');
  const act = useTell<Telling>((telling) => telling, { changes: ['/accounts'] });
  const open = (who: string): void => {
    keepName('');
    keepPin('');
    ask(who);
  };
  const leave = async (person: string, called: string): Promise<void> => {
    if (!(await confirm({ title: say.leave, body: say.leaveBody(called), verb: say.leave, isGrave: true }))) return;
    act.mutate({ method: 'DELETE', path: `${base}/${person}` }, { onError: said.refused });
  };
  const save = async (): Promise<void> => {
    await act.mutateAsync(
      asked === 'new'
        ? { method: 'POST', path: base, body: { name: name.trim(), pin } }
        : { method: 'PUT', path: `${base}/${asked}/pin`, body: { pin } },
    );
    said.done(say.donePerson);
  };
  return (
    <section className="people-persons" aria-label={say.persons}>
      <h3>{say.persons}</h3>
      <p className="field-hint">{say.personsNote}</p>
      <ul className="people-posts">
        {account.persons.map(({ person, name: called, blocked }) => (
          <li key={person}>
            <span>
              {called} {blocked && <small>{say.blocked}</small>}
            </span>
            <span className="row">
              <Button size="small" onClick={() => open(person)}>
                {say.setPin}
              </Button>
              <Button size="small" onClick={() => void leave(person, called)}>
                {say.leave}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={() => open('new')}>{say.addPerson}</Button>
      {asked !== undefined && (
        <ActDialog
          title={asked === 'new' ? say.addPerson : say.setPin}
          verb={asked === 'new' ? say.addPerson : say.setPin}
          isReady={/^\d{6}$/.test(pin) && (asked !== 'new' || name.trim() !== '')}
          act={save}
          leave={() => ask(undefined)}
        >
          {asked === 'new' && (
            <Field label={say.name}>
              {(id) => (
                <input id={id} className="input" value={name} onChange={({ target }) => keepName(target.value)} />
              )}
            </Field>
          )}
          <Field label={say.pin}>
            {(id) => (
              <input
                id={id}
                className="input"
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                value={pin}
                onChange={({ target }) => keepPin(target.value)}
              />
            )}
          </Field>
        </ActDialog>
      )}
    </section>
  );
}
