/** A content that is filed: its SHA-256 and its size in bytes. */
export interface Filed {
  readonly sha256: string;
  readonly size: number;
}

/** Contents by hash, as stages see them. */
export interface Files {
  /** The whole content; throws `files.missing` for a hash that is not there. */
  read(sha256: string): Promise<Uint8Array>;
  /** Files the content whole or not at all. */
  put(content: Uint8Array): Promise<Filed>;
  /**
   * The same for a content that comes piece by piece and is never held whole. Throws `files.tooLarge` past `most`
   * bytes and `files.unclean` when the scanner refuses it; then, and when the source breaks off, nothing is left.
   */
  take(source: AsyncIterable<Uint8Array>, most: number): Promise<Filed>;
}
