/** What is wrong with the draft as it stands, checked at every change; and publishing it once nothing is. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { SchemeDraft } from '../../../../src/scheme/replies.ts';
import { useConfirm, useSaid } from '../../parts/acts.ts';
import { Findings } from '../../parts/findings.tsx';
import { Trouble } from '../../parts/states.tsx';
import { type Refused, save, tell } from '../../shell/api.ts';
import { useTell } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { Changes, Counts } from '../diff-part.tsx';
import { useTurn } from '../turn.ts';
import { schemeWords } from '../words.ts';
import type { Draft } from './draft.ts';

const WAIT_MS = 500;

function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function DraftCheck({ draft, published }: { readonly draft: Draft; published(): void }) {
  const say = useWords(schemeWords).draft;
  const said = useSaid();
  const confirm = useConfirm();
  const turn = useTurn();
  const settled = useSettled(draft);
  const { base, files, version, edits } = settled;
  const all = version === '' && files !== undefined ? edits : [{ path: ['version'], value: version }, ...edits];
  const body = files === undefined ? { base, edits: all } : { files, edits: all };
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
      <TakeAway files={data.files} />
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

/** A draft is written on in an editor of texts as well, and uploaded again. */
function TakeAway({ files }: { readonly files: SchemeDraft['files'] }) {
  const say = useWords(schemeWords).draft;
  return (
    <details className="draft-files">
      <summary>{say.files(Object.keys(files).length)}</summary>
      <p>{say.filesNote}</p>
      <div className="row">
        {Object.entries(files).map(([name, text]) => (
          <Button key={name} size="small" onClick={() => save(new Blob([text]), name)}>
            {name}
          </Button>
        ))}
      </div>
    </details>
  );
}
