/**
 * A template being bound: its blanks as the server gave them, and over them the decisions taken here until the server's
 * page holds them, so that a page asked for before a decision cannot undo it. A decision shows at once and is saved
 * behind it, one at a time; when it was refused, that is said and what stands is asked again. Each can be taken back,
 * two hundred deep.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
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
/** The last taken here for a blank, what version was made of those saved, and how many are still on their way. */
interface Held {
  readonly taken: Taken;
  readonly version: number;
  readonly waiting: number;
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

  const now = useRef<ReadonlyMap<string, Held>>(new Map());
  const [held, show] = useState(now.current);
  const hold = useCallback((change: (held: Map<string, Held>) => void): void => {
    const next = new Map(now.current);
    change(next);
    now.current = next;
    show(next);
  }, []);
  const standing = useCallback((): ReadonlyMap<string, StudioBlank> => {
    const blanks = cache.getQueryData<StudioPage>([path])?.blanks ?? [];
    return new Map(blanks.map((blank) => [blank.id, laidOver(blank, now.current.get(blank.id))]));
  }, [cache, path]);

  const save = useCallback(
    (taken: readonly Taken[]): void => {
      hold((next) => {
        for (const each of taken) {
          const { version = 0, waiting = 0 } = next.get(each.blank) ?? {};
          next.set(each.blank, { taken: each, version, waiting: waiting + 1 });
        }
      });
      setSaving((count) => count + 1);
      // One after the other: each names the version the one before has made.
      queue.current = queue.current
        .then(async () => {
          const blanks = standing();
          const decisions = taken.map(({ blank, decision }) => ({
            blank,
            decision,
            seen: blanks.get(blank)?.version ?? 0,
          }));
          const body = { decisions };
          const { decided } = await tell<DecidedBlanks>({
            method: 'POST',
            path: `${path}/decisions`,
            body,
            isLasting: true,
          });
          hold((next) => {
            for (const { blank, version } of decided) {
              const mine = next.get(blank);
              if (mine !== undefined) next.set(blank, { ...mine, version, waiting: mine.waiting - 1 });
            }
          });
          clearTimeout(rest.current);
          rest.current = setTimeout(() => void askAgain(cache, path), REST_MS);
        })
        .catch(async (error: unknown) => {
          said.refused(error);
          hold((next) => {
            for (const { blank } of taken) {
              const mine = next.get(blank);
              if (mine === undefined || mine.waiting <= 1) next.delete(blank);
              else next.set(blank, { ...mine, waiting: mine.waiting - 1 });
            }
          });
          await askAgain(cache, path);
        })
        .finally(() => setSaving((count) => count - 1));
    },
    [cache, hold, path, said, standing],
  );

  const decide = useCallback(
    (taken: readonly Taken[]): Step => {
      const before = standing();
      const step = {
        before: taken.map(({ blank }) => ({
          blank,
          decision: (before.get(blank)?.decision ?? null) as Decision | null,
        })),
      };
      undo.current = [...undo.current.slice(1 - STEPS_KEPT), step];
      save(taken);
      return step;
    },
    [save, standing],
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

  const { data } = asked;
  const page = useMemo(
    () =>
      data === undefined ? data : { ...data, blanks: data.blanks.map((each) => laidOver(each, held.get(each.id))) },
    [data, held],
  );
  return { path, round, asked, page, decide, takeBack, isSaving: saving > 0, settled: () => queue.current };
}

/** A blank with what was taken here, where the server's page does not hold that yet. */
function laidOver(blank: StudioBlank, held: Held | undefined): StudioBlank {
  if (held === undefined || (held.waiting === 0 && blank.version >= held.version)) return blank;
  const { decision, shown } = held.taken;
  const { decision: _, shown: __, person: ___, ...rest } = blank;
  const bare = { ...rest, version: Math.max(blank.version, held.version) };
  if (decision === null) return bare;
  const printed =
    decision.as === 'figure'
      ? (shown ??
        blank.offers
          .find(({ expression }) => expression === decision.value)
          ?.formats.find(({ format }) => format === decision.format))
      : undefined;
  return { ...bare, decision, ...(printed === undefined ? {} : { shown: printed }) };
}
