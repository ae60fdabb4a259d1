/** An account opened for one person, with the first post; its one-time password is shown once. */
import { useState } from 'react';
import type { AccountAdded } from '../../../src/platform/access/replies.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { OneTime } from './one-time.tsx';
import { PostFields, type PostTyped } from './post-fields.tsx';
import type { Register } from './register.ts';
import { accessWords } from './words.ts';

export function AddPerson({ register, leave }: { readonly register: Register; leave(): void }) {
  const say = useWords(accessWords);
  const [name, keepName] = useState('');
  const [login, keepLogin] = useState('');
  const [mail, keepMail] = useState('');
  const [post, give] = useState<PostTyped>({ role: 'reporter' });
  const [made, show] = useState<AccountAdded>();
  const add = useTell<object, AccountAdded>((body) => ({ method: 'POST', path: '/accounts', body }), {
    changes: ['/accounts'],
  });
  if (made !== undefined)
    return (
      <OneTime
        title={say.opened}
        note={say.oneTimeNote}
        lines={[
          [say.login, made.login],
          [say.oneTime, made.password ?? ''],
        ]}
        leave={leave}
      />
    );
  const text = (label: string, value: string, keep: (value: string) => void, type = 'text', isNeeded = true) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input"
          type={type}
          value={value}
          required={isNeeded}
          autoComplete="off"
          onChange={({ target }) => keep(target.value)}
        />
      )}
    </Field>
  );
  return (
    <ActDialog
      title={say.add}
      verb={say.add}
      isReady={post.unit !== undefined && name.trim() !== '' && login.trim() !== ''}
      act={async () => {
        const body = { name: name.trim(), login: login.trim(), ...(mail === '' ? {} : { mail }), post };
        show(await add.mutateAsync(body));
      }}
      leave={leave}
      done={() => undefined}
    >
      {text(say.name, name, keepName)}
      {text(say.login, login, keepLogin)}
      {text(say.mail, mail, keepMail, 'email', false)}
      <PostFields post={post} register={register} give={give} />
    </ActDialog>
  );
}
