/** A content that is filed: its SHA-256 and its size in bytes. */
export interface Filed {
  readonly sha256: string;
  readonly size: number;
}

/** Who sent a content: an account, in one of its tenants. */
export interface Sender {
  readonly tenant: number;
  readonly account: string;
}

/** Contents by hash. What was sent lies apart until a deed that names it is done. */
export interface Files {
  /** The whole content that is kept; throws `files.missing` for a hash that is not there. */
  read(sha256: string): Promise<Uint8Array>;
  /** Keeps the content whole or not at all. */
  put(content: Uint8Array): Promise<Filed>;
  /**
   * Takes a content that comes piece by piece and is never held whole, as sent by `sender`. Throws `files.tooLarge` past
   * `most` bytes and `files.unclean` when the scanner refuses it; then, and when the source breaks off, nothing is left.
   */
  take(source: AsyncIterable<Uint8Array>, most: number, sender: Sender): Promise<Filed>;
  sentBy(sender: Sender): Sent;
}

/** What an account sent, for one deed. The same content sent by another, or kept already, is not touched by any of it. */
export interface Sent {
  /** As `Files.read`, also of what was sent and is not yet kept. */
  read(sha256: string): Promise<Uint8Array>;
  /**
   * What the deed read is kept from now on: to be asked before the rows that name it are for good. Throws `files.missing`
   * where it was refused and dropped meanwhile, `files.notKept`.
   */
  keep(): Promise<void>;
  /** A content that was refused is gone at once. */
  drop(sha256: string): Promise<void>;
}

/** As a deed sees them: with what its account sent. */
export type FilesAtHand = Files & Pick<Sent, 'drop'>;
