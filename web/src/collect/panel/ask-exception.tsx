/** 申请特殊情况处理: why the figure is true, and what it rests on. */
import { useState } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useSaid } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { useTell } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { hasReason } from '../form/tally.ts';
import { useSentences } from '../speak.ts';
import { collectWords } from '../words.ts';
import '../../parts/list.css';

interface Given {
  readonly page: TaskPage;
  readonly round: string;
  readonly finding: Finding;
  readonly name: string;
  leave(): void;
}

export function AskException({ page, round, finding, name, leave }: Given) {
  const say = useWords(collectWords).exception;
  const said = useSaid();
  const speak = useSentences(page);
  const [reason, write] = useState('');
  const [document, restOn] = useState('');
  const path = `/rounds/${round}/tasks/${page.task}/exceptions`;
  const ask = useTell<object>((body) => ({ method: 'POST', path, body }), { changes: [`/rounds/${round}/tasks`] });
  return (
    <ActDialog
      title={say.title(name)}
      verb={say.verb}
      isReady={hasReason(reason)}
      act={async () => {
        await ask.mutateAsync({
          ...{ code: finding.code, subject: finding.at.unit, item: finding.at.item, reason: reason.trim() },
          ...(document.trim() === '' ? {} : { document: document.trim() }),
        });
        said.done(say.asked);
      }}
      leave={leave}
    >
      <p className="panel-quote">{speak(finding)}</p>
      <Field label={say.reason} hint={say.reasonHint}>
        {(id, told) => (
          <textarea
            id={id}
            aria-describedby={told}
            className="input"
            style={{ height: 76, padding: 8 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      <Field label={say.document} hint={say.documentHint}>
        {(id, told) => (
          <input
            id={id}
            aria-describedby={told}
            className="input"
            maxLength={200}
            value={document}
            onChange={({ target }) => restOn(target.value)}
          />
        )}
      </Field>
      <p className="field-hint">{say.follows}</p>
    </ActDialog>
  );
}
