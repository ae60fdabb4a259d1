/** Items by name or code, for a blank none of the suggestions fits. */
import { useEffect, useRef, useState } from 'react';
import type { FoundItems } from '../../../../src/report/replies.ts';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { valueWords } from './say-offer.ts';
import type { Offer, StudioBlank } from './use-desk.ts';

interface Given {
  readonly path: string;
  readonly blank: StudioBlank;
  take(offer: Offer): void;
  leave(): void;
}
const PATIENCE_MS = 200;

export function ItemSearch({ path, blank, take, leave }: Given) {
  const { studio: say } = useWords(reportWords);
  const field = useRef<HTMLInputElement>(null);
  const [text, type] = useState('');
  const [asked, ask] = useState('');
  const [at, move] = useState(0);
  useEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useAsk<FoundItems>(asked === '' ? undefined : `${path}?find=${encodeURIComponent(asked)}`);
  const found = data ?? [];
  return (
    <div className="item-search">
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="item-search-list"
        aria-activedescendant={found[at] === undefined ? undefined : `item-${found[at]?.expression}`}
        aria-label={say.findLabel}
        placeholder={say.findLabel}
        value={text}
        onChange={({ target }) => {
          type(target.value);
          move(0);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move((now) => Math.min(found.length - 1, now + 1));
          else if (event.key === 'ArrowUp') move((now) => Math.max(0, now - 1));
          else if (event.key === 'Escape') leave();
          else if (event.key === 'Enter') {
            const offer = found[at];
            if (offer !== undefined) take(offer);
          } else return;
          event.preventDefault();
        }}
      />
      {data?.length === 0 && <p role="status">{say.notFound(asked)}</p>}
      <div id="item-search-list" role="listbox" aria-label={say.find}>
        {found.map((offer, index) => (
          <div
            key={offer.expression}
            id={`item-${offer.expression}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(offer)}
            onKeyDown={({ key }) => key === 'Enter' && take(offer)}
          >
            <span>{offer.name}</span>
            <span className="report-quiet">{valueWords(offer.formats[0], blank, say)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
