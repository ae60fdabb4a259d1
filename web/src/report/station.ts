/** Where a report stands, and whether it left with what was wrong in it. */
import { STATIONS, type Station } from '../../../src/report/pure.ts';
import type { Words } from '../shell/language.tsx';
import type { Counted } from './report-table.tsx';
import type { zh } from './words.zh.ts';

interface Report {
  readonly state: string;
  readonly summary: unknown;
}

/** 须改正 a report has left the office with; a draft still has time. */
export const takenAlong = ({ state, summary }: Report): number => {
  const left = STATIONS.indexOf(state as Station) >= STATIONS.indexOf('送审');
  return left ? ((summary as Counted).errors ?? 0) : 0;
};

/** 「已归档（带 3 处须改正）」. */
export function stationWords(report: Report, { stations, stationWith }: Words<typeof zh>): string {
  const station = stations[report.state as keyof typeof stations] ?? report.state;
  const errors = takenAlong(report);
  return errors === 0 ? station : stationWith(station, errors);
}

/** Of a round's reports the one that is furthest on its way, of several the newest: they come newest first. */
export const furthest = <R extends { readonly state: string }>(reports: readonly R[] = []): R | undefined =>
  reports.toSorted((a, b) => STATIONS.indexOf(b.state as Station) - STATIONS.indexOf(a.state as Station))[0];
