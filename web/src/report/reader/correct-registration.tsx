/** 更改登记: what was registered wrongly put right, for a reason, until the report is filed. */
import { Button } from 'antd';
import { useState } from 'react';
import { isSigned, registeredBy } from '../../../../src/report/pure.ts';
import type { ReportPages } from '../../../../src/report/replies.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { isWhole, type Registration, RegistrationFields, trimmed } from './registration.tsx';

interface Given {
  readonly base: string;
  readonly data: ReportPages;
  changed(): Promise<unknown>;
}
const REASON_LEAST = 2;

export function CorrectRegistration(given: Given) {
  const { registered: say } = useWords(reportWords);
  const [isOpen, open] = useState(false);
  const { state, mayWrite } = given.data;
  if (!mayWrite || !isSigned(state) || state === '已归档') return null;
  return (
    <>
      <Button onClick={() => open(true)}>{say.correct}</Button>
      {isOpen && <CorrectDialog {...given} leave={() => open(false)} />}
    </>
  );
}

function CorrectDialog({ base, data, changed, leave }: Given & { leave(): void }) {
  const { registered: say } = useWords(reportWords);
  const said = useSaid();
  const fields = registeredBy(data.state);
  const stands = data.filing as Registration;
  const [registration, change] = useState<Registration>(() =>
    Object.fromEntries(fields.map((field) => [field, stands[field] ?? ''])),
  );
  const [reason, giveReason] = useState('');
  const given = trimmed(registration);
  const moved = fields.filter((field) => given[field] !== undefined && given[field] !== stands[field]);
  const act = async (): Promise<void> => {
    const right = Object.fromEntries(moved.map((field) => [field, given[field]]));
    await tell({ method: 'POST', path: `${base}/registration`, body: { ...right, reason: reason.trim() } });
    said.done(say.corrected);
    await changed();
  };
  const isReady = moved.length > 0 && isWhole(fields, registration, {}) && reason.trim().length >= REASON_LEAST;
  return (
    <ActDialog title={say.correct} verb={say.correct} isReady={isReady} act={act} leave={leave} width={560}>
      <p>{say.correctMeans}</p>
      <div className="advance-fields">
        <RegistrationFields fields={fields} registration={registration} known={{}} change={change} />
        <Field label={say.reason}>
          {(id) => (
            <textarea id={id} maxLength={200} value={reason} onChange={({ target }) => giveReason(target.value)} />
          )}
        </Field>
      </div>
    </ActDialog>
  );
}
