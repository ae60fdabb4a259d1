import { type Route, route } from '../platform/index.ts';
import { listSchemes } from './list-schemes.ts';
import { publishScheme } from './publish-scheme.ts';

export const schemeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/schemes',
    action: listSchemes,
    summary: { zh: '已发布的方案', en: 'Published schemes' },
  }),
  route({
    method: 'POST',
    path: '/schemes',
    action: publishScheme,
    status: 201,
    summary: { zh: '发布评价方案', en: 'Publish a scheme' },
  }),
];
