/**
 * What is said: a bindings file (how a template asks for figures), the data a bound template carries, and the trace
 * that leads each printed figure back. `docs/report-bindings.md` tells the file to people.
 */
import Type, { type Static } from 'typebox';
import type { Proof, ResultInput } from '../evaluate/on-files.ts';

const Text = Type.String({ minLength: 1 });
const strict = { additionalProperties: false } as const;

/** `expression | format | label`; format and label may be left out: `adminStaff | 人 | 督导管理干部`. */
const Fill = Text;

export const Edit = Type.Object({ find: Text, replace: Type.String(), all: Type.Optional(Type.Boolean()) }, strict);

/** `at` quotes the text with each blank in braces, in order of `fill`: `增长{XX%}`. `all` binds every place that reads so. */
export const SlotBinding = Type.Object(
  { at: Text, fill: Type.Union([Fill, Type.Array(Fill)]), all: Type.Optional(Type.Boolean()) },
  strict,
);

/** From the paragraph that holds `from` to the one that holds `to`: shown when the formula holds, or once for each. */
export const BlockBinding = Type.Object(
  { from: Text, to: Type.Optional(Text), when: Type.Optional(Text), each: Type.Optional(Text), label: Text },
  strict,
);

/** From the paragraph that holds `from` to the one that holds `to`: where sections that name the place stand in the report. */
export const PlaceBinding = Type.Object({ place: Text, from: Text, to: Type.Optional(Text) }, strict);

/** Tables count from 1, rows from 1; rows after `row` up to `through` are removed. With `after` the table moves. */
export const RowBinding = Type.Object(
  {
    table: Type.Integer({ minimum: 1 }),
    row: Type.Integer({ minimum: 1 }),
    through: Type.Optional(Type.Integer({ minimum: 1 })),
    each: Text,
    label: Text,
    /** What each cell of the row says, left to right. */
    cells: Type.Array(Fill),
    heads: Type.Optional(Type.Array(Text)),
    /** Rows behind the repeated one: totals, or another list. Figures stand in braces, as in inserted text. */
    foot: Type.Optional(
      Type.Array(
        Type.Object(
          { cells: Type.Array(Type.String()), each: Type.Optional(Text), label: Type.Optional(Text) },
          strict,
        ),
      ),
    ),
    after: Type.Optional(Text),
    caption: Type.Optional(Text),
    note: Type.Optional(Text),
  },
  strict,
);

export const InsertBlock = Type.Object(
  {
    kind: Text,
    text: Type.Optional(Type.String()),
    when: Type.Optional(Text),
    each: Type.Optional(Text),
    label: Type.Optional(Text),
    landscape: Type.Optional(Type.Boolean()),
    columns: Type.Optional(
      Type.Array(
        Type.Object(
          {
            head: Text,
            width: Type.Integer({ minimum: 1 }),
            cell: Text,
            align: Type.Optional(Type.Union([Type.Literal('left'), Type.Literal('right'), Type.Literal('center')])),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export const Insert = Type.Object(
  { before: Type.Optional(Text), after: Type.Optional(Text), content: Type.Array(InsertBlock) },
  strict,
);

export const BindingFile = Type.Object(
  {
    /** Name of the template in reports and traces. */
    template: Text,
    /** Scheme whose items the expressions name. */
    scheme: Text,
    /** Half-width punctuation between Chinese characters becomes full-width before anything else. */
    punctuation: Type.Optional(Type.Boolean()),
    /** Paragraphs that hold nothing, or nothing but a picture, go: last year's chart is nobody's figure. */
    dropPictures: Type.Optional(Type.Boolean()),
    /** Page, footers and number form of GB/T 9704 replace the template's own. */
    officialPage: Type.Optional(Type.Boolean()),
    edits: Type.Optional(Type.Array(Edit)),
    /** Paragraphs that hold these texts go. */
    drop: Type.Optional(Type.Array(Text)),
    /** A line breaks before these texts. */
    breaks: Type.Optional(Type.Array(Text)),
    slots: Type.Optional(Type.Array(SlotBinding)),
    blocks: Type.Optional(Type.Array(BlockBinding)),
    rows: Type.Optional(Type.Array(RowBinding)),
    places: Type.Optional(Type.Array(PlaceBinding)),
    insert: Type.Optional(Type.Array(Insert)),
  },
  strict,
);
export type BindingFile = Static<typeof BindingFile>;

/** What a bound template carries in its own data part: no person, no file name, no county's value. */
export interface TemplateData {
  readonly template: string;
  readonly scheme: string;
  readonly version: string;
  readonly slots: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly format: string;
    /** Key of the repetition it stands in: its nth place prints the nth entry. */
    readonly in?: string;
    readonly printed?: string;
  }[];
  readonly blocks: readonly {
    readonly key: string;
    readonly label: string;
    readonly when?: string;
    readonly each?: string;
  }[];
}

/** A run of cells of one column, `F3` or `F3:F130`. */
export interface TraceCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  /** What was written there, from the top; of a long run the first few. Absent for rows that were counted. */
  readonly values?: readonly string[];
}

/** Points that a printed score was made from. */
export interface TraceScore {
  readonly code: string;
  readonly name: string;
  readonly points: string;
  readonly of: string;
  /** Chinese sentence; of a leaf. */
  readonly why?: string;
}

export interface SlotTrace {
  readonly slot: string;
  readonly label: string;
  /** From 0: rows of a table print one slot many times. */
  readonly occurrence: number;
  readonly printed: string;
  /** In base unit, all digits. */
  readonly exact?: string;
  readonly unit?: string;
  readonly formula: string;
  readonly inputs: readonly ResultInput[];
  readonly cells: readonly TraceCell[];
  readonly scores?: readonly TraceScore[];
  readonly evidence: readonly Proof[];
}

/** `R.trace.json`. */
export interface TraceFile {
  readonly report: string;
  readonly template: string;
  readonly scheme: string;
  readonly version: string;
  readonly year: number;
  readonly asOf: string;
  /** Names of the units the inputs speak of, by code. */
  readonly units: Readonly<Record<string, string>>;
  readonly slots: readonly SlotTrace[];
}
