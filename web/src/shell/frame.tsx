/** The frame around every screen: top bar, rail, and a place for the work. */
import { Link, Outlet } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/states.tsx';
import { TraceGiven } from '../parts/trace/trace.tsx';
import { useWords } from './language.tsx';
import { useLive } from './live.ts';
import { RAIL, type RailEntry } from './rail.ts';
import { useRounds } from './round.tsx';
import { useHolds, useOpens, useSignedIn } from './session.tsx';
import { SignInOver } from './sign-in.tsx';
import { TopBar } from './top-bar.tsx';
import { shellWords } from './words.ts';
import './frame.css';

export function Frame() {
  const say = useWords(shellWords);
  const { session, isOver } = useSignedIn();
  const { isKnown } = useRounds();
  useLive(typeof session === 'object' && !isOver);
  return (
    <div className="frame">
      <a className="frame-skip" href="#work">
        {say.skip}
      </a>
      <TopBar />
      <nav className="frame-rail" aria-label={say.menu}>
        <ul>
          {RAIL.map((entry) => (
            <RailLink key={entry.to} entry={entry} />
          ))}
          <li className="frame-rail-foot">
            <Link to="/help" className="frame-rail-link">
              <Icon name="help" size={20} />
              <span>{say.help}</span>
            </Link>
          </li>
        </ul>
      </nav>
      <main className="frame-main" id="work" tabIndex={-1}>
        <TraceGiven>{isKnown ? <Outlet /> : <Waiting />}</TraceGiven>
      </main>
      <SignInOver />
    </div>
  );
}

function RailLink({ entry }: { readonly entry: RailEntry }) {
  const say = useWords(shellWords);
  const isReader = useHolds('reader');
  const opens = useOpens();
  const { word, icon, to, onPhone } = entry;
  if (!opens(entry)) return null;
  return (
    <li className={onPhone ? undefined : 'frame-rail-wide'}>
      <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="frame-rail-link">
        <Icon name={icon} size={20} />
        <span>{word === 'home' && isReader ? say.rail.overview : say.rail[word]}</span>
      </Link>
    </li>
  );
}
