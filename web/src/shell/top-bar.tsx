/** Mark, unit, round, notices and the person; the search box is the stage's own. */
import { Link, useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { NoticeList } from '../../../src/review/replies.ts';
import { Icon } from '../parts/icon.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { useAsk } from './asking.ts';
import { useLanguage, useWords } from './language.tsx';
import { useRounds } from './round.tsx';
import { Search } from './search.tsx';
import { useSignedIn, useWho } from './session.tsx';
import { shellWords } from './words.ts';

export function TopBar() {
  const say = useWords(shellWords);
  const { posts } = useWho();
  const [first] = posts;
  return (
    <header className="frame-top">
      <Link to="/" className="frame-mark" aria-label={say.name}>
        <img src="/mark.svg" alt="" />
        <span>{say.name}</span>
      </Link>
      <span className="frame-unit">{first?.unitName}</span>
      <RoundSwitch />
      <span className="frame-gap" />
      <Search />
      <Bell />
      <Person />
    </header>
  );
}

function RoundSwitch() {
  const say = useWords(shellWords);
  const { round, rounds, turnTo } = useRounds();
  if (round === undefined) return null;
  return (
    <select
      className="frame-round"
      aria-label={say.rounds}
      value={round.round}
      onChange={({ target }) => turnTo(target.value)}
    >
      {rounds.map(({ round: code, name, year }) => (
        <option key={code} value={code}>
          {say.roundName(name, year)}
        </option>
      ))}
    </select>
  );
}

function Bell() {
  const say = useWords(shellWords);
  const marks = useWords(punctuation);
  const unread = useAsk<NoticeList>('/notices').data?.filter(({ read_at }) => read_at === null).length ?? 0;
  return (
    <Link
      to="/inbox"
      className="frame-bell"
      aria-label={unread > 0 ? `${say.notices}${marks.comma}${say.unread(unread)}` : say.notices}
    >
      <Icon name="bell" size={20} />
      {unread > 0 && (
        <span className="frame-count" aria-hidden>
          {unread}
        </span>
      )}
    </Link>
  );
}

function Person() {
  const say = useWords(shellWords);
  const { person, posts } = useWho();
  const { signOut } = useSignedIn();
  const { language, speak } = useLanguage();
  const [first] = posts;
  const navigate = useNavigate();
  const items = [
    { key: 'me', label: say.me, onClick: () => void navigate({ to: '/me' }) },
    { key: 'language', label: say.language, onClick: () => speak(language === 'zh' ? 'en' : 'zh') },
    { key: 'out', label: say.signOut, onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="plain-button frame-person">
        {person}
        {first !== undefined && (
          <small>
            {first.deptName === '' ? first.unitName : first.deptName} · {say.roles[first.role]}
          </small>
        )}
      </button>
    </Dropdown>
  );
}
