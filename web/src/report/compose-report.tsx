/** 新建报告: template and 数据时点, then the first draft. */
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useState } from 'react';
import type { ComposedReport, TemplateList } from '../../../src/report/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { newKey } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { reportWords } from './words.ts';

interface Given {
  readonly templates: TemplateList;
  close(): void;
}

export function ComposeReport({ templates, close }: Given) {
  const say = useWords(reportWords);
  const said = useSaid();
  const navigate = useNavigate();
  const { round, as_of } = useRound();
  const usable = templates.flatMap(({ name, bound }) => (bound === undefined ? [] : [{ name, ...bound }]));
  const [chosen, choose] = useState(usable.find(({ set }) => set)?.sha256 ?? usable[0]?.sha256);
  const [asOf, setAsOf] = useState(as_of);
  // One opened dialog makes one report of what is chosen in it, however often it is clicked.
  const [opened] = useState(newKey);
  const key = `${opened}-${chosen?.slice(0, 12)}-${asOf}`;
  const compose = useTell<void, ComposedReport>(
    () => ({
      method: 'POST',
      path: `/rounds/${round}/reports`,
      body: { template: chosen, asOf },
      key,
      isLasting: true,
    }),
    { changes: [`/rounds/${round}/reports`] },
  );
  const make = (): void => {
    if (compose.isPending) return;
    compose.mutate(undefined, {
      onError: said.refused,
      onSuccess: ({ report, version, findings }) => {
        said.done(say.composing.made(version, findings));
        close();
        void navigate({ to: '/report/$report', params: { report }, search: { side: 'findings' } as never });
      },
    });
  };
  return (
    <Modal
      open
      title={say.composing.title}
      okText={compose.isPending ? say.composing.working : say.composing.make}
      confirmLoading={compose.isPending}
      okButtonProps={{ disabled: chosen === undefined }}
      onOk={make}
      onCancel={close}
    >
      <div className="compose-fields">
        <Field label={say.composing.template} error={usable.length === 0 ? say.composing.none : undefined}>
          {(id, describedBy) => (
            <select
              id={id}
              aria-describedby={describedBy}
              value={chosen}
              onChange={({ target }) => choose(target.value)}
            >
              {usable.map(({ name, sha256 }) => (
                <option key={sha256} value={sha256}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say.composing.asOf} hint={say.composing.asOfHint}>
          {(id, describedBy) => (
            <input
              id={id}
              type="date"
              aria-describedby={describedBy}
              value={asOf}
              onChange={({ target }) => setAsOf(target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
