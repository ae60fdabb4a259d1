/** An explanation handed in beside another number: it still holds for this one, or is written anew. */
import { Button } from 'antd';
import type { Finding } from '../../../../src/kernel/index.ts';
import { useWords } from '../../shell/language.tsx';
import { keyOf, type Place } from '../entry/cells.ts';
import type { Entry } from '../entry/entry.ts';
import { collectWords } from '../words.ts';

interface Given {
  readonly entry: Entry;
  readonly finding: Finding;
  readonly place: Place;
}

export function FormerReason({ entry, finding: { data }, place }: Given) {
  const say = useWords(collectWords);
  const corrected = (['now', 'prior'] as const).filter(
    (year) => Array.isArray(data.years) && data.years.includes(year),
  );
  return (
    <>
      <Button
        size="small"
        type="primary"
        onClick={() => entry.edit(corrected.map((year) => ({ key: keyOf({ ...place, year }), reasonHolds: true })))}
      >
        {say.stillHolds}
      </Button>
      <Button size="small" onClick={() => document.querySelector<HTMLElement>('[data-reason]')?.focus()}>
        {say.writeAnew}
      </Button>
    </>
  );
}
