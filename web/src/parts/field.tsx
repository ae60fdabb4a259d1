/** A label with its field, and the words that belong to it, tied together for those who hear the page. */
import { type ReactNode, useId } from 'react';
import './field.css';

interface Given {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

export function Field({ label, hint, error, children }: Given) {
  const id = useId();
  const told = `${id}-told`;
  const words = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, words === undefined ? undefined : told)}
      {words !== undefined && (
        <p id={told} className={error === undefined ? 'field-hint' : 'field-error'}>
          {words}
        </p>
      )}
    </div>
  );
}
