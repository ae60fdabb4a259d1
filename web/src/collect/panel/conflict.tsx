/** Two people on one cell: both values, and nobody's is lost unseen. */
import { Button } from 'antd';
import { printWhen } from '../../parts/numbers.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
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
  return (
    <section className="panel-box panel-error" role="alert">
      <h3>{say.conflictTitle}</h3>
      <p>{say.conflict(theirs.person, printWhen(theirs.at, language), theirs.typed, cell.typed)}</p>
      <p className="panel-acts">
        <Button size="small" type="primary" onClick={() => entry.keepMine(place)}>
          {say.keepMine}
        </Button>
        <Button size="small" onClick={() => entry.takeTheirs(place)}>
          {say.takeTheirs}
        </Button>
      </p>
    </section>
  );
}
