import { type Route, route } from '../platform/index.ts';
import { readMatrix } from './round/matrix.ts';
import { listResults, readResult } from './round/results.ts';
import { walkFigure } from './round/walk.ts';
import { whatIf } from './round/what-if.ts';
import { proposeScore, stateScore, verifyScore } from './scores/give-score.ts';
import { listScores } from './scores/list-scores.ts';

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
    path: '/rounds/:round/matrix',
    action: readMatrix,
    // Both revisions in one number, as each is far below 2^32.
    edition: { of: ({ revision, prior }) => (revision << 32n) | (prior?.revision ?? 0n) },
    summary: { zh: '各单位逐项得分一览，附上年', en: 'Points of all units at all leaves, beside last year' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/what-if',
    action: whatIf,
    summary: { zh: '试算：换数据或达标线后的得分，不写入', en: 'Points with other figures or limits; writes nothing' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/walk/:unit/:item',
    action: walkFigure,
    summary: { zh: '这个数从哪来', en: 'Where a figure comes from' },
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/scores/:unit',
    action: listScores,
    summary: {
      zh: '系统测算、自评、拟报、核定对照',
      en: 'Computed, stated, proposed and verified scores side by side',
    },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/stated',
    action: stateScore,
    status: 201,
    summary: { zh: '责任单位自评', en: 'State the score of the unit in charge' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/proposed',
    action: proposeScore,
    status: 201,
    summary: { zh: '拟报分', en: 'Propose the score to be reported' },
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/scores/:unit/:indicator/verified',
    action: verifyScore,
    status: 201,
    summary: { zh: '核定分', en: 'Verify the score' },
  }),
];
