/** What it amounts to. The address holds the unit, the indicator, what is shown, and the open card. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../shell/root.tsx';

export const VIEWS = ['heat', 'scores', 'spread', 'map', 'suppose', 'last'] as const;
export type View = (typeof VIEWS)[number];
export const MODES = ['lost', 'rate', 'change'] as const;
export type Mode = (typeof MODES)[number];

export interface EvaluateSearch {
  readonly view?: View;
  /** Code of the unit that is looked at; the round's own when left out. */
  readonly unit?: string | undefined;
  /** Code of the indicator whose leaves are the columns. */
  readonly at?: string | undefined;
  readonly mode?: Mode;
  /** Leaf the rows are ordered by, or `score` where that is allowed. */
  readonly by?: string | undefined;
  /** 差异系数 that is taken apart, of the unit looked at. */
  readonly item?: string | undefined;
  /** Two ends of a comparison, as `change/ends.ts` names them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Leaf whose reasons are open beside the table, of the unit looked at. */
  readonly card?: string | undefined;
}

/** Where the reasons of a unit's points stand. */
export interface Reason {
  readonly unit?: string;
  readonly at?: string;
  readonly card?: string;
}
export const reasonOf = (unit: string, leaf: string): Reason => ({ unit, at: leaf, card: leaf });

const wordIn = <W extends string>(value: unknown, words: readonly W[]): W | undefined =>
  words.find((word) => word === value);
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const evaluateSearch = (given: Record<string, unknown>): EvaluateSearch => {
  const [view, mode] = [wordIn(given.view, VIEWS), wordIn(given.mode, MODES)];
  const codes = ['unit', 'at', 'by', 'card', 'item', 'from', 'to'].flatMap((key) => {
    const code = codeOf(given[key]);
    return code === undefined ? [] : [[key, code] as const];
  });
  return {
    ...(view === undefined ? {} : { view }),
    ...(mode === undefined ? {} : { mode }),
    ...Object.fromEntries(codes),
  };
};

export const evaluateRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/evaluate',
    validateSearch: evaluateSearch,
    component: lazyRouteComponent(() => import('./evaluate-screen.tsx'), 'EvaluateScreen'),
  }),
] as const;
