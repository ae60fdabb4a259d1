/** 填报: what was typed is saved as it comes. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayFillSome } from '../policy.ts';
import { answersOf, OF_TASK, PLACE } from './answers-input.ts';
import { holdForAnswers, savedOf, settleAnswers } from './settle-answers.ts';

const Text = Type.String({ maxLength: 2_000 });

export const SaveFigures = Type.Object(
  {
    ...OF_TASK,
    answers: answersOf(
      Type.Object(
        {
          ...PLACE,
          typed: Text,
          unit: Type.Optional(Type.String({ maxLength: 16 })),
          nature: Type.Optional(Type.String({ maxLength: 16 })),
          reason: Type.Optional(Text),
          /** Of a number corrected after it was handed in: its explanation still holds. */
          reasonHolds: Type.Optional(Type.Boolean()),
        },
        { additionalProperties: false },
      ),
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
