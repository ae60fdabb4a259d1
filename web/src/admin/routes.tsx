/** 管理: one screen with a tab for each right, and what is one's own. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

/** Filters, the row that is open and the dialog over it stand in the address. */
export interface AdminSearch {
  readonly q?: string;
  readonly role?: string;
  readonly open?: string;
  readonly on?: string;
  readonly action?: string;
  readonly person?: string;
  readonly unit?: string;
  readonly since?: string;
  readonly until?: string;
}

const KEYS = ['q', 'role', 'open', 'on', 'action', 'person', 'unit', 'since', 'until'] as const;
const validateSearch = (given: Record<string, unknown>): AdminSearch =>
  Object.fromEntries(
    KEYS.flatMap((key) =>
      typeof given[key] === 'string' || typeof given[key] === 'number' ? [[key, String(given[key])]] : [],
    ),
  );

export const adminRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin-screen.tsx'), 'AdminScreen'),
});

export const adminRoutes = [
  adminRoute.addChildren([
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/',
      component: lazyRouteComponent(() => import('./admin-screen.tsx'), 'FirstTab'),
    }),
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/people',
      component: lazyRouteComponent(() => import('../access/people-panel.tsx'), 'PeoplePanel'),
    }),
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/units',
      component: lazyRouteComponent(() => import('../org/units-panel.tsx'), 'UnitsPanel'),
    }),
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/rounds',
      component: lazyRouteComponent(() => import('../rounds/rounds-panel.tsx'), 'RoundsPanel'),
    }),
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/system',
      component: lazyRouteComponent(() => import('../system/system-panel.tsx'), 'SystemPanel'),
    }),
    createRoute({
      getParentRoute: () => adminRoute,
      validateSearch,
      path: '/audit',
      component: lazyRouteComponent(() => import('../audit/audit-panel.tsx'), 'AuditPanel'),
    }),
  ]),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/me',
    component: lazyRouteComponent(() => import('../access/me-screen.tsx'), 'MeScreen'),
  }),
] as const;
