/** Sections as they are written, kept and read. The text's shape is what the server takes and the database holds. */
import Type, { type Static } from 'typebox';
import type { SaidFinding } from '../../kernel/index.ts';
import type { SlotTrace } from '../contract.ts';

const strict = { additionalProperties: false } as const;

/** A section of a report; books are written elsewhere. */
const BLOCKS_LIMIT = 200;
const PIECES_LIMIT = 400;

const Words = Type.Object({ text: Type.String({ maxLength: 10_000 }) }, strict);
/** A figure by the expression it prints: an item's code, `GROWTH(gpbEduExp)`; in a format of the template's. */
const Slot = Type.Object(
  {
    slot: Type.String({ minLength: 1, maxLength: 500 }),
    /** `亿元 2`; left out, an item is printed in its own unit. */
    format: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** What people call it; left out, the item's name. */
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  },
  strict,
);
const Pieces = Type.Array(Type.Union([Words, Slot]), { maxItems: PIECES_LIMIT });
const Block = Type.Union([
  Type.Object({ kind: Type.Enum(['paragraph', 'heading']), content: Pieces }, strict),
  Type.Object({ kind: Type.Literal('list'), items: Type.Array(Pieces, { minItems: 1, maxItems: 50 }) }, strict),
]);
export const SectionBody = Type.Array(Block, { maxItems: BLOCKS_LIMIT });
export type SectionBody = Static<typeof SectionBody>;
export type SectionPiece = Static<typeof Pieces>[number];

/** Which section, as paths name it. `unit` is a code of the register. */
export const SectionKey = {
  round: Type.String({ maxLength: 64 }),
  unit: Type.String({ minLength: 1, maxLength: 64 }),
  section: Type.String({ minLength: 1, maxLength: 24 }),
};

/** A figure in a text that was read, with where it comes from. */
export interface ShownSlot {
  readonly slot: string;
  readonly format: string;
  readonly label: string;
  readonly printed: string;
  /** `withheld`: made from what the reader's post does not open; `unknown`: nothing to be computed. */
  readonly state: 'value' | 'gap' | 'withheld' | 'unknown';
  /** Inputs, cells, evidence: cut to what the reader may see. */
  readonly walk?: Omit<SlotTrace, 'slot' | 'label' | 'occurrence' | 'printed'>;
}

export interface ShownParagraph {
  /** `item`: of a list. */
  readonly kind: 'paragraph' | 'heading' | 'item';
  readonly pieces: readonly ({ readonly text: string } | ShownSlot)[];
}

/** A text with its figures printed, and what was found in it. Findings give paragraph and offset in what is printed. */
export interface ShownText {
  readonly paragraphs: readonly ShownParagraph[];
  /** Characters, spaces left out. */
  readonly words: number;
  /** Each with its sentences: the scheme's own words where it has them. */
  readonly findings: readonly SaidFinding[];
}

/** Where a version came from: typed here, or out of an edited report. */
export type SectionSource =
  | { readonly kind: 'form' }
  | { readonly kind: 'report'; readonly report: string; readonly version: number };
