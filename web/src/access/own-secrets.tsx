/** One's own password, and the PIN of a person at a shared account. */
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { Refused, tell } from '../shell/api.ts';
import { useSay, useWords } from '../shell/language.tsx';
import { useSignedIn } from '../shell/session.tsx';
import { accessWords } from './words.ts';

interface SecretGiven {
  readonly label: string;
  readonly value: string;
  readonly complete: string;
  readonly isPin?: boolean;
  keep(value: string): void;
}

export function SecretField({ label, value, complete, isPin = false, keep }: SecretGiven) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="password"
          className="input"
          value={value}
          required
          autoComplete={complete}
          {...(isPin ? { inputMode: 'numeric' as const, pattern: '\\d{6}', maxLength: 6 } : {})}
          onChange={({ target }) => keep(target.value)}
        />
      )}
    </Field>
  );
}

/** Carries out an act of a form; what was refused is said below it. */
export function useForm(act: () => Promise<void>) {
  const say = useSay();
  const [trouble, keep] = useState<string>();
  const [isBusy, busy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    busy(true);
    keep(undefined);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      keep(say(error));
    } finally {
      busy(false);
    }
  };
  return {
    isBusy,
    onSubmit: (event: FormEvent) => void submit(event),
    tell: keep,
    alert: trouble === undefined ? null : <Alert type="error" showIcon role="alert" title={trouble} />,
  };
}

export function OwnPassword() {
  const say = useWords(accessWords).me;
  const { changePassword } = useSignedIn();
  const said = useSaid();
  const [old, keepOld] = useState('');
  const [next, keepNext] = useState('');
  const [same, keepSame] = useState('');
  const form = useForm(async () => {
    if (next !== same) return form.tell(say.passwordDiffers);
    await changePassword({ old, password: next });
    for (const clear of [keepOld, keepNext, keepSame]) clear('');
    said.done(say.passwordDone);
  });
  return (
    <section className="block" aria-labelledby="me-password">
      <h2 id="me-password">{say.password}</h2>
      <p className="me-note">{say.passwordNote}</p>
      <form onSubmit={form.onSubmit}>
        <SecretField label={say.passwordNow} value={old} keep={keepOld} complete="current-password" />
        <SecretField label={say.passwordNext} value={next} keep={keepNext} complete="new-password" />
        <SecretField label={say.passwordAgain} value={same} keep={keepSame} complete="new-password" />
        {form.alert}
        <div>
          <Button htmlType="submit" loading={form.isBusy}>
            {say.passwordSave}
          </Button>
        </div>
      </form>
    </section>
  );
}

export function OwnPin() {
  const say = useWords(accessWords).me;
  const said = useSaid();
  const [old, keepOld] = useState('');
  const [pin, keepPin] = useState('');
  const form = useForm(async () => {
    await tell({ method: 'POST', path: '/own/pin', body: { old, pin } });
    keepOld('');
    keepPin('');
    said.done(say.pinDone);
  });
  return (
    <section className="block" aria-labelledby="me-pin">
      <h2 id="me-pin">{say.pin}</h2>
      <p className="me-note">{say.pinNote}</p>
      <form onSubmit={form.onSubmit}>
        <SecretField label={say.pinOld} value={old} keep={keepOld} complete="off" isPin />
        <SecretField label={say.pinNew} value={pin} keep={keepPin} complete="off" isPin />
        {form.alert}
        <div>
          <Button htmlType="submit" loading={form.isBusy}>
            {say.pinSave}
          </Button>
        </div>
      </form>
    </section>
  );
}
