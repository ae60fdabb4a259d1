/**
 * 沿用: figures stated in another round of the same year are stated here as if they were typed, with whence they came; the
 * evidence that proves them there comes along.
 */
import Type from 'typebox';
import type { Finding } from '../../kernel/index.ts';
import { action } from '../../platform/index.ts';
import { carryEvidence } from '../evidence/carry.ts';
import { mayFillSome } from '../policy.ts';
import { loadBeside, openTwin } from '../round/open-twin.ts';
import { evidenceMoved } from '../round/rounds.store.ts';
import { answersOf, OF_TASK, PLACE } from './answers-input.ts';
import { statedElsewhere } from './elsewhere.ts';
import { holdForAnswers, type Said, savedOf, settleAnswers } from './settle-answers.ts';

export const TakeOver = Type.Object(
  {
    ...OF_TASK,
    /** The round they were stated in. */
    from: Type.String({ maxLength: 64 }),
    answers: answersOf(
      Type.Object(
        {
          ...PLACE,
          /** Of the figure there, as it was shown. */
          version: Type.Integer({ minimum: 1 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** Throws what `saveFigures` throws, and `collect.roundMissing` for a round that is not beside this one. */
export const takeOver = action({
  name: 'collect.figures.takeOver',
  input: TakeOver,
  async load(tx, { answers, from, ...of }, { who }) {
    const held = await holdForAnswers(tx, who, of, answers);
    const beside = await loadBeside(tx, held.context, from);
    const twin = await openTwin(tx, who, held.task, from);
    const stated = twin === undefined ? [] : await statedElsewhere(tx, held, twin);
    return { ...held, beside, twin, stated };
  },
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, { answers, edition: seen }, { beside, twin, stated, ...held }, { who, now }) {
    const { scheme, register } = held.context;
    const unit = register.unitOf(held.task.unit)?.code ?? '';
    const keyOf = (subject: string, item: string, year: string): string => `${subject}\t${item}\t${year}`;
    const there = new Map(stated.map((each) => [keyOf(each.subject, each.item.code, each.year), each.row]));
    const reasons = new Map(held.held.map((row) => [`${row.subject}\t${row.item}\t${row.period}`, row.reason]));
    const said = answers.map(({ subject = unit, item, year, version, seen }): Said => {
      const row = there.get(keyOf(subject, item, year));
      if (row?.version !== version) return { findings: [notThere(subject, item)] };
      const { typed, typed_unit, nature, person } = row;
      // What was explained here stays where there nothing was.
      const reason = row.reason ?? reasons.get(`${row.subject}\t${row.item}\t${row.period}`) ?? undefined;
      return {
        typed: {
          ...{ subject, item, year, typed, seen },
          ...(typed_unit === null ? {} : { unit: typed_unit }),
          ...(nature === null ? {} : { nature }),
          ...(reason === undefined ? {} : { reason }),
        },
        source: { kind: 'round', round: beside.round, name: beside.name, version, person },
      };
    });
    const settled = settleAnswers(tx, held, said, { who, now, seen });
    const stand = answers.filter((_, at) => ['saved', 'same'].includes(settled.outcomes[at]?.kind ?? ''));
    const items = new Set(stand.map(({ item }) => item));
    const by = { author: who.account, person: who.person, at: now };
    const evidence = twin === undefined ? [] : await carryEvidence(tx, held, { beside, ...twin }, items, by);
    if (evidence.length > 0) await evidenceMoved(tx, held.task, now);
    return { ...settled, evidence };

    function notThere(subject: string, item: string): Finding {
      const name = scheme.items.get(item as never)?.name ?? item;
      const data = { item: name, round: beside.name };
      return { code: 'collect.entry.notElsewhere', severity: 'error', at: { unit: subject, item }, data };
    }
  },
  audit: ({ outcomes, evidence }, { task, from, answers }) => ({
    about: `task ${task}`,
    detail: { from, saved: savedOf(answers, outcomes), ...(evidence.length === 0 ? {} : { evidence }) },
  }),
});
