/** Outlines for the map of the evaluation: what is in use, a file looked at and taken, or taken away. */
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { MapPreview, MapShown } from '../../../src/org/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { DropFile, type DroppedFile } from '../parts/drop-file.tsx';
import { Findings } from '../parts/findings.tsx';
import { printWhen } from '../parts/numbers.ts';
import { ask } from '../shell/api.ts';
import { useAsk, useTell } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { orgWords } from './words.ts';

interface Looked {
  readonly file: DroppedFile;
  readonly preview: MapPreview;
}

export function GiveMap({ leave }: { leave(): void }) {
  const say = useWords(orgWords).map;
  const { language } = useLanguage();
  const said = useSaid();
  const confirm = useConfirm();
  const { data: now } = useAsk<MapShown>('/map');
  const [looked, look] = useState<Looked>();
  const take = useTell<object, { units: number }>((body) => ({ method: 'POST', path: '/map', body }), {
    changes: ['/map'],
  });
  const withdraw = useTell<void>(() => ({ method: 'DELETE', path: '/map' }), { changes: ['/map'] });
  const took = async ([file]: readonly DroppedFile[]): Promise<void> => {
    if (file === undefined) return;
    const query = new URLSearchParams({ name: file.name, sha256: file.sha256 });
    look({ file, preview: await ask<MapPreview>(`/map/preview?${query}`) });
  };
  const carryOut = ({ file: { name, sha256 } }: Looked): void =>
    take.mutate(
      { name, sha256 },
      {
        onSuccess: ({ units }) => {
          said.done(say.done(units));
          look(undefined);
        },
        onError: said.refused,
      },
    );
  const takeAway = async (): Promise<void> => {
    if (!(await confirm({ title: say.withdraw, body: say.withdrawBody, verb: say.withdraw, isGrave: true }))) return;
    withdraw.mutate(undefined, { onSuccess: () => said.done(say.withdrawn), onError: said.refused });
  };
  const from = now?.from;
  return (
    <Drawer open size={720} onClose={leave} title={say.title} mask={{ closable: false }}>
      <p style={{ marginBottom: 12 }}>{say.note}</p>
      {now !== undefined && (
        <p className="row" style={{ marginBottom: 12 }}>
          {from === undefined
            ? say.none
            : say.now(from.file, now.features.length, from.person, printWhen(from.at, language))}
          {from !== undefined && (
            <Button size="small" danger onClick={() => void takeAway()}>
              {say.withdraw}
            </Button>
          )}
        </p>
      )}
      <DropFile words={say.drop} accept=".json,.geojson" took={took} />
      {looked !== undefined && (
        <>
          <p role="status" style={{ margin: '12px 0' }}>
            {say.found(looked.preview.units.length, looked.preview.findings.length)}
          </p>
          {looked.preview.findings.length > 0 && <Findings findings={looked.preview.findings} label={say.findings} />}
          <Button
            type="primary"
            style={{ marginTop: 12 }}
            loading={take.isPending}
            disabled={looked.preview.units.length === 0}
            onClick={() => carryOut(looked)}
          >
            {say.take(looked.preview.units.length)}
          </Button>
        </>
      )}
    </Drawer>
  );
}
