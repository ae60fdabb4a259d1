/** 沿用: figures stated in another round of the same year are stated here as if they were typed, with whence they came. */
import Type from 'typebox';
import type { Finding } from '../../kernel/index.ts';
import { action } from '../../platform/index.ts';
import { mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { roundsBeside } from '../round/rounds-beside.store.ts';
import { statedElsewhere } from './elsewhere.ts';
import { ANSWERS_LIMIT } from './save-figures.ts';
import { holdForAnswers, type Said, savedOf, settleAnswers } from './settle-answers.ts';

export const TakeOver = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    /** The round they were stated in. */
    from: Type.String({ maxLength: 64 }),
    edition: Type.Optional(Type.Integer({ minimum: 0 })),
    answers: Type.Array(
      Type.Object(
        {
          subject: Type.Optional(Type.String({ maxLength: 64 })),
          item: Type.String({ maxLength: 64 }),
          year: Type.Union([Type.Literal('now'), Type.Literal('prior')]),
          /** Of the figure there, as it was shown. */
          version: Type.Integer({ minimum: 1 }),
          /** Of the figure here; 0 for none. */
          seen: Type.Integer({ minimum: 0 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: ANSWERS_LIMIT },
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
    const beside = (await roundsBeside(tx, held.context.round)).find(({ round }) => round === from);
    if (beside === undefined) throw CollectProblem.roundMissing({ round: from });
    return { ...held, beside, stated: await statedElsewhere(tx, who, held, from) };
  },
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, { answers, edition: seen }, { beside, stated, ...held }, { who, now }) {
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
    return settleAnswers(tx, held, said, { who, now, seen });

    function notThere(subject: string, item: string): Finding {
      const name = scheme.items.get(item as never)?.name ?? item;
      const data = { item: name, round: beside.name };
      return { code: 'collect.entry.notElsewhere', severity: 'error', at: { unit: subject, item }, data };
    }
  },
  audit: ({ outcomes }, { task, from, answers }) => ({
    about: `task ${task}`,
    detail: { from, saved: savedOf(answers, outcomes) },
  }),
});
