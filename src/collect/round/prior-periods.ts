/** Which period of each item is last year's. */
import { periodOf, printPeriod } from '../../kernel/index.ts';
import type { RoundContext } from './rounds.store.ts';

export const priorPeriods = ({ scheme }: Pick<RoundContext, 'scheme'>): ReadonlyMap<string, string> =>
  new Map([...scheme.items.values()].map(({ code, period }) => [code, printPeriod(periodOf(period, scheme.year, -1))]));
