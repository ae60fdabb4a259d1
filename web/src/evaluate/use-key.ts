/** A letter that acts while nobody types. */
import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable="true"]';

export function useKey(letter: string, act: () => void): void {
  const acting = useRef(act);
  acting.current = act;
  useEffect(() => {
    const heard = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      if (ctrlKey || altKey || metaKey || key.toLowerCase() !== letter) return;
      if (target instanceof Element && target.matches(TYPING)) return;
      acting.current();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [letter]);
}
