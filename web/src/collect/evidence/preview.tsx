/**
 * A paper looked at where one stands: pictures and words are drawn here, a PDF by the browser in a frame that runs
 * nothing. Where the browser draws none, or its keeper has switched that off, and whatever else was uploaded, is saved.
 */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useSaid } from '../../parts/acts.ts';
import { Icon } from '../../parts/icon.tsx';
import { Scrolling } from '../../parts/scrolling.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { addressOf, contentAt, download, type Refused } from '../../shell/api.ts';
import { useWords } from '../../shell/language.tsx';
import { evidenceWords } from './words.ts';
import './preview.css';

type Shown =
  | { readonly kind: 'paper' | 'none' }
  | { readonly kind: 'picture'; readonly content: Blob }
  | { readonly kind: 'words'; readonly text: string; readonly isCut: boolean };

const WORDS_MOST = 200_000;

interface Given {
  readonly round: string;
  readonly evidence: string;
  readonly title: string;
}

export function Preview({ round, evidence, title }: Given) {
  const say = useWords(evidenceWords);
  const path = `/rounds/${round}/evidence/${evidence}/content?shown=true`;
  const { data, error, refetch } = useQuery<Shown, Refused>({
    queryKey: ['shown', path],
    queryFn: ({ signal }) => lookAt(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={3} />;
  if (data.kind === 'none') return <p className="preview-note">{say.notShown}</p>;
  if (data.kind === 'paper' && !navigator.pdfViewerEnabled) return <Unseen round={round} evidence={evidence} />;
  return (
    <section className="preview" aria-label={say.preview(title)}>
      {data.kind === 'picture' && <Picture content={data.content} title={title} />}
      {data.kind === 'words' && (
        <Scrolling className="preview-words" label={title}>
          <pre>{data.text}</pre>
        </Scrolling>
      )}
      {data.kind === 'paper' && <iframe src={addressOf(path)} title={title} />}
      <p className="preview-note">
        {data.kind === 'paper' && say.paperHelp} {data.kind === 'words' && data.isCut && say.cut}{' '}
        <a href={addressOf(path)} target="_blank" rel="noreferrer">
          {say.newWindow}
        </a>
      </p>
    </section>
  );
}

/** A frame with a PDF would stay empty, or save the paper unasked. */
function Unseen({ round, evidence }: Omit<Given, 'title'>) {
  const say = useWords(evidenceWords);
  const said = useSaid();
  return (
    <div className="preview-unseen">
      <Icon name="file" size={20} />
      <p>{say.noViewer}</p>
      <Button
        type="primary"
        onClick={() => void download(`/rounds/${round}/evidence/${evidence}/content`).catch(said.refused)}
      >
        {say.savePaper}
      </Button>
    </div>
  );
}

function Picture({ content, title }: { readonly content: Blob; readonly title: string }) {
  const [address, show] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    show(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address === undefined ? null : <img src={address} alt={title} />;
}

async function lookAt(path: string, signal: AbortSignal): Promise<Shown> {
  const { type, content } = await contentAt(path, signal);
  if (type === 'application/pdf') return { kind: 'paper' };
  if (type.startsWith('image/')) return { kind: 'picture', content: await content() };
  if (!type.startsWith('text/plain')) return { kind: 'none' };
  const text = wordsOf(await (await content()).arrayBuffer());
  return { kind: 'words', text: text.slice(0, WORDS_MOST), isCut: text.length > WORDS_MOST };
}

/** Older programs write GB 18030. */
function wordsOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
