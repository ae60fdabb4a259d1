/** 人员: accounts with their posts; the security administrator changes them, the auditor looks. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ROLES, type Role } from '../../../src/platform/access/contract.ts';
import { Field } from '../parts/field.tsx';
import { FindField } from '../parts/find-field.tsx';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { useHolds } from '../shell/session.tsx';
import { shellWords } from '../shell/words.ts';
import { AccountDrawer, standing } from './account-drawer.tsx';
import { type Account, useAccounts } from './accounts.ts';
import { AddPerson } from './add-person.tsx';
import { ImportPeople } from './import-people.tsx';
import { type Register, useRegister } from './register.ts';
import { accessWords } from './words.ts';
import './people.css';

export function PeoplePanel() {
  const say = useWords(accessWords);
  const { roles } = useWords(shellWords);
  const { q = '', role = '', open } = useSearch({ from: '/frame/admin/people' });
  const navigate = useNavigate({ from: '/admin/people' });
  const { data, error, refetch } = useAccounts();
  const register = useRegister();
  const mayKeep = useHolds('securityAdmin');
  const [dialog, ask] = useState<'add' | 'import'>();
  const turn = (change: { readonly q?: string; readonly role?: string; readonly open?: string }): void =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => value !== '' && value !== undefined),
        ),
      replace: true,
    });
  const actions = mayKeep && (
    <>
      <Button onClick={() => ask('import')}>{say.importList}</Button>
      <Button type="primary" onClick={() => ask('add')}>
        {say.add}
      </Button>
    </>
  );
  const shown = (data ?? []).filter((account) => fits(account, q, role, register));
  const chosen = data?.find(({ account }) => account === open);
  return (
    <Screen
      title={say.people}
      state={data === undefined ? undefined : <small>{say.count(shown.length)}</small>}
      note={mayKeep ? undefined : say.readOnly}
      actions={actions}
    >
      <search className="filters">
        <FindField label={say.find} value={q} change={(text) => turn({ q: text })} />
        <Field label={say.role}>
          {(id) => (
            <select id={id} className="select" value={role} onChange={({ target }) => turn({ role: target.value })}>
              <option value="">{say.any}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {roles[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </search>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting rows={10} />}
      {data !== undefined && shown.length === 0 && <Empty>{say.none}</Empty>}
      {shown.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.login}</th>
              <th scope="col">{say.posts}</th>
              <th scope="col">{say.state}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((account) => (
              <Row
                key={account.account}
                account={account}
                register={register}
                isChosen={account.account === open}
                choose={() => turn({ open: account.account })}
              />
            ))}
          </tbody>
        </table>
      )}
      {chosen !== undefined && (
        <AccountDrawer
          key={chosen.account}
          account={chosen}
          accounts={data ?? []}
          register={register}
          leave={() => turn({ open: '' })}
        />
      )}
      {dialog === 'add' && <AddPerson register={register} leave={() => ask(undefined)} />}
      {dialog === 'import' && <ImportPeople register={register} leave={() => ask(undefined)} />}
    </Screen>
  );
}

function fits(account: Account, q: string, role: string, register: Register): boolean {
  const { name, login, posts } = account;
  const wanted = q.trim().toLowerCase();
  const words = [name, login, ...posts.map(({ unit }) => register.nameOf(unit))];
  return (
    (wanted === '' || words.some((each) => each.toLowerCase().includes(wanted))) &&
    (role === '' || posts.some((post) => post.role === role))
  );
}

interface RowGiven {
  readonly account: Account;
  readonly register: Register;
  readonly isChosen: boolean;
  choose(): void;
}

function Row({ account, register, isChosen, choose }: RowGiven) {
  const say = useWords(accessWords);
  const { roles } = useWords(shellWords);
  const { name, login, state, locked, totp } = account;
  return (
    <tr className={isChosen ? 'list-chosen' : undefined}>
      <th scope="row">
        <button type="button" className="plain-button" onClick={choose}>
          {name}
        </button>
      </th>
      <td>{login}</td>
      <td>
        {standing(account).map(({ post, unit, dept, role }) => (
          <div key={post}>
            {register.nameOf(unit)}
            {dept !== '' && ` · ${register.deptName(dept)}`} · {roles[role as Role]}
          </div>
        ))}
      </td>
      <td>
        {state === 'closed' ? say.closed : locked ? say.locked : say.active}
        {totp && (
          <>
            <br />
            <small>{say.totpOn}</small>
          </>
        )}
      </td>
    </tr>
  );
}
