/** 催办 travels by chat: who is late with what and until when, ready to paste; no scores and no personal data. */
import { Button } from 'antd';
import type { TaskList } from '../../../src/collect/replies.ts';
import { useSaid } from '../parts/acts.ts';
import { printWhen } from '../parts/numbers.ts';
import { useOffice } from '../shell/contact.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { homeWords } from './words.ts';

const OPEN: ReadonlySet<string> = new Set(['draft', 'returned']);
const PARTS = ['forms', 'schools'] as const;

export function GroupNotice({ tasks, due }: { readonly tasks: TaskList; readonly due: string }) {
  const say = useWords(homeWords);
  const { language } = useLanguage();
  const said = useSaid();
  const office = useOffice();
  const open = tasks.filter(({ state }) => OPEN.has(state));
  const lists = PARTS.flatMap((part) => {
    const names = open.filter((task) => task.part === part).map(({ name, deptName }) => `${name}${deptName}`);
    return names.length === 0 ? [] : [say.missing[part]([...new Set(names)])];
  });
  if (lists.length === 0) return null;
  const text = say.notice(lists, printWhen(due, language), office);
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
