/** While somebody types their password, the first screen of those who fill comes along: they are most, and in haste. */
import { useEffect } from 'react';

const fetchAhead = (): void => {
  // What does not come now is asked for again when it is wanted.
  Promise.all([
    import('../home/home-screen.tsx'),
    import('../collect/first-screen.tsx'),
    import('../collect/collect-screen.tsx'),
  ]).catch(() => undefined);
};

export function useAhead(): void {
  useEffect(() => {
    const waiting = requestIdleCallback(fetchAhead);
    return () => cancelIdleCallback(waiting);
  }, []);
}
