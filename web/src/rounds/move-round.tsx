/** A round locked, unlocked or closed, with a reason that those who are locked out read. */
import { useState } from 'react';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import type { RoundShown } from '../shell/round.tsx';
import { roundsWords } from './words.ts';

export type RoundMove = 'lock' | 'unlock' | 'close';

interface Given {
  readonly round: RoundShown;
  readonly move: RoundMove;
  leave(): void;
}

export function MoveRound({ round, move, leave }: Given) {
  const say = useWords(roundsWords);
  const said = useSaid();
  const [reason, keepReason] = useState('');
  const [unfinished, keep] = useState(false);
  const act = useTell<object>((body) => ({ method: 'POST', path: `/rounds/${round.round}/${move}`, body }), {
    changes: ['/rounds'],
  });
  const body = { lock: say.lockBody, unlock: say.unlockBody, close: say.closeBody }[move];
  return (
    <ActDialog
      title={`${say[move]} · ${round.name}`}
      verb={say[move]}
      isGrave={move !== 'unlock'}
      isReady={reason.trim() !== ''}
      act={async () => {
        await act.mutateAsync({ reason: reason.trim(), ...(unfinished ? { unfinished } : {}) });
        said.done(say.done);
      }}
      leave={leave}
    >
      <p>{body}</p>
      <Field label={say.reason}>
        {(id) => (
          <textarea
            id={id}
            className="input"
            style={{ height: 66, padding: 8 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => keepReason(target.value)}
          />
        )}
      </Field>
      {move === 'lock' && (
        <label>
          <input type="checkbox" checked={unfinished} onChange={({ target }) => keep(target.checked)} />{' '}
          {say.unfinished}
        </label>
      )}
    </ActDialog>
  );
}
