/** What the routes of this stage answer, by types alone. */
import type { Answered } from '../platform/index.ts';
import type { readChange } from './change/read-change.ts';
import type { listIndicators } from './indicators/list-indicators.ts';
import type { readLast } from './last/read-last.ts';
import type { readOrder } from './order/read-order.ts';
import type { readOverview } from './overview/overview.ts';
import type { readMatrix } from './round/matrix.ts';
import type { readResult } from './round/results.ts';
import type { walkFigure } from './round/walk.ts';
import type { whatIf } from './round/what-if.ts';
import type { listScores } from './scores/list-scores.ts';
import type { readSpreadSchools } from './spread/read-schools.ts';
import type { readSpread } from './spread/read-spread.ts';

export type Overview = Answered<typeof readOverview>;
export type Standing = Overview['units'][number];
export type IndicatorTree = Answered<typeof listIndicators>;
export type Indicator = IndicatorTree['indicators'][number];
export type Matrix = Answered<typeof readMatrix>;
export type WhatIf = Answered<typeof whatIf>;
export type UnitPage = Answered<typeof readResult>;
export type FigureWalk = Answered<typeof walkFigure>;
export type ScorePage = Answered<typeof listScores>;
export type LastYear = Answered<typeof readLast>;
export type ChangePage = Answered<typeof readChange>;
export type SpreadPage = Answered<typeof readSpread>;
export type SpreadSchools = Answered<typeof readSpreadSchools>;
export type ScoreOrder = Answered<typeof readOrder>;
