/** Dialogs over one account: a post given, posts handed over, a password set anew. */
import { useState } from 'react';
import type { PasswordReset, PostsHanded } from '../../../src/platform/access/replies.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { standing } from './account-drawer.tsx';
import type { Account } from './accounts.ts';
import { OneTime } from './one-time.tsx';
import { DayField, PostFields, type PostTyped } from './post-fields.tsx';
import type { Register } from './register.ts';
import { accessWords } from './words.ts';

const changes = ['/accounts'];

export function GivePost({
  account,
  register,
  leave,
}: {
  readonly account: Account;
  readonly register: Register;
  leave(): void;
}) {
  const say = useWords(accessWords);
  const said = useSaid();
  const [post, give] = useState<PostTyped>({ role: 'reporter' });
  const tellIt = useTell<PostTyped>(
    (given) => ({ method: 'POST', path: `/accounts/${account.account}/posts`, body: { post: given } }),
    { changes },
  );
  const act = async (): Promise<void> => {
    await tellIt.mutateAsync(post);
    said.done(say.doneGive);
  };
  return (
    <ActDialog title={say.give} verb={say.give} isReady={post.unit !== undefined} act={act} leave={leave}>
      <PostFields post={post} register={register} give={give} />
    </ActDialog>
  );
}

export function HandOver({
  account,
  accounts,
  leave,
}: {
  readonly account: Account;
  readonly accounts: readonly Account[];
  leave(): void;
}) {
  const say = useWords(accessWords);
  const marks = useWords(punctuation);
  const said = useSaid();
  const [to, keepTo] = useState('');
  const [day, keepDay] = useState('');
  const handOver = useTell<object, PostsHanded>((body) => ({ method: 'POST', path: '/posts/hand-over', body }), {
    changes,
  });
  const act = async (): Promise<void> => {
    const { moved } = await handOver.mutateAsync({ from: account.account, to, ...(day === '' ? {} : { day }) });
    said.done(say.doneHandOver(moved.length));
  };
  return (
    <ActDialog title={say.handOver} verb={say.handOver} isReady={to !== ''} act={act} leave={leave}>
      <p>{say.handOverBody(standing(account).length)}</p>
      <Field label={say.handOverTo}>
        {(id) => (
          <select id={id} className="select" value={to} onChange={({ target }) => keepTo(target.value)}>
            <option value="" />
            {accounts
              .filter((each) => each.account !== account.account && each.state === 'active')
              .map((each) => (
                <option key={each.account} value={each.account}>
                  {each.name}
                  {marks.aside(each.login)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <DayField label={say.day} give={keepDay} />
    </ActDialog>
  );
}

export function ResetPassword({ account, leave }: { readonly account: Account; leave(): void }) {
  const say = useWords(accessWords);
  const [totp, keep] = useState(false);
  const [made, show] = useState<PasswordReset>();
  const reset = useTell<object, PasswordReset>(
    (body) => ({ method: 'POST', path: `/accounts/${account.account}/password-reset`, body }),
    { changes },
  );
  if (made !== undefined)
    return (
      <OneTime
        title={say.oneTime}
        note={say.oneTimeNote}
        lines={[
          [say.login, account.login],
          [say.oneTime, made.password],
        ]}
        leave={leave}
      />
    );
  return (
    <ActDialog
      title={say.reset}
      verb={say.reset}
      isGrave
      act={async () => show(await reset.mutateAsync({ totp }))}
      leave={leave}
      done={() => undefined}
    >
      <p>{say.resetBody}</p>
      <label>
        <input type="checkbox" checked={totp} onChange={({ target }) => keep(target.checked)} /> {say.resetTotp}
      </label>
    </ActDialog>
  );
}
