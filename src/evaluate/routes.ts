import { type Route, route } from '../platform/index.ts';
import { listResults, readResult } from './round/results.ts';
import { walkFigure } from './round/walk.ts';

export const evaluateRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rounds/:round/results',
    action: listResults,
    summary: { zh: '各单位得分和等次', en: 'Score and grade of each unit' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/results/:unit',
    action: readResult,
    summary: { zh: '一个单位逐项得分和理由', en: 'One unit leaf by leaf, with the reasons' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/walk/:unit/:item',
    action: walkFigure,
    summary: { zh: '这个数从哪来', en: 'Where a figure comes from' },
  }),
];
