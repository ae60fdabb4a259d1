/**
 * Word files as text with positions, slots and controls. Knows no items and no evaluations: keys are resolved by
 * functions it is given.
 */
import type { Finding, Place } from '../../kernel/index.ts';
import type { OfficePackage } from '../ooxml/index.ts';

export interface WordFile {
  readonly package: OfficePackage;
  /** `body` first, then headers, footers, footnotes, endnotes as `header1`, `footer1`, ... */
  readonly parts: readonly { readonly name: string; readonly part: string }[];
}

/** One paragraph's logical text: runs, bookmarks, proofing marks, hyperlinks, controls and insertions joined. */
export interface WordParagraph {
  readonly at: { readonly part: string; readonly paragraph: number };
  readonly text: string;
  /** Style name, not id: `heading 1`. */
  readonly style?: string;
  /** From 0, for headings by style or outline level. */
  readonly outline?: number;
  readonly table?: { readonly table: number; readonly row: number; readonly cell: number };
  /** Controls that cover a stretch of the text. */
  readonly controls: readonly { readonly key: string; readonly start: number; readonly end: number }[];
}

export type SlotKind =
  | 'number'
  | 'money'
  | 'percent'
  | 'count'
  | 'docNo'
  | 'place'
  | 'agency'
  | 'person'
  | 'year'
  | 'date'
  | 'name';

/** Why a find is not sure: 疑似过期, 疑似漏字, 疑似换字. */
export type Doubt = 'stale' | 'deleted' | 'substituted';

export interface FoundSlot {
  /** `s017`, in reading order over the whole file. */
  readonly id: string;
  readonly text: string;
  readonly kind: SlotKind;
  /** Unit that follows in the text, as written: `亿元`, `人`, `%`; 万元 where only 万 is left of it. */
  readonly unit?: string;
  readonly before: string;
  readonly after: string;
  readonly doubtful?: Doubt;
  readonly inTable: boolean;
  readonly at: Place & { readonly part: string; readonly paragraph: number; readonly offset: number };
}

/** A slot that is bound: the key of its control, as the trace and `compare` name it, and what stands in it. */
export interface BoundSlot {
  readonly slot: string;
  readonly label: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly at: Place & { readonly part: string; readonly paragraph: number; readonly offset: number };
}

/** A key of a control is at most this long: `w:tag` takes 64 characters in Word. */
export const KEY_LIMIT = 64;

/** What a resolver is asked while a template is rendered; `scope` is the row or paragraph being repeated. */
export interface Resolver<Scope = unknown> {
  /** Text of a slot. */
  text(key: string, scope: Scope | undefined): string;
  /** Whether a conditional block stays. */
  shown(key: string, scope: Scope | undefined): boolean;
  /** Scopes of a repeated block or row. */
  each(key: string, scope: Scope | undefined): readonly Scope[];
}

/** What `bind` does to a plain file, in this order. Anchors are texts that must occur exactly once in the body. */
export interface WordBinding {
  /** Half-width punctuation between Chinese characters becomes full-width first (reference 10.2); numbers, times and Latin are left. */
  readonly punctuation?: boolean;
  /** Paragraphs outside tables that hold nothing, or nothing but a picture, are taken out. */
  readonly dropPictures?: boolean;
  /** Page, footers and page numbers of GB/T 9704 replace the file's own. */
  readonly officialPage?: boolean;
  /** Corrections of prose before anything is bound: 「全15个县」 => 「全市15个县」; with `all`, wherever it stands. */
  readonly edits: readonly { readonly find: string; readonly replace: string; readonly all?: boolean }[];
  /** Paragraphs that hold these texts are taken out. */
  readonly drop?: readonly string[];
  /** A line breaks before these texts, once they are bound: a title is broken by its sense. */
  readonly breaks?: readonly string[];
  /** `slot` stands `offset` characters into `find`; it becomes a control. `find` occurs once, or everywhere with `all` (one key, many controls). An empty `slot` inserts an empty control there. */
  readonly slots: readonly {
    readonly key: string;
    readonly label: string;
    readonly find: string;
    readonly slot: string;
    readonly offset: number;
    readonly all?: boolean;
  }[];
  /** Paragraphs from the one holding `from` to the one holding `to` stay only if `key` is shown, or repeat for each. */
  readonly blocks: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: 'when' | 'each';
    readonly from: string;
    readonly to?: string;
  }[];
  /** Paragraphs from the one holding `from` to the one holding `to` are a place, whose text may give way to another's. */
  readonly places: readonly { readonly place: string; readonly from: string; readonly to?: string }[];
  /**
   * Row of a table (both from 0) that is repeated; rows after it up to `through` are removed. Each cell's text becomes
   * one control, left to right; `heads` rewrites the texts of the row above. `foot` are rows of the same look behind it.
   * With `after` the table moves behind the paragraph holding that text, between `caption` and `note`.
   */
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly table: number;
    readonly row: number;
    readonly through?: number;
    readonly cells: readonly { readonly key: string; readonly label: string }[];
    readonly heads?: readonly string[];
    readonly foot?: readonly {
      /** Texts with controls inside, as in official blocks. */
      readonly cells: readonly string[];
      readonly each?: { readonly key: string; readonly label: string };
    }[];
    readonly after?: string;
    readonly caption?: string;
    readonly note?: string;
  }[];
  /** Paragraphs and tables put before or after the paragraph holding the text (or at the end, before the last section mark), in the official form. */
  readonly insert: readonly {
    readonly before?: string;
    readonly after?: string;
    readonly content: readonly OfficialBlock[];
  }[];
}

/** Text with controls inside: `全市共有{kindergartens|幼儿园数}所` marks a control by key and label. */
export type OfficialBlock =
  | {
      readonly kind:
        | 'title'
        | 'addressee'
        | 'heading1'
        | 'heading2'
        | 'heading3'
        | 'body'
        | 'attachmentMark'
        | 'attachmentTitle'
        | 'attachmentList'
        | 'signature'
        | 'date'
        | 'blank'
        | 'caption'
        | 'note'
        | 'agencyMark'
        | 'numberLine'
        | 'imprint'
        | 'imprintRule';
      readonly text: string;
      readonly when?: { readonly key: string; readonly label: string };
      readonly each?: { readonly key: string; readonly label: string };
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly {
        readonly head: string;
        readonly width: number;
        readonly cell: string;
        readonly align?: 'left' | 'right' | 'center';
      }[];
      readonly each: { readonly key: string; readonly label: string };
      readonly landscape?: boolean;
    }
  | { readonly kind: 'pageBreak' }
  /** The text ends here, and what follows stands on the next even page. */
  | { readonly kind: 'imprintPage' };

/** Words, or a figure by its key. */
export type TextPiece = string | { readonly key: string; readonly label: string };

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly pieces: readonly TextPiece[];
}

/** One text for a place, kept between two bookmarks of its name. */
export interface PlacedText {
  readonly place: string;
  readonly name: string;
  readonly blocks: readonly TextBlock[];
}

export interface CompiledTemplate {
  /** Every key asked for, with its kind and where it stands first. */
  readonly keys: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: 'text' | 'when' | 'each';
    readonly at: Place;
  }[];
  readonly findings: readonly Finding[];
}

/** A value read back from an edited file. */
export interface ExtractedSlot {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** From 0 among equal keys (rows of a table). */
  readonly occurrence: number;
  /** `alias` when the tag was lost, `order` when both were, `text` when the control was and words around it decided. */
  readonly foundBy: 'tag' | 'alias' | 'order' | 'text';
  readonly at: Place;
}
