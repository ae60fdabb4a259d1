/** What requests that put answers into a task have in common, however each answer is given. */
import Type, { type TSchema } from 'typebox';

/** A screen of a form; workbooks come by their own door. */
const ANSWERS_LIMIT = 1_000;

export const OF_TASK = {
  round: Type.String({ maxLength: 64 }),
  task: Type.String({ format: 'uuid' }),
  /** Of the task as it was seen, where nothing may have moved since; each answer has its own `seen` anyway. */
  edition: Type.Optional(Type.Integer({ minimum: 0 })),
};

/** Where an answer belongs, and the version there that its person saw; 0 for none. */
export const PLACE = {
  subject: Type.Optional(Type.String({ maxLength: 64 })),
  item: Type.String({ maxLength: 64 }),
  year: Type.Union([Type.Literal('now'), Type.Literal('prior')]),
  seen: Type.Integer({ minimum: 0 }),
};

export const answersOf = <Each extends TSchema>(each: Each) =>
  Type.Array(each, { minItems: 1, maxItems: ANSWERS_LIMIT });
