/** What one sees first, by role; and the messages. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home-screen.tsx'), 'HomeScreen'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox-screen.tsx'), 'InboxScreen'),
  }),
] as const;
