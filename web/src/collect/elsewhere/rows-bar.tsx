/** One quiet line over a ledger while another round of the year lists rows that are not here. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { LedgersPage, RowsElsewhere } from '../../../../src/collect/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { elsewhereWords } from './words.ts';
import './elsewhere.css';

const RowsDrawer = lazy(() => import('./rows-drawer.tsx').then((all) => ({ default: all.RowsDrawer })));

interface Given {
  /** Of the ledgers of a task. */
  readonly path: string;
  readonly ledger: LedgersPage['ledgers'][number];
}

export function RowsBar({ path, ledger }: Given) {
  const say = useWords(elsewhereWords);
  const { data } = useAsk<RowsElsewhere>(`${path}/${ledger.ledger}/elsewhere`);
  const [from, look] = useState<string>();
  const looked = data?.rounds.find(({ round }) => round === from);
  return (
    <>
      {data?.rounds.map(({ round, name, rows }) => (
        <div key={round} className="elsewhere-bar" role="status">
          <span>{say.rowsOffer(name, rows.length)}</span>
          <Button size="small" onClick={() => look(round)}>
            {say.takeOver}
          </Button>
        </div>
      ))}
      {looked !== undefined && (
        <Suspense>
          <RowsDrawer {...{ path, ledger }} beside={looked} close={() => look(undefined)} />
        </Suspense>
      )}
    </>
  );
}
