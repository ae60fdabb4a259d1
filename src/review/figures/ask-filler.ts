/** 请填报单位核实: a reader of a figure asks those who filled it to look at it again; they are told where it stands. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { type ItemCode, periodOf, printPeriod } from '../../kernel/index.ts';
import { action, civilDay } from '../../platform/index.ts';
import { accountsAt, tell } from '../notices/notices.store.ts';
import { mayAskFillers, mayAskOf } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { findStatement } from './figures.store.ts';

export const WORDS_MOST = 500;

/** Throws `collect.roundMissing`, `review.nobodyToAsk` (also for a figure out of reach), `wordsWanted`, `wordsTooLong`. */
export const askFiller = action({
  name: 'review.figure.ask',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      /** Code of the unit whose figure it is. */
      unit: Type.String({ minLength: 1, maxLength: 64 }),
      item: Type.String({ minLength: 1, maxLength: 64 }),
      words: Type.String({ maxLength: 20_000 }),
    },
    { additionalProperties: false },
  ),
  load: async (tx, { round }, { who }) => loadRound(tx, who.tenant, round),
  may: (who) => mayAskFillers(who),
  async run(tx, { round, unit, item: code, words: given }, context, { who, now }) {
    const { scheme, register } = context;
    const words = given.trim();
    const [item, subject] = [scheme.items.get(code as ItemCode), register.numberOf(unit)];
    const named = { item: item?.name ?? code, of: register.tree.find(unit)?.name ?? unit };
    const stated =
      item === undefined || subject === undefined
        ? undefined
        : await findStatement(tx, {
            ...{ tenant: who.tenant, round, subject, item: code },
            period: printPeriod(periodOf(item.period, context.round.year)),
          });
    if (stated === undefined || !mayAskOf(who, stated, context)) throw ReviewProblem.nobodyToAsk(named);
    if (words === '') throw ReviewProblem.wordsWanted({});
    if (words.length > WORDS_MOST) throw ReviewProblem.wordsTooLong({ length: words.length, most: WORDS_MOST });
    const fillers = await accountsAt(tx, { ...stated, tenant: who.tenant }, stated.unit, 'reporter', civilDay(now));
    const asked = [...new Set(fillers)].filter((account) => account !== who.account);
    if (asked.length === 0) throw ReviewProblem.nobodyToAsk(named);
    const place = { task: stated.task, subject: unit, item: code };
    const said = { name: named.item, unit: named.of, person: who.person, words, asker: who.account };
    await tell(tx, who.tenant, asked, 'figure.ask', { round, ...place, ...said }, now);
    return { asked: asked.length, task: stated.task };
  },
  audit: ({ asked, task }, { round, unit, item, words }) => ({
    about: `figure ${unit} ${item}`,
    detail: { round, task, asked, words },
  }),
});
