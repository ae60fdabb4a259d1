/** A register taken over from a workbook or CSV: dropped, looked at, then taken. */
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { RegisterPreview } from '../../../src/org/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { DropFile, type DroppedFile } from '../parts/drop-file.tsx';
import { Field } from '../parts/field.tsx';
import { Findings } from '../parts/findings.tsx';
import { punctuation } from '../parts/punctuation.ts';
import { today } from '../parts/today.ts';
import { ask } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { orgWords } from './words.ts';

export function ImportRegister({ leave }: { leave(): void }) {
  const say = useWords(orgWords);
  const said = useSaid();
  const [begins, keep] = useState(today);
  const [preview, show] = useState<RegisterPreview>();
  const take = useTell<object, { added: number; changed: number }>(
    (body) => ({ method: 'POST', path: '/units', body }),
    { changes: ['/register', '/units'] },
  );
  const look = async ([file]: readonly DroppedFile[]): Promise<void> => {
    if (file === undefined) return;
    const query = new URLSearchParams({ name: file.name, sha256: file.sha256, begins });
    show(await ask<RegisterPreview>(`/register/preview?${query}`));
  };
  const carryOut = (): void =>
    take.mutate(
      { begins, units: preview?.units ?? [] },
      {
        onSuccess: ({ added, changed }) => {
          said.done(say.doneImport(added, changed));
          leave();
        },
        onError: said.refused,
      },
    );
  return (
    <Drawer open size={720} onClose={leave} title={say.importTitle} mask={{ closable: false }}>
      <p style={{ marginBottom: 12 }}>{say.importNote}</p>
      <Field label={say.begins}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="input"
            style={{ width: 180 }}
            value={begins}
            onChange={({ target }) => {
              keep(target.value);
              show(undefined);
            }}
          />
        )}
      </Field>
      <div style={{ marginTop: 12 }}>
        <DropFile words={say.drop} accept=".xlsx,.csv" took={look} />
      </div>
      {preview !== undefined && <Preview preview={preview} isBusy={take.isPending} take={carryOut} />}
    </Drawer>
  );
}

interface PreviewGiven {
  readonly preview: RegisterPreview;
  readonly isBusy: boolean;
  take(): void;
}

function Preview({ preview, isBusy, take }: PreviewGiven) {
  const say = useWords(orgWords);
  const marks = useWords(punctuation);
  const { findings, added, changed, same, units } = preview;
  const isNew = added.count + changed.count > 0;
  return (
    <>
      <p role="status" style={{ margin: '12px 0' }}>
        {say.found(added.count, changed.count, same, findings.length)}
      </p>
      {findings.length > 0 && <Findings findings={findings} label={say.findings} />}
      {!isNew && findings.length === 0 && <Alert type="info" showIcon title={say.nothingNew} />}
      {isNew && (
        <table className="list" style={{ margin: '12px 0' }}>
          <thead>
            <tr>
              <th scope="col">{say.code}</th>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.changed}</th>
            </tr>
          </thead>
          <tbody>
            {added.first.map(({ code, name }) => (
              <tr key={code}>
                <td>{code}</td>
                <td>{name}</td>
                <td>{say.added}</td>
              </tr>
            ))}
            {changed.first.map(({ code, name, was, differs }) => (
              <tr key={code}>
                <td>{code}</td>
                <td>
                  {name} {was !== name && <del>{was}</del>}
                </td>
                <td>{differs.map((field) => say.differs[field as keyof typeof say.differs]).join(marks.list)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button type="primary" loading={isBusy} disabled={!isNew || findings.length > 0} onClick={take}>
        {say.take(units.length)}
      </Button>
    </>
  );
}
