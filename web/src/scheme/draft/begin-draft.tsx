/** What a draft begins with: the version on screen, the files of a scheme, or a table as a committee issued it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SchemeDraft, SchemePage } from '../../../../src/scheme/replies.ts';
import { DropFile, type DroppedFile } from '../../parts/drop-file.tsx';
import { tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { PaperPanel } from '../paper/paper-panel.tsx';
import { schemeWords } from '../words.ts';
import { type Draft, nextVersion } from './draft.ts';

interface Given {
  readonly scheme: SchemePage | undefined;
  keep(draft: Draft): void;
}

const isPaper = ({ name }: DroppedFile): boolean => !/\.(zip|ya?ml)$/i.test(name);

export function BeginDraft({ scheme, keep }: Given) {
  const say = useWords(schemeWords).draft;
  const [paper, read] = useState<DroppedFile>();
  const took = async (files: readonly DroppedFile[]): Promise<void> => {
    const [first] = files;
    if (first !== undefined && files.length === 1 && isPaper(first)) return read(first);
    const uploads = files.map(({ name, sha256 }) => ({ name, sha256 }));
    const looked = await tell<SchemeDraft>({ method: 'POST', path: '/schemes/check', body: { uploads } });
    keep({ files: looked.files, version: '', edits: [] });
  };
  if (paper !== undefined) return <PaperPanel paper={paper} leave={() => read(undefined)} keep={keep} />;
  return (
    <section className="block">
      <p style={{ marginBottom: 10 }}>{say.note}</p>
      {scheme !== undefined && (
        <p style={{ marginBottom: 12 }}>
          <Button
            type="primary"
            onClick={() =>
              keep({
                base: { scheme: scheme.code, version: scheme.version },
                version: nextVersion(scheme.version),
                edits: [],
              })
            }
          >
            {say.start}
          </Button>
        </p>
      )}
      <DropFile words={say.upload} accept=".docx,.xlsx,.zip,.yaml,.yml" many took={took} />
    </section>
  );
}
