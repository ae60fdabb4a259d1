/** The chain over the record: what the last verification said, and a new one. */
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ChainState, ChainVerdict } from '../../../src/platform/audit/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Findings } from '../parts/findings.tsx';
import { printAmount, printWhen } from '../parts/numbers.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { auditWords } from './words.ts';

export function Chain() {
  const say = useWords(auditWords);
  const { language } = useLanguage();
  const { data } = useAsk<ChainState>('/audit/chain');
  if (data === undefined) return null;
  const { verified, sealed } = data;
  if (verified === undefined) return <span>{say.never(printAmount(sealed))}</span>;
  const when = printWhen(verified.at, language);
  return verified.faults === 0 ? (
    <span className="audit-whole">{say.whole(when, verified.person)}</span>
  ) : (
    <span className="audit-broken" role="alert">
      {say.broken(verified.faults, when)}
    </span>
  );
}

export function VerifyButton() {
  const say = useWords(auditWords);
  const said = useSaid();
  const [faults, show] = useState<ChainVerdict['findings']>();
  const verify = useTell<undefined, ChainVerdict>(() => ({ method: 'POST', path: '/audit/verify', body: {} }), {
    changes: ['/audit'],
  });
  const start = (): void =>
    verify.mutate(undefined, {
      onSuccess: ({ sealed, findings }) => {
        if (findings.length === 0) said.done(say.verified(sealed));
        else show(findings);
      },
      onError: said.refused,
    });
  return (
    <>
      <Button type="primary" loading={verify.isPending} onClick={start}>
        {say.verify}
      </Button>
      {faults !== undefined && (
        <Modal open title={say.faults} footer={null} width={640} onCancel={() => show(undefined)}>
          <Alert type="error" showIcon role="alert" title={say.faults} style={{ marginBottom: 12 }} />
          <Findings findings={faults} label={say.faults} />
        </Modal>
      )}
    </>
  );
}
