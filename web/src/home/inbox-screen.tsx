/** Messages: one line each, what happened where and when. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { NoticeList } from '../../../src/review/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { printTraced } from '../parts/trace/trace.tsx';
import { AnswerQuestion } from '../review/questions/answer-question.tsx';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useHolds } from '../shell/session.tsx';
import { shellWords } from '../shell/words.ts';
import './inbox.css';

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
      <ul className="inbox">
        {data?.map(({ notice, kind, says, data: about, at, read_at }) => (
          <li key={notice} className={read_at === null ? 'inbox-unread' : undefined}>
            {read_at === null ? <span className="inbox-new" role="img" aria-label={say.unreadMark} /> : <span />}
            <Link {...wayTo(kind, fills, about)} search={(before) => ({ ...before, ...placeOf(kind, about) })}>
              {says}
            </Link>
            {kind === 'figure.ask' && <AnswerQuestion notice={notice} says={says} />}
            <time dateTime={at}>{printWhen(at, language)}</time>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

const wayTo = (kind: string, fills: boolean, about: unknown) =>
  ({
    to:
      kind === 'report.ask'
        ? `/report/${(about as { readonly report: string }).report}`
        : kind === 'exception.ask'
          ? '/exceptions'
          : kind === 'figure.answer'
            ? '/inbox'
            : fills
              ? '/collect'
              : '/review',
  }) as const;

const PLACES = ['task', 'subject', 'item', 'exception'] as const;

/** What a notice is about: a task, a cell of it, an exception to be decided; an answer is read beside its figure's source. */
const placeOf = (
  kind: string,
  about: unknown,
): Readonly<Partial<Record<(typeof PLACES)[number] | 'trace', string>>> => {
  const told = (about ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === 'figure.answer') return { trace: printTraced({ unit: String(told.subject), item: String(told.item) }) };
  return Object.fromEntries(PLACES.flatMap((name) => (typeof told[name] === 'string' ? [[name, told[name]]] : [])));
};
