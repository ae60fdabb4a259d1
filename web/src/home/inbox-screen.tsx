/** Messages: one line each, what happened where and when. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { NoticeList } from '../../../src/review/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useHolds } from '../shell/session.tsx';
import { shellWords } from '../shell/words.ts';

export function InboxScreen() {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk<NoticeList>('/notices');
  const fills = useHolds('reporter');
  const unread = (data ?? []).filter(({ read_at }) => read_at === null).map(({ notice }) => notice);
  const read = useTell(() => ({ method: 'POST', path: '/notices/read', body: { notices: unread } }), {
    changes: ['/notices'],
  });
  return (
    <Screen
      title={say.rail.inbox}
      actions={
        <Button disabled={unread.length === 0} loading={read.isPending} onClick={() => read.mutate(undefined)}>
          {say.markRead}
        </Button>
      }
    >
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <Empty>{say.noInbox}</Empty>}
      <ul>
        {data?.map(({ notice, kind, says, data: about, at, read_at }) => (
          <li key={notice} style={{ padding: '10px 16px', fontWeight: read_at === null ? 600 : 400 }}>
            <Link {...wayTo(kind, fills)} search={(before) => ({ ...before, ...placeOf(about) })}>
              {says}
            </Link>{' '}
            <time dateTime={at}>{printWhen(at, language)}</time>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

const wayTo = (kind: string, fills: boolean) =>
  ({ to: kind === 'exception.ask' ? '/exceptions' : fills ? '/collect' : '/review' }) as const;

const PLACES = ['task', 'subject', 'item', 'exception'] as const;

/** What a notice is about: a task, a cell of it, or an exception to be decided. */
const placeOf = (about: unknown): Readonly<Partial<Record<(typeof PLACES)[number], string>>> => {
  const told = (about ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(PLACES.flatMap((name) => (typeof told[name] === 'string' ? [[name, told[name]]] : [])));
};
