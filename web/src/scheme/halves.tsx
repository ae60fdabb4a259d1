/** A list on the left, filtered by words; the chosen entry on the right. */
import type { ReactNode } from 'react';
import { FindField } from '../parts/find-field.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { Empty } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { useSchemeSearch, useTurn } from './turn.ts';
import { schemeWords } from './words.ts';

export interface Entry {
  readonly code: string;
  readonly name: string;
  readonly more?: string;
  readonly depth?: number;
  readonly isBranch?: boolean;
}

interface Given {
  readonly entries: readonly Entry[];
  readonly chosen: string | undefined;
  readonly label: string;
  choose(code: string): void;
  readonly children: ReactNode;
}

export function Halves({ entries, chosen, label, choose, children }: Given) {
  const say = useWords(schemeWords);
  const { q = '' } = useSchemeSearch();
  const turn = useTurn();
  const wanted = q.trim().toLowerCase();
  const shown = entries.filter(
    ({ code, name }) => wanted === '' || code.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted),
  );
  return (
    <div className="scheme-halves">
      <div className="scheme-list">
        <search className="filters">
          <FindField label={say.findHint} value={q} change={(text) => turn({ q: text })} />
        </search>
        {shown.length === 0 && <Empty>{say.notFound}</Empty>}
        <ul aria-label={label}>
          {shown.map(({ code, name, more, depth = 0, isBranch = false }) => (
            <li key={code}>
              <button
                type="button"
                className={`plain-button scheme-row${isBranch ? ' scheme-row-branch' : ''}`}
                aria-current={code === chosen}
                style={{ paddingLeft: 16 + (wanted === '' ? depth * 14 : 0) }}
                onClick={() => choose(code)}
              >
                <small>{code}</small>
                <span>{name}</span>
                {more !== undefined && <small>{more}</small>}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Scrolling className="scheme-side" label={say.entry}>
        {children}
      </Scrolling>
    </div>
  );
}

/** Facts of an entry; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '' && value !== null)
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export function Basis({ basis }: { readonly basis: { readonly text?: string; readonly source: string } | undefined }) {
  if (basis === undefined) return null;
  return (
    <>
      {basis.text} <small>{basis.source}</small>
    </>
  );
}
