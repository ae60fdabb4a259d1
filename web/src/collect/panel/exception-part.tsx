/** 特殊情况处理 below an error: the way to ask for it, that it was asked, or that it was refused. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { isAbout, isExceptable, stillStands } from '../../../../src/collect/pure.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { useWords } from '../../shell/language.tsx';
import type { Snapshot } from '../entry/entry.ts';
import { pairsOf } from '../entry/pairs.ts';
import { kindOf } from '../speak.ts';
import { collectWords } from '../words.ts';

const AskException = lazy(() => import('./ask-exception.tsx').then((all) => ({ default: all.AskException })));

interface Given {
  readonly now: Snapshot;
  readonly round: string;
  readonly finding: Finding;
  /** Name of the item. */
  readonly name: string;
  readonly canType: boolean;
}

export function ExceptionPart({ now: { page, cells, unsaved }, round, finding, name, canType }: Given) {
  const say = useWords(collectWords).exception;
  const [isAsking, ask] = useState(false);
  if (finding.severity !== 'error' || !isExceptable(kindOf(page, finding.code))) return null;
  const pairs = page.exceptions.length === 0 ? [] : pairsOf(page, finding.at.unit ?? '', cells);
  const asked = page.exceptions.findLast((each) => isAbout(each, finding) && stillStands(each, { pairs }));
  if (asked !== undefined && asked.decision === null)
    return (
      <p className="panel-exception" role="status">
        {say.asked}
        <small>{say.askedBy(asked.reason, asked.person, asked.on)}</small>
      </p>
    );
  return (
    <div className="panel-exception">
      {asked?.decision != null && <p>{say.refused(asked.decision.reason, asked.decision.person, asked.decision.on)}</p>}
      {canType && (
        // What is asked for has to be with the server.
        <Button size="small" disabled={unsaved > 0} onClick={() => ask(true)}>
          {asked === undefined ? say.ask : say.again}
        </Button>
      )}
      {isAsking && (
        <Suspense>
          <AskException {...{ page, round, finding, name }} leave={() => ask(false)} />
        </Suspense>
      )}
    </div>
  );
}
