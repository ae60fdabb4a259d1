/** A screen's head: what it is, in which state, and what can be done; the work below it fills the window. */
import type { ReactNode } from 'react';
import './screen.css';

interface Given {
  readonly title: ReactNode;
  /** Beside the title: state, when it was saved. */
  readonly state?: ReactNode;
  /** Below the title: one line. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Screen({ title, state, note, actions, children }: Given) {
  return (
    <div className="screen">
      <header className="screen-head">
        <div className="screen-title">
          <h1>{title}</h1>
          {state}
        </div>
        <div className="screen-actions">{actions}</div>
        {note !== undefined && <p className="screen-note">{note}</p>}
      </header>
      <div className="screen-work">{children}</div>
    </div>
  );
}
