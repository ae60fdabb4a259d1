/** The tabs of 管理 one's posts open; a tab without the right is absent. */
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import type { Role } from '../../../src/platform/access/contract.ts';
import { Empty } from '../parts/states.tsx';
import { NotAllowed } from '../shell/broken.tsx';
import { useWords } from '../shell/language.tsx';
import { useOpens } from '../shell/session.tsx';
import { adminWords } from './words.ts';
import type { zh } from './words.zh.ts';
import '../parts/list.css';
import '../parts/tabs.css';
import './admin.css';

interface Tab {
  readonly word: keyof typeof zh.tabs;
  readonly to: string;
  readonly roles: readonly Role[];
  readonly wide?: readonly Role[];
}

const TABS: readonly Tab[] = [
  { word: 'system', to: '/admin/system', roles: ['systemAdmin'] },
  { word: 'units', to: '/admin/units', roles: ['systemAdmin'] },
  { word: 'audit', to: '/admin/audit', roles: ['auditAdmin'] },
  { word: 'people', to: '/admin/people', roles: ['securityAdmin', 'auditAdmin'] },
  { word: 'rounds', to: '/admin/rounds', roles: [], wide: ['office'] },
];

const useTabs = (): readonly Tab[] => TABS.filter(useOpens());

export function AdminScreen() {
  const say = useWords(adminWords);
  const tabs = useTabs();
  const { pathname } = useLocation();
  // The tab of others: its lists would come empty and read as if there was nothing.
  const isOthers = TABS.some(({ to }) => to === pathname) && !tabs.some(({ to }) => to === pathname);
  return (
    <div className="admin">
      <nav className="tabs" aria-label={say.title}>
        {tabs.map(({ word, to }) => (
          <Link key={to} to={to} className="tab" activeOptions={{ includeSearch: false }}>
            {say.tabs[word]}
          </Link>
        ))}
      </nav>
      <div className="admin-work">
        {tabs.length === 0 ? <Empty>{say.nothing}</Empty> : isOthers ? <NotAllowed /> : <Outlet />}
      </div>
    </div>
  );
}

export function FirstTab() {
  const [first] = useTabs();
  return first === undefined ? null : <Navigate to={first.to} replace />;
}
