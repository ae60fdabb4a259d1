/** Turns the address to another version, part or entry; what is set to '' goes. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SchemeSearch } from './routes.tsx';

export function useTurn(): (change: SchemeSearch) => void {
  const navigate = useNavigate({ from: '/scheme' });
  return (change) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== '')),
      replace: true,
    });
}

/** What the address names; validated by the route. */
export const useSchemeSearch = (): SchemeSearch => useSearch({ strict: false }) as SchemeSearch;
