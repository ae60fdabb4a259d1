/** One step of a walk, numbered in its order; it can be folded away. */
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icon.tsx';

interface Given {
  readonly title: string;
  /** Beside the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

export function Step({ title, note, children }: Given) {
  const [isOpen, open] = useState(true);
  const id = useId();
  return (
    <li className="trace-step">
      <h3 className="trace-step-head">
        <button
          type="button"
          className="plain-button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => open(!isOpen)}
        >
          <span className="trace-number" aria-hidden />
          {title}
          <Icon name={isOpen ? 'down' : 'right'} size={12} />
        </button>
        {note !== undefined && <span className="trace-note">{note}</span>}
      </h3>
      <div id={id} hidden={!isOpen} className="trace-step-body">
        {children}
      </div>
    </li>
  );
}
