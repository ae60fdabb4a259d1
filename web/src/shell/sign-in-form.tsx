/** Name and password first; what else an account asks for (code, person and PIN, region) appears when it is asked. */
import { Alert, Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Field } from '../parts/field.tsx';
import { Refused } from './api.ts';
import { useRememberedOffice } from './contact.ts';
import { useSay, useWords } from './language.tsx';
import { type SignIn, useSignedIn } from './session.tsx';
import { shellWords } from './words.ts';

type Wanted = 'totp' | 'person' | 'tenant';
const WANTED: Readonly<Record<string, Wanted>> = {
  'access.totpWanted': 'totp',
  'access.totpRefused': 'totp',
  'access.personWanted': 'person',
  'access.pinRefused': 'person',
  'access.tenantWanted': 'tenant',
};

export function SignInForm() {
  const words = useWords(shellWords).signIn;
  const say = useSay();
  const office = useRememberedOffice();
  const { signIn, login } = useSignedIn();
  const [given, give] = useState<SignIn>({ login, password: '' });
  const [wanted, want] = useState<ReadonlySet<Wanted>>(new Set());
  const [persons, know] = useState<readonly string[]>([]);
  const [refused, refuse] = useState<Refused>();
  const [isBusy, busy] = useState(false);
  const [isCaps, caps] = useState(false);
  const put = (more: Partial<SignIn>): void => give((before) => ({ ...before, ...more }));
  const watchCaps = (event: KeyboardEvent): void => caps(event.getModifierState('CapsLock'));

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    busy(true);
    refuse(undefined);
    try {
      await signIn(given);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(error);
      const more = WANTED[error.code];
      if (more !== undefined) want((before) => new Set([...before, more]));
      if (Array.isArray(error.data.persons)) know(error.data.persons as string[]);
    } finally {
      busy(false);
    }
  };

  return (
    <form onSubmit={(event) => void enter(event)} className="sign-in-form">
      <Field label={words.login}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            autoComplete="username"
            value={given.login}
            onChange={({ target }) => put({ login: target.value })}
            required
          />
        )}
      </Field>
      <Field label={words.password} hint={isCaps ? words.caps : undefined}>
        {(id, describedBy) => (
          <Input.Password
            id={id}
            aria-describedby={describedBy}
            autoComplete="current-password"
            value={given.password}
            onChange={({ target }) => put({ password: target.value })}
            onKeyUp={watchCaps}
            required
          />
        )}
      </Field>
      {wanted.has('totp') && (
        <Field label={words.totp}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              autoComplete="one-time-code"
              onChange={({ target }) => put({ totp: target.value.trim() })}
            />
          )}
        </Field>
      )}
      {wanted.has('person') && (
        <>
          <Field label={words.person}>
            {(id) => (
              <select id={id} className="sign-in-select" onChange={({ target }) => put({ person: target.value })}>
                <option value="" />
                {persons.map((person) => (
                  <option key={person}>{person}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.pin}>
            {(id) => (
              <Input.Password
                id={id}
                inputMode="numeric"
                autoComplete="off"
                onChange={({ target }) => put({ pin: target.value })}
              />
            )}
          </Field>
        </>
      )}
      {wanted.has('tenant') && (
        <Field label={words.tenant}>
          {(id) => (
            <Input id={id} inputMode="numeric" onChange={({ target }) => put({ tenant: Number(target.value) })} />
          )}
        </Field>
      )}
      {refused !== undefined && <Alert type="error" showIcon title={say(refused)} role="alert" />}
      {refused !== undefined && office !== undefined && <p>{words.trouble(office)}</p>}
      <Button type="primary" htmlType="submit" block loading={isBusy} size="large">
        {words.enter}
      </Button>
    </form>
  );
}
