/** The entry of a task for a screen: one per task and person, kept while the page is open. */
import { useEffect, useSyncExternalStore } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { useSignedIn } from '../../shell/session.tsx';
import { Entry, type Snapshot } from './entry.ts';

const open = new Map<string, Entry>();

export function useEntry(page: TaskPage, round: string): { readonly entry: Entry; readonly now: Snapshot } {
  const { session, isOver } = useSignedIn();
  const account = typeof session === 'object' ? session.account : '';
  const key = `${account}/${round}/${page.task}`;
  const entry = open.get(key) ?? new Entry(page, { round, account });
  open.set(key, entry);
  const now = useSyncExternalStore(entry.subscribe, entry.snapshot);
  useEffect(() => entry.adopt(page), [entry, page]);
  useEffect(() => {
    if (!isOver) entry.resume();
  }, [entry, isOver]);
  useEffect(() => {
    const resume = (): void => entry.resume();
    const leaving = (event: BeforeUnloadEvent): void => {
      if (entry.snapshot().unsaved > 0) event.preventDefault();
    };
    addEventListener('online', resume);
    addEventListener('beforeunload', leaving);
    return () => {
      removeEventListener('online', resume);
      removeEventListener('beforeunload', leaving);
    };
  }, [entry]);
  return { entry, now };
}
