/** 草拟和发布: a published version changed entry by entry, files uploaded, or an issued table read; then checked and published. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { SchemePage } from '../../../../src/scheme/replies.ts';
import { useConfirm } from '../../parts/acts.ts';
import { Field } from '../../parts/field.tsx';
import { type Refused, tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { sumOf } from '../points.ts';
import { schemeWords } from '../words.ts';
import { BeginDraft } from './begin-draft.tsx';
import { type Draft, useDraft, valueAt } from './draft.ts';
import { DraftCheck } from './draft-check.tsx';
import { EditIndicator } from './edit-indicator.tsx';

export function DraftPart({ scheme }: { readonly scheme: SchemePage | undefined }) {
  const say = useWords(schemeWords).draft;
  const confirm = useConfirm();
  const { draft, keep } = useDraft();
  const startedFrom = useStartedFrom(draft, scheme);
  const reset = async (): Promise<void> => {
    if (await confirm({ title: say.reset, body: say.resetBody, verb: say.reset, isGrave: true })) keep(undefined);
  };
  if (draft === undefined) return <BeginDraft scheme={scheme} keep={keep} />;
  return (
    <>
      <section className="block">
        <p style={{ marginBottom: 10 }}>{say.note}</p>
        <div className="row">
          {draft.version === '' ? (
            <span>{say.uploaded}</span>
          ) : (
            <Field label={say.version}>
              {(id) => (
                <input
                  id={id}
                  className="input"
                  style={{ width: 140 }}
                  maxLength={64}
                  value={draft.version}
                  onChange={({ target }) => keep({ ...draft, version: target.value })}
                />
              )}
            </Field>
          )}
          {startedFrom !== undefined && <Total scheme={startedFrom} draft={draft} />}
          <span role="status">{say.changed(draft.edits.length)}</span>
          <Button danger onClick={() => void reset()}>
            {say.reset}
          </Button>
          <small style={{ color: 'var(--ink3)' }}>{say.kept}</small>
        </div>
      </section>
      <div className="draft">
        <div>{startedFrom !== undefined && <EditIndicator scheme={startedFrom} draft={draft} keep={keep} />}</div>
        <DraftCheck draft={draft} published={() => keep(undefined)} />
      </div>
    </>
  );
}

/** What the draft changes, whole: the published version on screen, or the files as they came once they are without an error. */
function useStartedFrom(draft: Draft | undefined, shown: SchemePage | undefined): SchemePage | undefined {
  const files = draft?.files;
  const { data } = useQuery<SchemePage, Refused>({
    queryKey: ['/schemes/draft', files],
    queryFn: () => tell<SchemePage>({ method: 'POST', path: '/schemes/draft', body: { files } }),
    enabled: files !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (files !== undefined) return data;
  const base = draft?.base;
  return shown !== undefined && base?.scheme === shown.code && base.version === shown.version ? shown : undefined;
}

/** Points of all leaves as they would be, beside what they should add up to. */
function Total({ scheme, draft }: { readonly scheme: SchemePage; readonly draft: Draft }) {
  const words = useWords(schemeWords);
  const points = sumOf(
    scheme.indicators.flatMap(({ code, points: old, leaf }) =>
      leaf === undefined ? [] : [valueAt(draft, ['indicators', code, 'points'], old)],
    ),
  );
  const isOff = Number(points) !== Number(scheme.total);
  return (
    <span className={`scheme-total${isOff ? ' scheme-total-off' : ''}`} role="status">
      {words.total(points, scheme.total)}
    </span>
  );
}
