/** What every change of units asks: the day it holds from, and the document it is done by. */
import { useState } from 'react';
import { Field } from '../parts/field.tsx';
import { useWords } from '../shell/language.tsx';
import { orgWords } from './words.ts';

export interface Change {
  readonly on: string;
  readonly basis: string;
}

export function useChange(): { readonly change: Change; readonly isDated: boolean; keep(change: Change): void } {
  const [change, keep] = useState<Change>({ on: '', basis: '' });
  return { change, isDated: change.on !== '' && change.basis.trim() !== '', keep };
}

export function ChangeFields({ change, keep }: { readonly change: Change; keep(change: Change): void }) {
  const say = useWords(orgWords);
  return (
    <>
      <Field label={say.effective}>
        {(id) => (
          <input
            id={id}
            type="date"
            className="input"
            required
            value={change.on}
            onChange={({ target }) => keep({ ...change, on: target.value })}
          />
        )}
      </Field>
      <Field label={say.basis} hint={say.basisHint}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            className="input"
            required
            value={change.basis}
            onChange={({ target }) => keep({ ...change, basis: target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface TextGiven {
  readonly label: string;
  readonly value: string;
  readonly isNeeded?: boolean;
  keep(value: string): void;
}

export function TextField({ label, value, isNeeded = false, keep }: TextGiven) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input"
          required={isNeeded}
          autoComplete="off"
          value={value}
          onChange={({ target }) => keep(target.value)}
        />
      )}
    </Field>
  );
}
