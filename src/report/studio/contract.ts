/** A template on its way: its blanks, what was decided for each, and how far it is. Shared with the screens. */
import Type, { type Static } from 'typebox';
import type { Doubt, SlotKind } from '../../engines/word/index.ts';

const strict = { additionalProperties: false } as const;
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });

/** A figure stands there, other words do, or the text stays as it is. */
export const Decision = Type.Union([
  Type.Object({ as: Type.Literal('figure'), value: Text(2_000), format: Text(64), label: Text(80) }, strict),
  Type.Object({ as: Type.Literal('words'), words: Type.String({ maxLength: 200 }) }, strict),
  Type.Object({ as: Type.Literal('leave') }, strict),
]);
export type Decision = Static<typeof Decision>;

/** 须改: the words contradict themselves, whatever is filled in. */
export type BlankDoubt = Doubt | 'wrong';

export interface Blank {
  /** Its place: `p12.45-47`. A stored file never changes, so neither does this. */
  readonly id: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: SlotKind;
  readonly unit?: string;
  readonly doubt?: BlankDoubt;
  /** Words that may belong there, the likeliest first; one alone is beyond doubt. */
  readonly words: readonly string[];
  /** A cell of a row that repeats down to `through`; rows count from 0. */
  readonly row?: { readonly table: number; readonly row: number; readonly through: number; readonly cell: number };
}
