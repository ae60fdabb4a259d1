/** Workbooks back in: dropped, read, shown cell by cell, and only then written. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { TaskPage, WorkbookImported, WorkbookPreview } from '../../../../src/collect/replies.ts';
import { isError } from '../../../../src/kernel/index.ts';
import { useSaid } from '../../parts/acts.ts';
import { ask, newKey, Refused, tell, upload } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useSay, useWords } from '../../shell/language.tsx';
import { DropBox } from '../evidence/drop-box.tsx';
import { Preview } from './preview.tsx';
import { importWords } from './words.ts';
import './import.css';

interface Dropped {
  readonly id: string;
  readonly name: string;
  readonly sha256?: string;
  readonly share: number;
  readonly preview?: WorkbookPreview;
  readonly fault?: Refused;
  readonly conflicts: 'keep' | 'replace';
  readonly isWriting?: boolean;
}

interface Given {
  readonly round: string;
  readonly page: TaskPage;
  close(): void;
}

export function ImportDrawer({ round, page, close }: Given) {
  const say = useWords(importWords);
  const pick = useSay();
  const said = useSaid();
  const cache = useQueryClient();
  const [files, keep] = useState<readonly Dropped[]>([]);
  const [tooLarge, tellTooLarge] = useState<string>();
  const set = (id: string, change: Partial<Dropped>): void =>
    keep((before) => before.map((file) => (file.id === id ? { ...file, ...change } : file)));
  const drop = (id: string): void => keep((before) => before.filter((file) => file.id !== id));

  async function read(file: File): Promise<void> {
    const id = newKey();
    keep((before) => [...before, { id, name: file.name, share: 0, conflicts: 'keep' }]);
    try {
      const { sha256 } = await upload(file, (share) => set(id, { share }));
      set(id, { share: 1, sha256 });
      set(id, { preview: await previewOf(round, file.name, sha256) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      set(id, { fault: error });
    }
  }

  async function write({ id, name, sha256 = '', preview, conflicts }: Dropped): Promise<void> {
    if (preview === undefined) return;
    set(id, { isWriting: true });
    try {
      const body = { name, sha256, plan: preview.plan, conflicts };
      const done = await tell<WorkbookImported>({
        method: 'POST',
        path: `/rounds/${round}/workbooks`,
        body,
        isLasting: true,
      });
      said.done(say.done(done.added + done.changed, done.findings.filter(isError).length));
      drop(id);
      await askAgain(cache, `/rounds/${round}/tasks`, `/rounds/${round}/evidence`);
      if (files.length === 1) close();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Something moved since the preview: it is shown again as it stands.
      if (error.code === 'collect.planStale')
        set(id, { preview: await previewOf(round, name, sha256), isWriting: false });
      else set(id, { fault: error, isWriting: false });
      said.refused(error);
    }
  }

  return (
    <Drawer open title={say.title} size={720} onClose={close} destroyOnHidden>
      <div className="import">
        <p>{say.hint}</p>
        <DropBox
          isMany
          accept=".xlsx"
          take={(given) => {
            tellTooLarge(undefined);
            for (const file of given) void read(file);
          }}
          tooLarge={tellTooLarge}
        />
        {tooLarge !== undefined && <Alert type="error" role="alert" title={tooLarge} />}
        {files.map((file) => (
          <section key={file.id} className="import-file">
            <header>
              <h3>{file.name}</h3>
              <Button size="small" onClick={() => drop(file.id)}>
                {say.away}
              </Button>
            </header>
            {file.fault !== undefined && <Alert type="error" role="alert" title={pick(file.fault)} />}
            {file.preview === undefined && file.fault === undefined && (
              <p role="status">
                <progress max={1} value={file.share} aria-label={file.name} />{' '}
                {say.reading(Math.round(file.share * 100))}
              </p>
            )}
            {file.preview !== undefined && (
              <Preview
                page={page}
                preview={file.preview}
                conflicts={file.conflicts}
                choose={(conflicts) => set(file.id, { conflicts })}
                isWriting={file.isWriting === true}
                write={() => void write(file)}
              />
            )}
          </section>
        ))}
      </div>
    </Drawer>
  );
}

const previewOf = (round: string, name: string, sha256: string): Promise<WorkbookPreview> =>
  ask<WorkbookPreview>(`/rounds/${round}/workbooks/preview?name=${encodeURIComponent(name)}&sha256=${sha256}`);
