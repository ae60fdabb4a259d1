/** 审核: the queue, with the task that is looked at and the filter in the address. */
import { createRoute, lazyRouteComponent, useSearch } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const PILES = ['look', 'clean', 'returned'] as const;
export type Pile = (typeof PILES)[number];
export const VIEWS = ['judge', 'changed', 'all'] as const;
export interface ReviewSearch {
  readonly task?: string;
  readonly pile?: Pile;
  readonly view?: (typeof VIEWS)[number];
}

const reviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/review',
  validateSearch: ({ task, pile, view }: Record<string, unknown>): ReviewSearch => ({
    ...(typeof task === 'string' ? { task } : {}),
    ...(PILES.includes(pile as never) ? { pile: pile as Pile } : {}),
    ...(VIEWS.includes(view as never) ? { view: view as (typeof VIEWS)[number] } : {}),
  }),
  component: lazyRouteComponent(() => import('./review-screen.tsx'), 'ReviewScreen'),
});
export interface ExceptionSearch {
  /** The one a message is about. */
  readonly exception?: string;
}
const exceptionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/exceptions',
  validateSearch: ({ exception }: Record<string, unknown>): ExceptionSearch =>
    typeof exception === 'string' ? { exception } : {},
  component: lazyRouteComponent(() => import('./exceptions/exceptions-screen.tsx'), 'ExceptionsScreen'),
});
export const reviewRoutes = [reviewRoute, exceptionsRoute] as const;

/** What the address says, on this screen. */
export const useReviewSearch = (): ReviewSearch => useSearch({ strict: false }) as ReviewSearch;
export const useExceptionSearch = (): ExceptionSearch => useSearch({ strict: false }) as ExceptionSearch;
