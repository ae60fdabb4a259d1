/** One box for everything: what of all stages has these words, as far as the asker may see it. */
import { type Route, route } from '../platform/index.ts';
import { findAnything } from './find.ts';

export const searchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/search',
    action: findAnything,
    summary: {
      zh: '搜索指标、数据项、单位、报告、佐证',
      en: 'Indicators, items, units, reports and evidence with these words',
    },
  }),
];
