/** 填报: what was typed is saved as it comes. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayFillSome } from '../policy.ts';
import { holdForAnswers, savedOf, settleAnswers } from './settle-answers.ts';

/** A screen of a form; workbooks come by their own door. */
export const ANSWERS_LIMIT = 1_000;
const Text = Type.String({ maxLength: 2_000 });

export const SaveFigures = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    /** Of the task as it was seen, where nothing may have moved since; each answer has its own `seen` anyway. */
    edition: Type.Optional(Type.Integer({ minimum: 0 })),
    answers: Type.Array(
      Type.Object(
        {
          subject: Type.Optional(Type.String({ maxLength: 64 })),
          item: Type.String({ maxLength: 64 }),
          year: Type.Union([Type.Literal('now'), Type.Literal('prior')]),
          typed: Text,
          unit: Type.Optional(Type.String({ maxLength: 16 })),
          nature: Type.Optional(Type.String({ maxLength: 16 })),
          reason: Type.Optional(Text),
          seen: Type.Integer({ minimum: 0 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: ANSWERS_LIMIT },
    ),
  },
  { additionalProperties: false },
);

/** Throws `collect.taskMissing`, `collect.taskClosed`, `collect.roundClosed`, `collect.editionMoved`. */
export const saveFigures = action({
  name: 'collect.figures.save',
  input: SaveFigures,
  load: (tx, { answers, ...of }, { who }) => holdForAnswers(tx, who, of, answers),
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, { answers, edition: seen }, held, { who, now }) {
    const source = { kind: 'form', by: who.person } as const;
    const said = answers.map((typed) => ({ typed, source }));
    return settleAnswers(tx, held, said, { who, now, seen });
  },
  audit: ({ outcomes }, { task, answers }) => ({
    about: `task ${task}`,
    detail: { saved: savedOf(answers, outcomes) },
  }),
});
