/** Routes of all stages, in the order of the flow. */
import type { Route } from './platform/index.ts';

export const ROUTES: readonly Route[] = [];
