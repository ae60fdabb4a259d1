/** One quiet line over the grid while another round of the year holds figures that are still empty here. */
import { Button } from 'antd';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ElsewherePage } from '../../../../src/collect/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import type { Cell } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { offersOf } from './offers.ts';
import { elsewhereWords } from './words.ts';
import './elsewhere.css';

const TakeOverDrawer = lazy(() => import('./take-over-drawer.tsx').then((all) => ({ default: all.TakeOverDrawer })));

interface Given {
  readonly round: string;
  readonly entry: Entry;
  readonly now: Snapshot;
  /** Code of the round whose figures are looked at. */
  readonly from: string | undefined;
  look(from: string | undefined): void;
}

const isCleared = ({ typed, version, state }: Cell): boolean => typed === '' && version > 0 && state === 'saved';

export function ElsewhereBar({ round, entry, now, from, look }: Given) {
  const say = useWords(elsewhereWords);
  const { data, refetch } = useAsk<ElsewherePage>(`/rounds/${round}/tasks/${now.page.task}/elsewhere`);
  // Behind the typing: a list of schools has thousands.
  const later = useDeferredValue(now);
  const rounds = useMemo(
    () => (data?.rounds ?? []).map((beside) => ({ beside, offers: offersOf(beside, later) })),
    [data, later],
  );
  // What was cleared here, or taken back, may be taken over again: the server says what.
  const cleared = useMemo(() => [...later.cells.values()].filter(isCleared).length, [later]);
  const known = useRef(cleared);
  useEffect(() => {
    if (known.current !== cleared) void refetch();
    known.current = cleared;
  }, [cleared, refetch]);
  const looked = rounds.find(({ beside }) => beside.round === from);
  return (
    <>
      {rounds.map(({ beside, offers }) => {
        const empty = offers.filter(({ is }) => is !== 'other').length;
        return empty === 0 ? null : (
          <div key={beside.round} className="elsewhere-bar" role="status">
            <span>
              {say.offer(beside.name, empty)}
              {offers.length > empty && <small>{say.differ(offers.length - empty)}</small>}
            </span>
            <Button size="small" onClick={() => look(beside.round)}>
              {say.takeOver}
            </Button>
          </div>
        );
      })}
      {looked !== undefined && (
        <Suspense>
          <TakeOverDrawer {...{ round, entry, now }} {...looked} close={() => look(undefined)} />
        </Suspense>
      )}
    </>
  );
}
