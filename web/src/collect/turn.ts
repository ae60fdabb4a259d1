/** The address of these screens: what it says, and how a part of it is changed. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CollectSearch, EvidenceSearch } from './routes.tsx';

/** Undefined takes a part out of the address. */
export type Turn<S> = { readonly [Key in keyof S]?: S[Key] | undefined };

export const useCollectSearch = (): CollectSearch => useSearch({ strict: false }) as CollectSearch;
export const useEvidenceSearch = (): EvidenceSearch => useSearch({ strict: false }) as EvidenceSearch;

export function useTurn<S>(to: '/collect' | '/evidence'): (change: Turn<S>, isReplacing?: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (change, isReplacing = false) =>
      void navigate({
        to,
        search: (before: object) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
        replace: isReplacing,
      }),
    [navigate, to],
  );
}
