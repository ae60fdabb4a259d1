/** All routes; each stage lists its own, and its screens come as chunks of their own. */
import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from '../admin/routes.tsx';
import { collectRoutes } from '../collect/routes.tsx';
import { evaluateRoutes } from '../evaluate/routes.tsx';
import { helpRoutes } from '../help/routes.tsx';
import { homeRoutes } from '../home/routes.tsx';
import { reportRoutes } from '../report/routes.tsx';
import { reviewRoutes } from '../review/routes.tsx';
import { schemeRoutes } from '../scheme/routes.tsx';
import { Broken, NotFound } from './broken.tsx';
import { frameRoute, rootRoute } from './root.tsx';

const routeTree = rootRoute.addChildren([
  frameRoute.addChildren([
    // One line a stage.
    ...homeRoutes,
    ...schemeRoutes,
    ...collectRoutes,
    ...reviewRoutes,
    ...evaluateRoutes,
    ...reportRoutes,
    ...adminRoutes,
    ...helpRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
