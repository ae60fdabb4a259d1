/** The routes every stage hangs its own on: the root with the round in the address, and the frame around the screens. */
import { createRootRoute, createRoute, Outlet, retainSearchParams } from '@tanstack/react-router';
import { Broken, NotFound } from './broken.tsx';
import { Frame } from './frame.tsx';

export interface RootSearch {
  /** Code of the round one works in; kept across links. */
  readonly round?: string;
  /** What the drawer 「数据来源」 walks back. */
  readonly trace?: string | undefined;
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const rootRoute = createRootRoute({
  validateSearch: (given: Record<string, unknown>): RootSearch => {
    const [round, trace] = [wordOf(given.round), wordOf(given.trace)];
    return { ...(round === undefined ? {} : { round }), ...(trace === undefined ? {} : { trace }) };
  },
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
