/** 说明: written in place, kept with the figure, shown to who reviews it. */
import { useId, useState } from 'react';
import { REASON_LENGTH } from '../../../../src/collect/pure.ts';
import { useWords } from '../../shell/language.tsx';
import type { Cell } from '../entry/cells.ts';
import type { Entry } from '../entry/entry.ts';
import { hasReason } from '../form/tally.ts';
import { collectWords } from '../words.ts';

interface Given {
  readonly entry: Entry;
  readonly cell: Cell;
  readonly place: string;
  readonly canType: boolean;
}

export function ReasonBox({ entry, cell, place, canType }: Given) {
  const say = useWords(collectWords);
  const id = useId();
  const [text, type] = useState(cell.reason);
  const save = (): void => {
    if (text.trim() !== cell.reason) entry.edit([{ key: place, reason: text.trim() }]);
  };
  if (!canType) return cell.reason === '' ? null : <p className="panel-part">{cell.reason}</p>;
  return (
    <section className="panel-part">
      <label htmlFor={id}>{say.reason}</label>
      <textarea
        id={id}
        className="panel-reason"
        rows={3}
        maxLength={2_000}
        value={text}
        aria-describedby={`${id}-told`}
        onChange={({ target }) => type(target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
        data-reason
      />
      <p id={`${id}-told`} className="panel-note">
        {hasReason(text) ? say.reasonKept : say.reasonWanted(REASON_LENGTH)}
      </p>
    </section>
  );
}
