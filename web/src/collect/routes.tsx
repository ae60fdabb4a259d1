/** Filling in, and the evidence behind it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export interface CollectSearch {
  readonly task?: string;
  /** Code of a form, `ledger:CODE` for a ledger. */
  readonly form?: string;
  /** The cell: its item, and in a list its school. */
  readonly item?: string;
  readonly subject?: string;
  readonly only?: 'returned' | 'found' | 'all';
  readonly open?: 'import';
  /** Code of the round whose figures are taken over. */
  readonly from?: string;
}

const text = (of: unknown): string | undefined => (typeof of === 'string' && of !== '' ? of : undefined);
const given = <K extends string>(key: K, of: unknown): { readonly [P in K]?: string } => {
  const found = text(of);
  return (found === undefined ? {} : { [key]: found }) as { readonly [P in K]?: string };
};

const readCollect = (raw: Record<string, unknown>): CollectSearch => ({
  ...given('task', raw.task),
  ...given('form', raw.form),
  ...given('item', raw.item),
  ...given('subject', raw.subject),
  ...(raw.only === 'returned' || raw.only === 'found' || raw.only === 'all' ? { only: raw.only } : {}),
  ...(raw.open === 'import' ? { open: raw.open } : {}),
  ...given('from', raw.from),
});

export interface EvidenceSearch {
  /** The record that is open. */
  readonly open?: string;
  readonly words?: string;
  readonly indicator?: string;
  readonly mode?: 'upload' | 'pages' | 'onsite';
}
const readEvidence = (raw: Record<string, unknown>): EvidenceSearch => ({
  ...given('open', raw.open),
  ...given('words', raw.words),
  ...given('indicator', raw.indicator),
  ...(raw.mode === 'upload' || raw.mode === 'pages' || raw.mode === 'onsite' ? { mode: raw.mode } : {}),
});

export interface SectionSearch {
  readonly unit?: string;
  readonly section?: string;
}
const readSection = (raw: Record<string, unknown>): SectionSearch => ({
  ...given('unit', typeof raw.unit === 'number' ? String(raw.unit) : raw.unit),
  ...given('section', raw.section),
});

export const collectRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/collect',
    validateSearch: readCollect,
    component: lazyRouteComponent(() => import('./collect-screen.tsx'), 'CollectScreen'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/evidence',
    validateSearch: readEvidence,
    component: lazyRouteComponent(() => import('./evidence/evidence-screen.tsx'), 'EvidenceScreen'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/sections',
    validateSearch: readSection,
    component: lazyRouteComponent(() => import('./sections/sections-screen.tsx'), 'SectionsScreen'),
  }),
] as const;
