/** Routes of all stages, in the order of the flow. */
import { collectRoutes } from '../collect/index.ts';
import { evaluateRoutes } from '../evaluate/index.ts';
import { orgRoutes } from '../org/index.ts';
import { auditRoutes, type Route } from '../platform/index.ts';
import { reportRoutes } from '../report/index.ts';
import { reviewRoutes } from '../review/index.ts';
import { schemeRoutes } from '../scheme/index.ts';
import { searchRoutes } from '../search/index.ts';

export const ROUTES: readonly Route[] = [
  ...auditRoutes,
  ...orgRoutes,
  ...schemeRoutes,
  ...collectRoutes,
  ...reviewRoutes,
  ...evaluateRoutes,
  ...reportRoutes,
  ...searchRoutes,
];
