/** Two people, or two windows of one, on one cell: both values, and neither is lost unseen. */
import { Button } from 'antd';
import { printWhen } from '../../parts/numbers.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { useWho } from '../../shell/session.tsx';
import type { Cell, Theirs } from '../entry/cells.ts';
import type { Entry } from '../entry/entry.ts';
import { collectWords } from '../words.ts';

interface Given {
  readonly entry: Entry;
  readonly place: string;
  readonly cell: Cell;
  readonly theirs: Theirs;
}

export function Conflict({ entry, place, cell, theirs }: Given) {
  const say = useWords(collectWords);
  const { language } = useLanguage();
  const isOwn = useWho().person === theirs.person;
  const at = printWhen(theirs.at, language);
  return (
    <section className="panel-box panel-error" role="alert">
      <h3>{isOwn ? say.conflictOwnTitle : say.conflictTitle}</h3>
      <p>
        {isOwn
          ? say.conflictOwn(at, theirs.typed, cell.typed)
          : say.conflict(theirs.person, at, theirs.typed, cell.typed)}
      </p>
      <p className="panel-acts">
        <Button size="small" type="primary" onClick={() => entry.keepMine(place)}>
          {isOwn ? say.keepHere : say.keepMine}
        </Button>
        <Button size="small" onClick={() => entry.takeTheirs(place)}>
          {isOwn ? say.takeThere : say.takeTheirs}
        </Button>
      </p>
    </section>
  );
}
