/** 催办 travels by chat: who is late with what and until when, ready to paste; no scores and no personal data. */
import { Button } from 'antd';
import type { TaskList } from '../../../src/collect/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { useOffice } from '../shell/contact.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { homeWords } from './words.ts';

const OPEN: ReadonlySet<string> = new Set(['draft', 'returned']);

export function GroupNotice({ tasks, due }: { readonly tasks: TaskList; readonly due: string }) {
  const say = useWords(homeWords);
  const { language } = useLanguage();
  const said = useSaid();
  const office = useOffice();
  const open = tasks.filter(({ state }) => OPEN.has(state));
  const names = [...new Set(open.map(({ name, deptName }) => (deptName === '' ? name : `${name}${deptName}`)))];
  if (names.length === 0) return null;
  const text = say.notice(names, printWhen(due, language), office);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    said.done(say.copied);
  };
  return (
    <div className="office-notice">
      <p>{text}</p>
      <Button onClick={() => void copy()}>{say.copyNotice}</Button>
    </div>
  );
}
