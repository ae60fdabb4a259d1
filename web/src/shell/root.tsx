/** The routes every stage hangs its own on: the root with the round in the address, and the frame around the screens. */
import { createRootRoute, createRoute, Outlet, retainSearchParams } from '@tanstack/react-router';
import { Broken, NotFound } from './broken.tsx';
import { Frame } from './frame.tsx';

export interface RootSearch {
  /** Code of the round one works in; kept across links. */
  readonly round?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: ({ round }: Record<string, unknown>): RootSearch => (typeof round === 'string' ? { round } : {}),
  search: { middlewares: [retainSearchParams(['round'])] },
  component: Outlet,
  notFoundComponent: NotFound,
});

export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  errorComponent: Broken,
});
