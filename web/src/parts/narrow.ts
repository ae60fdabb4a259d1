/** Whether the window is a phone's: there lists stand where tables do. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 700px)';

const listen = (heard: () => void): (() => void) => {
  const asked = matchMedia(NARROW);
  asked.addEventListener('change', heard);
  return () => asked.removeEventListener('change', heard);
};

export const useIsNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(NARROW).matches);
