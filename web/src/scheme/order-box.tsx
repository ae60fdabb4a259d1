/** 按得分排序: whether counties may be put in order, for the owner of the scheme to allow once all are verified. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ScoreOrder } from '../../../src/evaluate/replies.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { printWhen } from '../parts/numbers.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import type { RoundShown } from '../shell/round.tsx';
import { schemeWords } from './words.ts';

export function OrderBox({ round }: { readonly round: RoundShown }) {
  const say = useWords(schemeWords).order;
  const { language } = useLanguage();
  const { data } = useAsk<ScoreOrder>(`/rounds/${round.round}/score-order`);
  const [isTurning, turning] = useState(false);
  if (data === undefined) return null;
  const { isPermitted, open, counties, turn } = data;
  return (
    <section className="block" aria-labelledby="score-order">
      <h2 id="score-order">{say.title(round.name)}</h2>
      <p>{isPermitted ? say.on : open > 0 ? say.waiting(open, counties) : say.off}</p>
      {turn !== undefined && (
        <p style={{ color: 'var(--ink3)' }}>
          {say.last(turn.permitted, turn.person, printWhen(turn.at, language), turn.reason)}
        </p>
      )}
      <p style={{ marginTop: 8 }}>
        <Button disabled={!isPermitted && (open > 0 || counties === 0)} onClick={() => turning(true)}>
          {isPermitted ? say.stop : say.allow}
        </Button>
      </p>
      {isTurning && <Turn round={round} permitted={!isPermitted} leave={() => turning(false)} />}
    </section>
  );
}

interface Given {
  readonly round: RoundShown;
  readonly permitted: boolean;
  leave(): void;
}

function Turn({ round, permitted, leave }: Given) {
  const say = useWords(schemeWords).order;
  const said = useSaid();
  const [reason, keep] = useState('');
  const path = `/rounds/${round.round}/score-order`;
  const act = useTell<object>((body) => ({ method: 'POST', path, body }), { changes: [path] });
  return (
    <ActDialog
      title={`${permitted ? say.allow : say.stop} · ${round.name}`}
      verb={permitted ? say.allow : say.stop}
      isReady={reason.trim().length > 1}
      act={async () => {
        await act.mutateAsync({ permitted, reason: reason.trim() });
        said.done(permitted ? say.on : say.off);
      }}
      leave={leave}
    >
      <p>{permitted ? say.allowBody : say.stopBody}</p>
      <Field label={say.reason}>
        {(id) => (
          <textarea
            id={id}
            className="input"
            style={{ height: 66, padding: 8 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => keep(target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
