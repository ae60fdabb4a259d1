/** What was typed and is not yet with the server, kept in this browser: a lost network, a crash or a closed lid loses nothing. */
import { del, get, set } from 'idb-keyval';
import type { Said } from './cells.ts';

export interface Draft extends Said {
  readonly key: string;
  /** Version it was typed over. */
  readonly seen: number;
}

const nameOf = (place: string): string => `luzhi.entry/${place}`;

/** `place` names account, round and task. A browser that keeps nothing (a locked-down one) only loses this. */
export const readDrafts = async (place: string): Promise<readonly Draft[]> =>
  (await get<readonly Draft[]>(nameOf(place)).catch(() => undefined)) ?? [];

export const keepDrafts = (place: string, drafts: readonly Draft[]): Promise<void> =>
  (drafts.length === 0 ? del(nameOf(place)) : set(nameOf(place), drafts)).catch(() => undefined);
