/** Granting or refusing, with the reason that the filler and whoever reviews will read. */
import { useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { useTell } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import type { AskedException } from './exceptions-screen.tsx';
import { exceptionWords } from './words.ts';

interface Given {
  readonly asked: AskedException;
  readonly grant: boolean;
  readonly round: string;
  leave(): void;
}

export function DecideException({ asked, grant, round, leave }: Given) {
  const say = useWords(exceptionWords);
  const said = useSaid();
  const [reason, write] = useState('');
  const path = `/rounds/${round}/exceptions`;
  const act = useTell<object>((body) => ({ method: 'POST', path: `${path}/${asked.exception}/decide`, body }), {
    changes: [path],
  });
  const verb = grant ? say.grant : say.refuse;
  return (
    <ActDialog
      title={`${verb} · ${asked.unit} ${asked.name}`}
      verb={verb}
      isGrave={!grant}
      isReady={reason.trim().length > 1}
      act={async () => {
        await act.mutateAsync({ grant, reason: reason.trim() });
        said.done(grant ? say.doneGranted : say.doneRefused);
      }}
      leave={leave}
    >
      <p>{grant ? say.grantBody : say.refuseBody}</p>
      <Field label={grant ? say.whyGrant : say.whyRefuse}>
        {(id) => (
          <textarea
            id={id}
            className="input"
            style={{ height: 76, padding: 8 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
