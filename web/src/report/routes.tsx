/** 报告: the list, the reader, the studio. Version, view, opened side and chosen blank stand in the address. */
import { createRoute, lazyRouteComponent, useNavigate, useSearch } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const SIDES = ['contents', 'findings', 'remarks', 'changes', 'history'] as const;
export type Side = (typeof SIDES)[number];
export const VIEWS = ['marked', 'clean', 'compare'] as const;
export type View = (typeof VIEWS)[number];

export interface ReaderSearch {
  readonly version?: number;
  readonly side?: Side;
  readonly view?: View;
  /** Version it is compared with. */
  readonly with?: number;
}

const numberOf = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined;

export const reportRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/report',
    component: lazyRouteComponent(() => import('./list-screen.tsx'), 'ReportListScreen'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/report/$report',
    validateSearch: (search: Record<string, unknown>): ReaderSearch => {
      const [version, against] = [numberOf(search.version), numberOf(search.with)];
      return {
        ...(version === undefined ? {} : { version }),
        ...(against === undefined ? {} : { with: against }),
        ...(SIDES.includes(search.side as Side) ? { side: search.side as Side } : {}),
        ...(VIEWS.includes(search.view as View) ? { view: search.view as View } : {}),
      };
    },
    component: lazyRouteComponent(() => import('./reader/reader-screen.tsx'), 'ReaderScreen'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/report/studio/$template',
    validateSearch: (search: Record<string, unknown>): { readonly blank?: string; readonly state?: string } => ({
      ...(typeof search.blank === 'string' ? { blank: search.blank } : {}),
      ...(typeof search.state === 'string' ? { state: search.state } : {}),
    }),
    component: lazyRouteComponent(() => import('./studio/studio-screen.tsx'), 'StudioScreen'),
  }),
] as const;

/** What the address says, on the reader. */
export const useReaderSearch = (): ReaderSearch => useSearch({ strict: false }) as ReaderSearch;

export interface StudioSearch {
  readonly blank?: string;
  readonly state?: string;
}
/** And on the studio. */
export const useStudioSearch = (): StudioSearch => useSearch({ strict: false }) as StudioSearch;

/** Changes the address in place: what is left out of `next` stays, `undefined` goes. */
export function useTurn<Search extends ReaderSearch | StudioSearch>(): (next: Partial<Search>) => void {
  const navigate = useNavigate();
  return (next) =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, ...next })) as never,
      replace: true,
      // Otherwise list and text go back to where they were scrolled before.
      resetScroll: false,
    });
}
