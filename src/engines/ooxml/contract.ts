/** The gate: what a checked package looks like to those who read and write Word and Excel files. */

export type OfficeKind = 'docx' | 'xlsx';

/** A package that passed the gate: every limit kept, every XML part well-formed, no DOCTYPE. Bytes are the inflated part. */
export interface OfficePackage {
  readonly kind: OfficeKind;
  /** Part names without a leading slash, in file order: `word/document.xml`. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Throws when the part is absent. */
  bytes(name: string): Uint8Array;
  text(name: string): string;
  /** The deflated bytes as they lie in the file, so that unchanged parts are copied. */
  packed(name: string): PackedPart;
  /** Relationships of a part (`''` for the package): external ones are listed, never followed. */
  relations(of: string): readonly Relation[];
  contentType(name: string): string | undefined;
  /** Worth telling, not worth refusing: external relations, macros left out, odd entries skipped. */
  readonly findings: readonly import('../../kernel/index.ts').Finding[];
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Resolved part name for internal targets, the raw target for external ones. */
  readonly target: string;
  readonly external: boolean;
}

export interface PackedPart {
  readonly method: 0 | 8;
  readonly crc32: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** A part to write: bytes to deflate, or a part packed before. */
export type PartToWrite = { readonly name: string } & (
  | { readonly bytes: Uint8Array | string }
  | { readonly part: PackedPart }
);
