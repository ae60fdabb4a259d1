/** The tabs of 管理 one's posts open; a tab without the right is absent. */
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import type { Role } from '../../../src/platform/access/contract.ts';
import { Empty } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { useSignedIn } from '../shell/session.tsx';
import { adminWords } from './words.ts';
import type { zh } from './words.zh.ts';
import '../parts/list.css';
import '../parts/tabs.css';
import './admin.css';

interface Tab {
  readonly word: keyof typeof zh.tabs;
  readonly to: string;
  readonly roles: readonly Role[];
}

const TABS: readonly Tab[] = [
  { word: 'system', to: '/admin/system', roles: ['systemAdmin'] },
  { word: 'units', to: '/admin/units', roles: ['systemAdmin'] },
  { word: 'audit', to: '/admin/audit', roles: ['auditAdmin'] },
  { word: 'people', to: '/admin/people', roles: ['securityAdmin', 'auditAdmin'] },
  { word: 'rounds', to: '/admin/rounds', roles: ['office'] },
];

function useTabs(): readonly Tab[] {
  const { session } = useSignedIn();
  const held = new Set(typeof session === 'object' ? session.posts.map(({ role }) => role) : []);
  return TABS.filter(({ roles }) => roles.some((role) => held.has(role)));
}

export function AdminScreen() {
  const say = useWords(adminWords);
  const tabs = useTabs();
  return (
    <div className="admin">
      <nav className="tabs" aria-label={say.title}>
        {tabs.map(({ word, to }) => (
          <Link key={to} to={to} className="tab" activeOptions={{ includeSearch: false }}>
            {say.tabs[word]}
          </Link>
        ))}
      </nav>
      <div className="admin-work">{tabs.length === 0 ? <Empty>{say.nothing}</Empty> : <Outlet />}</div>
    </div>
  );
}

export function FirstTab() {
  const [first] = useTabs();
  return first === undefined ? null : <Navigate to={first.to} replace />;
}
