/** 帮助: at the same place on every page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const helpRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/help',
    component: lazyRouteComponent(() => import('./help-screen.tsx'), 'HelpScreen'),
  }),
] as const;
