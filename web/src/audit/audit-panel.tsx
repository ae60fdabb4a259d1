/** 审计: who did what, about what, when and from where; the chain and its verification. The auditor changes nothing. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { AuditRows } from '../../../src/platform/audit/replies.ts';
import type { AdminSearch } from '../admin/routes.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { printWhen } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { ask, download, type Refused } from '../shell/api.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useActionWords } from './action-words.ts';
import { Chain, VerifyButton } from './chain.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { auditWords } from './words.ts';
import './audit.css';

const PAGE = 100;

export function AuditPanel() {
  const say = useWords(auditWords);
  const said = useSaid();
  const search = useSearch({ from: '/frame/admin/audit' });
  const navigate = useNavigate({ from: '/admin/audit' });
  const asked = queryOf(search);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery<AuditRows, Refused>({
    queryKey: ['/audit', asked],
    queryFn: ({ pageParam, signal }) =>
      ask<AuditRows>(`/audit?${new URLSearchParams([...asked, ...afterOf(pageParam)])}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.entry),
    staleTime: 0,
  });
  const rows = data?.pages.flat();
  const turn = (change: AdminSearch): void =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== '')),
      replace: true,
    });
  const takeAway = (): void => void download(`/audit/export?${new URLSearchParams([...asked])}`).catch(said.refused);
  const chosen = rows?.find(({ entry }) => entry === search.open);
  return (
    <Screen
      title={say.title}
      note={<Chain />}
      actions={
        <>
          <Button onClick={takeAway}>{say.export}</Button>
          <VerifyButton />
        </>
      }
    >
      <Filters search={search} turn={turn} />
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {rows === undefined && error === null && <Waiting rows={12} />}
      {rows?.length === 0 && <Empty>{say.none}</Empty>}
      {rows !== undefined && rows.length > 0 && (
        <Rows rows={rows} open={search.open} choose={(entry) => turn({ open: entry })} />
      )}
      {hasNextPage && (
        <p className="more">
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {say.more}
          </Button>
        </p>
      )}
      {chosen !== undefined && <EntryDrawer row={chosen} leave={() => turn({ open: '' })} />}
    </Screen>
  );
}

const afterOf = (entry: unknown): [string, string][] =>
  typeof entry === 'string' && entry !== '' ? [['after', entry]] : [];

/** Days are China's; until a day means with that day. */
function queryOf({ action, person, q, unit, since, until }: AdminSearch): [string, string][] {
  const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString();
  const asked: Readonly<Record<string, string | undefined>> = {
    action,
    person,
    words: q,
    unit,
    since: since === undefined ? undefined : new Date(`${since}T00:00:00+08:00`).toISOString(),
    until: until === undefined ? undefined : nextDay(until),
  };
  return Object.entries(asked).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  );
}

function Filters({ search, turn }: { readonly search: AdminSearch; turn(change: AdminSearch): void }) {
  const say = useWords(auditWords);
  const text = (label: string, key: 'person' | 'q' | 'unit') => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="search"
          className="input"
          maxLength={100}
          value={search[key] ?? ''}
          onChange={({ target }) => turn({ [key]: target.value })}
        />
      )}
    </Field>
  );
  const day = (label: string, key: 'since' | 'until') => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="input"
          value={search[key] ?? ''}
          onChange={({ target }) => turn({ [key]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <search className="filters">
      <Field label={say.stage}>
        {(id) => (
          <select
            id={id}
            className="select"
            value={search.action ?? ''}
            onChange={({ target }) => turn({ action: target.value })}
          >
            <option value="">{say.anyStage}</option>
            {Object.entries(say.stages).map(([stage, name]) => (
              <option key={stage} value={stage}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text(say.person, 'person')}
      {text(say.words, 'q')}
      {text(say.unit, 'unit')}
      {day(say.since, 'since')}
      {day(say.until, 'until')}
    </search>
  );
}

interface RowsGiven {
  readonly rows: AuditRows;
  readonly open: string | undefined;
  choose(entry: string): void;
}

function Rows({ rows, open, choose }: RowsGiven) {
  const say = useWords(auditWords);
  const { language } = useLanguage();
  const wordsOf = useActionWords();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col" className="num">
            {say.seq}
          </th>
          <th scope="col">{say.when}</th>
          <th scope="col">{say.who}</th>
          <th scope="col">{say.what}</th>
          <th scope="col">{say.about}</th>
          <th scope="col">{say.where}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, seq, at, person, action, about, object, address }) => (
          <tr key={entry} className={entry === open ? 'list-chosen' : undefined}>
            <td className="num">{seq ?? <small>{say.unsealed}</small>}</td>
            <td style={{ whiteSpace: 'nowrap' }}>{printWhen(at, language)}</td>
            <td>{person}</td>
            <td>
              <button type="button" className="plain-button" onClick={() => choose(entry)}>
                {wordsOf(action)}
              </button>
            </td>
            <td>{object ?? about}</td>
            <td>{address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
