/** Keys of the studio wherever the cursor is in it: a click on words takes it from the list, and nobody sees that. */
import { type RefObject, useEffect, useRef } from 'react';

/** What is put there hears each key; dialogs and whatever lies outside the screen keep theirs. */
export function useKeys(): RefObject<((event: KeyboardEvent) => void) | undefined> {
  const act = useRef<(event: KeyboardEvent) => void>(undefined);
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const { target } = event;
      // A click on bare words gives the cursor to what lies round the screen.
      const screen = document.querySelector('.screen');
      const isHere = target instanceof Element && (screen?.contains(target) || target.contains(screen));
      const isAsked = document.querySelector('.ant-modal-wrap:not([style*="none"])') !== null;
      if (isHere && !isAsked && !event.defaultPrevented && !event.isComposing) act.current?.(event);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
  return act;
}
