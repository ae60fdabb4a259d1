/** The versions of the cell the cursor rests on, and the years before it. */
import { useEffect, useState } from 'react';
import type { FigureHistory } from '../../../../src/collect/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { EMPTY, keyOf, type Place } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';

/** The history of a cell is asked for when the cursor rests on it. */
const RESTING_MS = 250;

export interface OfCell {
  readonly now: Snapshot;
  readonly round: string;
  readonly place: Place;
}

export function useHistory({ now, round, place }: OfCell) {
  const [isResting, rest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => rest(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  const { subject, item } = place;
  const path = `/rounds/${round}/tasks/${now.page.task}/figures/${encodeURIComponent(subject)}/${item}`;
  const history = useAsk<FigureHistory>(isResting ? path : undefined);
  const { data, refetch } = history;
  // What was saved since it was asked for is missing in it.
  const isBehind =
    data !== undefined &&
    (['now', 'prior'] as const).some((year) => {
      const { version } = now.cells.get(keyOf({ ...place, year })) ?? EMPTY;
      return version > Math.max(0, ...data.versions.map((each) => (each.year === year ? each.version : 0)));
    });
  useEffect(() => {
    if (isBehind) void refetch({ cancelRefetch: false });
  }, [isBehind, refetch]);
  return history;
}
