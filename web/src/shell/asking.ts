/** Questions and tellings as the screens use them: one cache by path, asked again when something below a path changed. */
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ask, Refused, type Telling, tell } from './api.ts';

const TRIES = 3;

/** Refusals are answers and are not asked for twice; a server out of reach is. */
export const newCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (tried, error) => error instanceof Refused && error.isOffline && tried < TRIES,
      },
    },
  });

/** The answer at a path below `/api/v1`; nothing is asked while the path is undefined. */
export const useAsk = <T>(path: string | undefined): UseQueryResult<T, Refused> =>
  useQuery<T, Refused>({
    queryKey: [path],
    queryFn: ({ signal }) => ask<T>(path ?? '', signal),
    enabled: path !== undefined,
  });

/** `changes`: what is asked again once it was done, as beginnings of paths. */
export function useTell<In, Out = unknown>(
  build: (given: In) => Telling,
  { changes = [] }: { readonly changes?: readonly string[] } = {},
): UseMutationResult<Out, Refused, In> {
  const cache = useQueryClient();
  return useMutation<Out, Refused, In>({
    mutationFn: (given) => tell<Out>(build(given)),
    onSuccess: () => askAgain(cache, ...changes),
  });
}

/** Asks again what stands below these paths. */
export async function askAgain(cache: QueryClient, ...paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await cache.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && paths.some((each) => path.startsWith(each)),
  });
}
