/**
 * What was returned comes first where it stands. The rows stay together while they are corrected, so that the cursor stays
 * where it is; a form without any, or a way to another cell, is not narrowed to nothing.
 */
import { useRef } from 'react';
import type { TaskPage } from '../../../src/collect/replies.ts';
import type { Place } from './entry/cells.ts';
import type { Tally } from './form/tally.ts';

export function useReturnedFirst(
  { state, task }: TaskPage,
  form: TaskPage['forms'][number] | undefined,
  { returned }: Tally,
  wanted: Place | undefined,
): boolean {
  const met = useRef<{ readonly of: string; readonly items: ReadonlySet<string> }>(undefined);
  const of = `${task} ${form?.code}`;
  const here = returned.flatMap(({ item }) => (form?.rows.some((row) => row.item === item) === true ? [item] : []));
  if (state !== 'returned' || met.current?.of !== of) met.current = undefined;
  if (state === 'returned' && here.length > 0)
    met.current = { of, items: new Set([...(met.current?.items ?? []), ...here]) };
  return met.current !== undefined && (wanted === undefined || met.current.items.has(wanted.item));
}
