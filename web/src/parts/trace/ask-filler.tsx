/** 请填报单位核实: for who may judge the figure and did not fill it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { FigureWalk } from '../../../../src/evaluate/replies.ts';
import type { FillerAsked } from '../../../../src/review/replies.ts';
import { newKey, tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useHolds } from '../../shell/session.tsx';
import { ActDialog } from '../act-dialog.tsx';
import { useSaid } from '../acts.ts';
import { Field } from '../field.tsx';
import { traceWords } from './words.ts';

export function AskFiller({ walk }: { readonly walk: Pick<FigureWalk, 'unit' | 'item' | 'name'> }) {
  const say = useWords(traceWords);
  const said = useSaid();
  const { round } = useRound();
  const mayAsk = useHolds('office', 'approver', 'verifier', 'reader');
  const [isAsking, ask] = useState(false);
  const [words, write] = useState('');
  if (!mayAsk) return null;
  const { unit, item, name } = walk;
  const send = async (): Promise<void> => {
    const path = `/rounds/${round}/figures/${unit.code}/${item}/ask`;
    const { asked } = await tell<FillerAsked>({ method: 'POST', path, body: { words }, key: newKey() });
    said.done(say.askedDone(asked));
    write('');
  };
  return (
    <p className="trace-ask">
      <Button size="small" onClick={() => ask(true)}>
        {say.askFiller}
      </Button>
      {isAsking && (
        <ActDialog title={say.askTitle(unit.name, name)} verb={say.askVerb} act={send} leave={() => ask(false)}>
          <Field label={say.askWords} hint={say.askHint}>
            {(id, told) => (
              <textarea
                id={id}
                className="trace-words"
                rows={4}
                aria-describedby={told}
                value={words}
                onChange={({ target }) => write(target.value)}
              />
            )}
          </Field>
        </ActDialog>
      )}
    </p>
  );
}
