/** 批注: said beside the text by anyone who reads it, answered, settled. */
import { Button } from 'antd';
import { useState } from 'react';
import type { RemarkList } from '../../../../src/report/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk, useTell } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';

/** What a new remark is about: a paragraph, or a figure in it; undefined for the whole text. */
export interface RemarkPlace {
  readonly paragraph: number;
  readonly quote: string;
  readonly slot?: string;
  readonly occurrence?: number;
}
interface Given {
  readonly base: string;
  readonly version: number;
  readonly place: RemarkPlace | undefined;
  go(paragraph: number): void;
}
const QUOTE_SHOWN = 40;

export function RemarksSide({ base, version, place, go }: Given) {
  const say = useWords(reportWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const said = useSaid();
  const [words, write] = useState('');
  const { data, error, refetch } = useAsk<RemarkList>(`${base}/remarks`);
  const changes = { changes: [`${base}/remarks`] };
  const add = useTell<void>(
    () => ({ method: 'POST', path: `${base}/remarks`, body: { version, words, ...place } }),
    changes,
  );
  const answer = useTell<{ readonly remark: string; readonly kind: string; readonly words?: string }>(
    ({ remark, ...body }) => ({ method: 'POST', path: `${base}/remarks/${remark}/answers`, body }),
    changes,
  );
  const send = (): void => add.mutate(undefined, { onSuccess: () => write(''), onError: said.refused });
  return (
    <>
      <form
        className="reader-remark-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') send();
        }}
      >
        <label>
          {say.reader.remarkOn}
          <textarea value={words} maxLength={2000} onChange={({ target }) => write(target.value)} />
        </label>
        <span className="report-quiet">
          {place === undefined ? say.reader.remarkNowhere : say.reader.remarkWhere(place.quote.slice(0, QUOTE_SHOWN))}
        </span>
        <div>
          <Button size="small" type="primary" htmlType="submit" disabled={words.trim() === ''} loading={add.isPending}>
            {say.reader.remarkAdd}
          </Button>
        </div>
      </form>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting rows={2} />}
      {data?.length === 0 && <p className="reader-note">{say.reader.noRemarks}</p>}
      <ol>
        {data?.toReversed().map(({ remark, person, at, words: text, quote, paragraph, closed, answers }) => (
          <li key={remark} className="reader-item">
            <button type="button" disabled={paragraph === null} onClick={() => go(paragraph ?? 0)}>
              <span className="reader-item-head">
                {person}
                <span className="page">{printWhen(at, language)}</span>
              </span>
              <p className="report-quiet">{quote === '' ? say.reader.whole : `“${quote.slice(0, QUOTE_SHOWN)}”`}</p>
            </button>
            <p>{text}</p>
            {answers.map((each) => (
              <p key={each.remark}>
                {each.person}
                {marks.aside(printWhen(each.at, language))}
                {each.kind === 'close' ? say.reader.remarkClose : each.kind === 'reopen' ? say.reader.remarkReopen : ''}{' '}
                {each.words}
              </p>
            ))}
            <Answering
              closed={closed}
              answer={(kind, reply) =>
                answer.mutate({ remark, kind, ...(reply === '' ? {} : { words: reply }) }, { onError: said.refused })
              }
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface AnsweringGiven {
  readonly closed: boolean;
  answer(kind: 'answer' | 'close' | 'reopen', words: string): void;
}

function Answering({ closed, answer }: AnsweringGiven) {
  const say = useWords(reportWords);
  const [words, write] = useState('');
  const tell = (kind: 'answer' | 'close' | 'reopen'): void => {
    answer(kind, words.trim());
    write('');
  };
  if (closed)
    return (
      <div className="acts">
        <span className="report-quiet">{say.reader.remarkClosed}</span>
        <Button size="small" type="link" onClick={() => tell('reopen')}>
          {say.reader.remarkReopen}
        </Button>
      </div>
    );
  return (
    <div className="acts reader-search">
      <input
        aria-label={say.reader.remarkAnswer}
        value={words}
        maxLength={2000}
        onChange={({ target }) => write(target.value)}
      />
      <Button size="small" disabled={words.trim() === ''} onClick={() => tell('answer')}>
        {say.reader.remarkAnswer}
      </Button>
      <Button size="small" onClick={() => tell('close')}>
        {say.reader.remarkClose}
      </Button>
    </div>
  );
}
