/** Contents by hash, as stages see them. */
export interface Files {
  /** The whole content; throws `files.missing` for a hash that is not there. */
  read(sha256: string): Promise<Uint8Array>;
  /** Files the content whole or not at all and gives its hash and size. */
  put(content: Uint8Array): Promise<{ readonly sha256: string; readonly size: number }>;
}
