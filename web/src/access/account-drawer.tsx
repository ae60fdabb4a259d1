/** One account: its posts, what can be done with it, and the persons who share it. */
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Role } from '../../../src/platform/access/contract.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { punctuation } from '../parts/punctuation.ts';
import { tell } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useHolds } from '../shell/session.tsx';
import { shellWords } from '../shell/words.ts';
import { GivePost, HandOver, ResetPassword } from './account-acts.tsx';
import type { Account } from './accounts.ts';
import { Persons } from './persons.tsx';
import type { Register } from './register.ts';
import { accessWords } from './words.ts';

interface Given {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly register: Register;
  leave(): void;
}
type Dialog = 'give' | 'handOver' | 'reset';

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
export const standing = ({ posts }: Account): Account['posts'] =>
  posts.filter(({ ends }) => ends === null || ends > today());

export function AccountDrawer({ account, accounts, register, leave }: Given) {
  const say = useWords(accessWords);
  const marks = useWords(punctuation);
  const { roles } = useWords(shellWords);
  const confirm = useConfirm();
  const said = useSaid();
  const mayKeep = useHolds('securityAdmin') && account.state === 'active';
  const [dialog, open] = useState<Dialog>();
  const act = useTell<{ path: string; words: string; body?: object }>(
    ({ path, body = {} }) => ({ method: 'POST', path, body }),
    { changes: ['/accounts'] },
  );
  const carryOut = (path: string, words: string, body?: object): void =>
    act.mutate(
      { path, words, ...(body === undefined ? {} : { body }) },
      { onSuccess: () => said.done(words), onError: said.refused },
    );
  const nameOf = ({ role, unit, dept }: Account['posts'][number]): string =>
    [register.nameOf(unit), dept === '' ? '' : register.deptName(dept), roles[role as Role]]
      .filter(Boolean)
      .join(' · ');
  const endPost = async (post: Account['posts'][number]): Promise<void> => {
    const body = say.endBody(account.name, nameOf(post));
    if (await confirm({ title: say.end, body, verb: say.end, isGrave: true }))
      carryOut(`/posts/${post.post}/end`, say.doneEnd);
  };
  const closeAccount = async (): Promise<void> => {
    if (await confirm({ title: say.close, body: say.closeBody(account.name), verb: say.close, isGrave: true }))
      carryOut(`/accounts/${account.account}/close`, say.doneClose);
  };
  const endSessions = async (): Promise<void> => {
    await tell({ method: 'POST', path: '/sessions/revoke', body: { account: account.account } }).then(
      () => said.done(say.sessionsEnded),
      said.refused,
    );
  };
  return (
    <Drawer
      open
      size={460}
      onClose={leave}
      title={`${account.name}${marks.aside(account.login)}`}
      mask={false}
      aria-label={account.name}
    >
      <section aria-label={say.posts}>
        <ul className="people-posts">
          {account.posts.map((post) => (
            <li key={post.post}>
              <span>
                {nameOf(post)}
                <br />
                <small>
                  {say.from(post.begins)} {post.ends !== null && say.ended(post.ends)}
                </small>
              </span>
              {mayKeep && standing(account).includes(post) && (
                <Button size="small" onClick={() => void endPost(post)}>
                  {say.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayKeep && (
          <div className="row">
            <Button onClick={() => open('give')}>{say.give}</Button>
            <Button onClick={() => open('handOver')} disabled={standing(account).length === 0}>
              {say.handOver}
            </Button>
          </div>
        )}
      </section>
      {mayKeep && (
        <>
          <section className="people-acts row">
            <Button onClick={() => open('reset')}>{say.reset}</Button>
            <Button onClick={() => void endSessions()}>{say.endSessions}</Button>
            <Button danger onClick={() => void closeAccount()}>
              {say.close}
            </Button>
          </section>
          <Persons account={account} />
        </>
      )}
      {dialog === 'give' && <GivePost account={account} register={register} leave={() => open(undefined)} />}
      {dialog === 'handOver' && <HandOver account={account} accounts={accounts} leave={() => open(undefined)} />}
      {dialog === 'reset' && <ResetPassword account={account} leave={() => open(undefined)} />}
    </Drawer>
  );
}
