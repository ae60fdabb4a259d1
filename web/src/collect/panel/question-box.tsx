/** What this cell was asked to be looked at again for, until it is answered. */
import type { NoticeList } from '../../../../src/review/replies.ts';
import { AnswerQuestion } from '../../review/questions/answer-question.tsx';
import { questionWords } from '../../review/questions/words.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import type { Place } from '../entry/cells.ts';

export function QuestionBox({ task, place }: { readonly task: string; readonly place: Place }) {
  const say = useWords(questionWords);
  const { data } = useAsk<NoticeList>('/notices');
  const open = data?.filter(
    ({ kind, read_at, data: about }) => kind === 'figure.ask' && read_at === null && isAbout(about, task, place),
  );
  return open?.map(({ notice, says }) => (
    <section key={notice} className="panel-box panel-warn">
      <h3>{say.head}</h3>
      <p>{says}</p>
      <AnswerQuestion notice={notice} says={says} />
    </section>
  ));
}

function isAbout(about: unknown, task: string, { subject, item }: Place): boolean {
  const told = about as Readonly<Record<string, unknown>>;
  return told.task === task && told.subject === subject && told.item === item;
}
