/** An issued table of indicators as it was understood, before a draft is made of it: its tree, its points, what is open. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { SchemePaper } from '../../../../src/scheme/replies.ts';
import type { DroppedFile } from '../../parts/drop-file.tsx';
import { Findings } from '../../parts/findings.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { type Refused, tell } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import type { Draft } from '../draft/draft.ts';
import { schemeWords } from '../words.ts';
import { MakeDraft } from './make-draft.tsx';
import { PaperTree } from './paper-tree.tsx';
import './paper.css';

interface Given {
  readonly paper: DroppedFile;
  leave(): void;
  keep(draft: Draft): void;
}

export function PaperPanel({ paper, leave, keep }: Given) {
  const say = useWords(schemeWords).paper;
  const { name, sha256 } = paper;
  const { data, error } = useQuery<SchemePaper, Refused>({
    queryKey: ['/schemes/paper', name, sha256],
    queryFn: () => tell<SchemePaper>({ method: 'POST', path: '/schemes/paper', body: { name, sha256 } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="block" aria-labelledby="paper-found">
      <h2 id="paper-found">{say.title(name)}</h2>
      {error !== null && <Trouble refused={error} />}
      {data === undefined && error === null && <Waiting rows={8} />}
      {data !== undefined && (
        <>
          <p role="status">{say.found(data.leaves, data.points)}</p>
          <ul className="paper-tables">
            {data.tables.map(({ name: table, levels }) => (
              <li key={table}>{say.table(table, levels.join(' › '))}</li>
            ))}
          </ul>
          {data.findings.length > 0 && (
            <>
              <h3>{say.open(data.findings.length)}</h3>
              {/* All are of the one file above; table and row stand in the sentence. */}
              <Findings findings={data.findings.map((finding) => ({ ...finding, at: {} }))} label={say.openLabel} />
            </>
          )}
          <MakeDraft paper={paper} keep={keep} />
          <PaperTree indicators={data.indicators} />
        </>
      )}
      <p style={{ marginTop: 12 }}>
        <Button onClick={leave}>{say.other}</Button>
      </p>
    </section>
  );
}
