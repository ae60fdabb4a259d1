/** What the evaluation is drawn from, asked once for all its parts, and the address they share. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { IndicatorTree, LastYear, Matrix, Overview, Standing } from '../../../src/evaluate/replies.ts';
import type { Refused } from '../shell/api.ts';
import { useAsk } from '../shell/asking.ts';
import { useRound } from '../shell/round.tsx';
import type { EvaluateSearch } from './routes.tsx';

export interface Evaluation {
  readonly overview: Overview;
  readonly matrix: Matrix;
  readonly tree: IndicatorTree;
  readonly last: LastYear | undefined;
  /** The unit that is looked at. */
  readonly unit: Standing;
}

interface Asked {
  readonly data: Evaluation | undefined;
  readonly isEmpty: boolean;
  readonly error: Refused | null;
  again(): void;
}

export const useEvaluateSearch = (): EvaluateSearch => useSearch({ from: '/frame/evaluate' });

/** Turns a part of the address and keeps the rest. */
export function useTurn(): (part: EvaluateSearch) => void {
  const navigate = useNavigate();
  return (part) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...part }), resetScroll: false, replace: true });
}

export function useEvaluation(): Asked {
  const { round } = useRound();
  const { unit } = useEvaluateSearch();
  const overview = useAsk<Overview>(`/rounds/${round}/overview`);
  const matrix = useAsk<Matrix>(`/rounds/${round}/matrix`);
  const tree = useAsk<IndicatorTree>(`/rounds/${round}/indicators`);
  const last = useAsk<LastYear>(`/rounds/${round}/last-year`);
  const all = [overview, matrix, tree];
  const standing =
    overview.data?.units.find(({ code }) => code === unit) ??
    overview.data?.units.find(({ code }) => code === overview.data.about);
  const data = useMemo(
    () =>
      overview.data === undefined || matrix.data === undefined || tree.data === undefined || standing === undefined
        ? undefined
        : { overview: overview.data, matrix: matrix.data, tree: tree.data, last: last.data, unit: standing },
    [overview.data, matrix.data, tree.data, last.data, standing],
  );
  return {
    data,
    isEmpty: overview.data !== undefined && standing === undefined,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    again: () => {
      for (const each of all) void each.refetch();
    },
  };
}
