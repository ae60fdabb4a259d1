/** 试填全文: the text on its pages with what is accepted now. */
import { useMemo } from 'react';
import { paginate } from '../../../../src/report/pure.ts';
import type { TriedTemplate } from '../../../../src/report/replies.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { Paper, type Reading, ReadingGiven } from '../reader/paper.tsx';
import { reportWords } from '../words.ts';
import '../reader/reader.css';

const NO_MARKS = [] as const;
const READING: Reading = {
  labelOf: () => undefined,
  marksOf: () => NO_MARKS,
  isMarked: false,
  opened: '',
  changed: new Map(),
  chosen: undefined,
  open: () => undefined,
  choose: () => undefined,
};
/** What scrolls must be reached by keyboard. */
const SCROLLS = { tabIndex: 0 };

export function Tried({ path }: { readonly path: string }) {
  const { studio: say } = useWords(reportWords);
  const { data, error, refetch } = useAsk<TriedTemplate>(`${path}/trial`);
  const pages = useMemo(() => (data === undefined ? [] : paginate(data.blocks)), [data]);
  if (error !== null) return <Trouble refused={error} retry={refetch} />;
  if (data === undefined) return <Waiting rows={12} />;
  return (
    <section className="reader-paper" aria-label={say.tried} {...SCROLLS}>
      <p className="reader-note">{say.tried}</p>
      <ReadingGiven value={READING}>
        <Paper pages={pages} />
      </ReadingGiven>
    </section>
  );
}
