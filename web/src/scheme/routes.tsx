/** 方案: what is asked, read by all who are asked; drafts and publishing for the scheme administrator. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const PARTS = [
  'indicators',
  'items',
  'ledgers',
  'forms',
  'checks',
  'clauses',
  'diff',
  'draft',
  'formula',
] as const;
export type Part = (typeof PARTS)[number];

export interface SchemeSearch {
  /** `duty-2025/1`; the newest where none is named. */
  readonly version?: string;
  readonly part?: Part;
  readonly indicator?: string;
  readonly item?: string;
  readonly q?: string;
  /** The version compared with. */
  readonly from?: string;
}

const KEYS = ['version', 'indicator', 'item', 'q', 'from'] as const;

export const schemeRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/scheme',
    validateSearch: (given: Record<string, unknown>): SchemeSearch => ({
      ...Object.fromEntries(
        KEYS.flatMap((key) =>
          typeof given[key] === 'string' || typeof given[key] === 'number' ? [[key, String(given[key])]] : [],
        ),
      ),
      ...(PARTS.some((part) => part === given.part) ? { part: given.part as Part } : {}),
    }),
    component: lazyRouteComponent(() => import('./scheme-screen.tsx'), 'SchemeScreen'),
  }),
] as const;
