/**
 * A part of a screen that scrolls by itself. It takes the focus, so that the arrows of the keyboard scroll it as the wheel
 * does (WCAG 2.1.1), and it has a name for who hears where they are.
 */
import type { ReactNode, Ref } from 'react';

interface Given {
  readonly label: string;
  readonly className: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

export function Scrolling({ label, className, ref, children }: Given) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section ref={ref} className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
