/** What can be chosen instead of typed: 是, 否, 不适用; and the nature of an amount, where another than asked is at hand. */
import { useId } from 'react';
import { NATURES } from '../../../../src/kernel/index.ts';
import { useWords } from '../../shell/language.tsx';
import { type Cell, type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Entry } from '../entry/entry.ts';
import { collectWords } from '../words.ts';

interface Given {
  readonly entry: Entry;
  readonly item: Item;
  readonly place: Place;
  readonly cell: Cell;
  readonly asked: Item['nature'];
}

export function Choices({ entry, item, place, cell, asked }: Given) {
  const say = useWords(collectWords);
  const id = useId();
  if (item.computed) return null;
  const choices = item.type === 'truth' ? (['是', '否', '不适用'] as const) : (['不适用'] as const);
  const words = { 是: say.yes, 否: say.no, 不适用: say.notApplicable };
  const wanted = place.year === 'now' ? asked?.this : asked?.prior;
  return (
    <section className="panel-part panel-choices">
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={cell.typed === choice}
          onClick={() => entry.edit([{ key: keyOf(place), typed: cell.typed === choice ? '' : choice }])}
        >
          {words[choice]}
        </button>
      ))}
      {wanted !== undefined && (
        <span className="panel-nature">
          <label htmlFor={id}>{say.nature}</label>
          <select
            id={id}
            value={cell.nature ?? wanted}
            onChange={({ target }) => entry.edit([{ key: keyOf(place), nature: target.value }])}
          >
            {NATURES.map((nature) => (
              <option key={nature}>{nature}</option>
            ))}
          </select>
          {cell.nature !== undefined && cell.nature !== wanted && <small>{say.natureAsked(wanted)}</small>}
        </span>
      )}
    </section>
  );
}
