/** 特殊情况 of a round as its scheme's administrator sees them: what was found, in which figures, why it is asked, what came of it. */
import Type from 'typebox';
import {
  checkStanding,
  type HeldException,
  listExceptions,
  loadRound,
  loadTask,
  stillStands,
} from '../../collect/index.ts';
import type { ItemCode } from '../../kernel/index.ts';
import { PlatformProblem, query, type Tx, widened } from '../../platform/index.ts';
import { mayDecideExceptions } from '../policy.ts';

export const listRoundExceptions = query({
  name: 'review.exceptions.list',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: (who) => who.posts.some(({ role }) => role === 'schemeAdmin'),
  async run(tx, { round: code }, { who }) {
    const context = await loadRound(tx, who.tenant, code);
    if (!mayDecideExceptions(who, context)) throw PlatformProblem.forbidden({ action: 'review.exceptions.list' });
    const { scheme, register } = context;
    const itemOf = (item: string) => scheme.items.get(item as ItemCode);
    const exceptions = await widened(tx, who, async () => {
      const held = await listExceptions(tx, { tenant: who.tenant, round: code }, register);
      return Promise.all(held.map(async (each) => ({ ...each, state: await stateOf(tx, each, context) })));
    });
    const codes = new Set(exceptions.map((each) => each.code));
    return {
      /** What the sentences of the findings are made with. */
      checks: scheme.checks.flatMap(({ id, kind }) => (codes.has(id) ? [{ id, kind }] : [])),
      exceptions: exceptions.map(({ unit, task: _, author, figures, ...asked }) => ({
        ...asked,
        unit: register.unitOf(unit)?.name ?? '',
        of: register.tree.find(asked.subject)?.name ?? '',
        name: itemOf(asked.item)?.name ?? asked.item,
        /** Asked by me: another person has to decide. */
        mine: author === who.account,
        figures: Object.values(Object.groupBy(figures, ({ item }) => item)).flatMap((both = []) => {
          const shown = (year: 'now' | 'prior') => both.find((each) => each.year === year)?.shown ?? null;
          const item = both[0]?.item ?? '';
          return {
            item,
            name: itemOf(item)?.name ?? item,
            unit: itemOf(item)?.unit ?? '',
            now: shown('now'),
            prior: shown('prior'),
          };
        }),
      })),
      year: scheme.year,
    };
  },
});

/** Lapsed: a figure has changed since it was asked. */
async function stateOf(
  tx: Tx,
  { decision, task, ...asked }: HeldException,
  context: Awaited<ReturnType<typeof loadRound>>,
): Promise<'waits' | 'lapsed' | 'granted' | 'refused'> {
  if (decision?.granted === false) return 'refused';
  const { figures } = await checkStanding(
    tx,
    await loadTask(tx, context.round.tenant, context.round.round, task),
    context,
  );
  if (!stillStands({ ...asked, decision }, figures())) return 'lapsed';
  return decision === null ? 'waits' : 'granted';
}
