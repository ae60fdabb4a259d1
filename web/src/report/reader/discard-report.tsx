/** 作废: a draft that was never sent for approval leaves the list, for a reason. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

const REASON_LEAST = 2;

export function DiscardReport({ base, round }: { readonly base: string; readonly round: string }) {
  const { discard: say } = useWords(reportWords);
  const said = useSaid();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isOpen, open] = useState(false);
  const [reason, giveReason] = useState('');
  const act = async (): Promise<void> => {
    await tell({ method: 'POST', path: `${base}/discard`, body: { reason: reason.trim() } });
    said.done(say.done);
    // Left before it is asked for again, since it is there no more.
    await navigate({ to: '/report' });
    await askAgain(cache, `/rounds/${round}/reports`);
  };
  return (
    <>
      <Button onClick={() => open(true)}>{say.act}</Button>
      {isOpen && (
        <ActDialog
          title={say.title}
          verb={say.act}
          isGrave
          isReady={reason.trim().length >= REASON_LEAST}
          act={act}
          leave={() => open(false)}
        >
          <p>{say.means}</p>
          <Field label={say.reason}>
            {(id) => (
              <textarea id={id} maxLength={200} value={reason} onChange={({ target }) => giveReason(target.value)} />
            )}
          </Field>
        </ActDialog>
      )}
    </>
  );
}
