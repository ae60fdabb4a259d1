/** A one-time password opens nothing but this: one's own is set, and one goes on with it. */
import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field } from '../parts/field.tsx';
import { Refused } from './api.ts';
import { useSay, useWords } from './language.tsx';
import { useSignedIn } from './session.tsx';
import { shellWords } from './words.ts';

export function ChangePasswordForm() {
  const words = useWords(shellWords).change;
  const say = useSay();
  const { changePassword } = useSignedIn();
  const [old, keepOld] = useState('');
  const [next, keepNext] = useState('');
  const [same, keepSame] = useState('');
  const [trouble, tellTrouble] = useState<string>();
  const [isBusy, busy] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (next !== same) return tellTrouble(words.differs);
    busy(true);
    try {
      await changePassword({ old, password: next });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tellTrouble(say(error));
    } finally {
      busy(false);
    }
  };

  const secret = (label: string, value: string, keep: (value: string) => void, complete: string) => (
    <Field label={label}>
      {(id) => (
        <Input.Password
          id={id}
          value={value}
          autoFocus={complete === 'current-password'}
          autoComplete={complete}
          onChange={({ target }) => keep(target.value)}
          required
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={(event) => void save(event)} className="sign-in-form">
      <p>{words.why}</p>
      {secret(words.now, old, keepOld, 'current-password')}
      {secret(words.next, next, keepNext, 'new-password')}
      {secret(words.again, same, keepSame, 'new-password')}
      <p className="sign-in-rules">{words.rules}</p>
      {trouble !== undefined && <Alert type="error" showIcon title={trouble} role="alert" />}
      <Button type="primary" htmlType="submit" block loading={isBusy} size="large">
        {words.save}
      </Button>
    </form>
  );
}
