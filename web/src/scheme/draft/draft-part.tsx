/** 草拟和发布: a published version changed entry by entry, or files uploaded; checked at every change, then published. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { SchemeDraft, SchemePage } from '../../../src/scheme/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { DropFile, type DroppedFile } from '../parts/drop-file.tsx';
import { Field } from '../parts/field.tsx';
import { Findings } from '../parts/findings.tsx';
import { Trouble } from '../parts/states.tsx';
import { type Refused, tell } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { Changes, Counts } from './diff-part.tsx';
import { type Draft, nextVersion, useDraft, valueAt } from './draft.ts';
import { EditIndicator } from './edit-indicator.tsx';
import { sumOf } from './scheme-screen.tsx';
import { useTurn } from './turn.ts';
import { schemeWords } from './words.ts';

export function DraftPart({ scheme }: { readonly scheme: SchemePage | undefined }) {
  const say = useWords(schemeWords).draft;
  const confirm = useConfirm();
  const { draft, keep } = useDraft();
  const took = async (files: readonly DroppedFile[]): Promise<void> => {
    const uploads = files.map(({ name, sha256 }) => ({ name, sha256 }));
    const looked = await tell<SchemeDraft>({ method: 'POST', path: '/schemes/check', body: { uploads } });
    keep({ files: looked.files, version: '', edits: [] });
  };
  const reset = async (): Promise<void> => {
    if (await confirm({ title: say.reset, body: say.resetBody, verb: say.reset, isGrave: true })) keep(undefined);
  };
  const start = (of: SchemePage): void =>
    keep({ base: { scheme: of.code, version: of.version }, version: nextVersion(of.version), edits: [] });
  const isOfThis = scheme !== undefined && draft?.base?.scheme === scheme.code && draft.base.version === scheme.version;
  return (
    <>
      <section className="block">
        <p style={{ marginBottom: 10 }}>{say.note}</p>
        {draft === undefined ? (
          <>
            {scheme !== undefined && (
              <p style={{ marginBottom: 12 }}>
                <Button type="primary" onClick={() => start(scheme)}>
                  {say.start}
                </Button>
              </p>
            )}
            <DropFile words={say.upload} accept=".zip,.yaml,.yml" many took={took} />
          </>
        ) : (
          <div className="row">
            {draft.base === undefined ? (
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
            {isOfThis && <Total scheme={scheme} draft={draft} />}
            <span role="status">{say.changed(draft.edits.length)}</span>
            <Button danger onClick={() => void reset()}>
              {say.reset}
            </Button>
            <small style={{ color: 'var(--ink3)' }}>{say.kept}</small>
          </div>
        )}
      </section>
      {draft !== undefined && (
        <div className="draft">
          <div>{isOfThis && <EditIndicator scheme={scheme} draft={draft} keep={keep} />}</div>
          <Check draft={draft} published={() => keep(undefined)} />
        </div>
      )}
    </>
  );
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

const WAIT_MS = 500;

function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Check({ draft, published }: { readonly draft: Draft; published(): void }) {
  const say = useWords(schemeWords).draft;
  const said = useSaid();
  const confirm = useConfirm();
  const turn = useTurn();
  const settled = useSettled(draft);
  const { base, files, version, edits } = settled;
  const body =
    files === undefined ? { base, edits: [{ path: ['version'], value: version }, ...edits] } : { files, edits };
  const { data, error, isFetching } = useQuery<SchemeDraft, Refused>({
    queryKey: ['/schemes/check', settled],
    queryFn: () => tell<SchemeDraft>({ method: 'POST', path: '/schemes/check', body }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const publish = useTell<object>((given) => ({ method: 'POST', path: '/schemes', body: given }), {
    changes: ['/schemes', '/departments'],
  });
  if (error !== null) return <Trouble refused={error} />;
  if (data === undefined) return <p className="block">{say.checking}</p>;
  const { findings, scheme, changes, against } = data;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const isSettled = settled === draft && !isFetching;
  const carryOut = async (): Promise<void> => {
    if (scheme === undefined) return;
    const title = say.publishTitle(scheme.name, scheme.version);
    if (!(await confirm({ title, body: say.publishBody(changes?.length ?? 0), verb: say.publish }))) return;
    publish.mutate(
      { files: data.files },
      {
        onSuccess: () => {
          said.done(say.done);
          published();
          turn({ version: `${scheme.code}/${scheme.version}`, part: 'diff' });
        },
        onError: said.refused,
      },
    );
  };
  return (
    <section className="block" aria-labelledby="draft-checks">
      <h2 id="draft-checks">{say.checks}</h2>
      <p role="status" style={{ margin: '6px 0' }}>
        {!isSettled
          ? say.checking
          : errors === 0 && findings.length === 0
            ? say.fine
            : say.faults(errors, findings.length - errors)}
      </p>
      {data.published === 'other' && <Alert type="error" showIcon role="alert" title={say.taken} />}
      {data.published === 'same' && <Alert type="info" showIcon title={say.same} />}
      <p style={{ margin: '10px 0' }}>
        <Button
          type="primary"
          disabled={!isSettled || scheme === undefined || data.published !== 'no'}
          loading={publish.isPending}
          onClick={() => void carryOut()}
        >
          {say.publish}
        </Button>
      </p>
      {findings.length > 0 && <Findings findings={findings} label={say.checks} />}
      {changes !== undefined && against !== undefined && (
        <>
          <h3 style={{ margin: '12px 0 6px' }}>{say.changes(against)}</h3>
          {changes.length === 0 ? <p>{say.noChanges}</p> : <Counts changes={changes} />}
          {changes.length > 0 && <Changes changes={changes} />}
        </>
      )}
    </section>
  );
}
