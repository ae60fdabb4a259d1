/**
 * A template being bound: its blanks as the server gave them with the decisions taken since. A decision shows at once
 * and is saved behind it; when it was refused, what stands is asked again. Each can be taken back, two hundred deep.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../../src/report/pure.ts';
import type { DecidedBlanks, StudioPage } from '../../../../src/report/replies.ts';
import { useSaid } from '../../parts/acts.ts';
import { tell } from '../../shell/api.ts';
import { askAgain, useAsk } from '../../shell/asking.ts';
import { useRound } from '../../shell/round.tsx';

export type StudioBlank = StudioPage['blanks'][number];
export type Offer = StudioBlank['offers'][number];
export interface Taken {
  readonly blank: string;
  readonly decision: Decision | null;
  /** As it prints, where the blank's own offers do not say. */
  readonly shown?: Offer['formats'][number];
}
/** What was decided in one act, as it was before. */
export interface Step {
  readonly before: readonly Taken[];
}
const STEPS_KEPT = 200;
/** Suggestions that lean on what was decided are asked again once the hands rest. */
const REST_MS = 1_500;

export function useDesk(template: string) {
  const { round } = useRound();
  const path = `/rounds/${round}/templates/${template}`;
  const asked = useAsk<StudioPage>(path);
  const cache = useQueryClient();
  const said = useSaid();
  const undo = useRef<Step[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [saving, setSaving] = useState(0);
  useEffect(() => () => clearTimeout(rest.current), []);

  const write = useCallback(
    (taken: readonly Taken[]): void => {
      const given = new Map(taken.map((each) => [each.blank, each]));
      cache.setQueryData<StudioPage>([path], (page) =>
        page === undefined ? page : { ...page, blanks: page.blanks.map((blank) => decided(blank, given)) },
      );
    },
    [cache, path],
  );

  const save = useCallback(
    (taken: readonly Taken[]): void => {
      write(taken);
      setSaving((count) => count + 1);
      // One after the other: each names the version the one before has made.
      queue.current = queue.current
        .then(async () => {
          const page = cache.getQueryData<StudioPage>([path]);
          const versions = new Map(page?.blanks.map(({ id, version }) => [id, version]));
          const decisions = taken.map(({ blank, decision }) => ({ blank, decision, seen: versions.get(blank) ?? 0 }));
          const made = await tell<DecidedBlanks>({ method: 'POST', path: `${path}/decisions`, body: { decisions } });
          const now = new Map(made.decided.map(({ blank, version }) => [blank, version]));
          cache.setQueryData<StudioPage>([path], (before) =>
            before === undefined
              ? before
              : {
                  ...before,
                  blanks: before.blanks.map((blank) => ({ ...blank, version: now.get(blank.id) ?? blank.version })),
                },
          );
          clearTimeout(rest.current);
          rest.current = setTimeout(() => void askAgain(cache, path), REST_MS);
        })
        .catch(async (error: unknown) => {
          await askAgain(cache, path);
          said.refused(error);
        })
        .finally(() => setSaving((count) => count - 1));
    },
    [cache, path, said, write],
  );

  const decide = useCallback(
    (taken: readonly Taken[]): Step => {
      const page = cache.getQueryData<StudioPage>([path]);
      const held = new Map(page?.blanks.map(({ id, decision }) => [id, (decision ?? null) as Decision | null]));
      const step = { before: taken.map(({ blank }) => ({ blank, decision: held.get(blank) ?? null })) };
      undo.current = [...undo.current.slice(1 - STEPS_KEPT), step];
      save(taken);
      return step;
    },
    [cache, path, save],
  );

  /** The last step, or the one given; gives the blank gone back to, undefined where nothing was left to take back. */
  const takeBack = useCallback(
    (step = undo.current.at(-1)): string | undefined => {
      if (step === undefined || !undo.current.includes(step)) return undefined;
      undo.current = undo.current.filter((each) => each !== step);
      save(step.before);
      return step.before[0]?.blank;
    },
    [save],
  );

  return { path, round, asked, page: asked.data, decide, takeBack, isSaving: saving > 0, settled: () => queue.current };
}

function decided(blank: StudioBlank, given: ReadonlyMap<string, Taken>): StudioBlank {
  const taken = given.get(blank.id);
  if (taken === undefined) return blank;
  const { decision } = taken;
  const { decision: _, shown: __, person: ___, ...bare } = blank;
  if (decision === null) return bare;
  const printed =
    decision.as === 'figure'
      ? (taken.shown ??
        blank.offers
          .find(({ expression }) => expression === decision.value)
          ?.formats.find(({ format }) => format === decision.format))
      : undefined;
  return { ...bare, decision, ...(printed === undefined ? {} : { shown: printed }) };
}
