/** What a package may be at most (design decision, also told in the documentation). Above one of these it is refused. */
const MEGABYTE = 1024 * 1024;

/** Bytes of the file as it was handed in. */
export const FILE_BYTES = 50 * MEGABYTE;
/** Bytes of all parts together once inflated. */
export const UNPACKED_BYTES = 500 * MEGABYTE;
/** Inflated bytes for one packed byte; only asked of entries beyond `RATIO_FREE_BYTES`, since small XML packs well. */
export const RATIO = 200;
export const RATIO_FREE_BYTES = MEGABYTE;
export const ENTRIES = 10_000;
/** UTF-16 units of a part name; Office's own names stay under 100. */
export const NAME_LENGTH = 255;
export const XML_DEPTH = 256;
/** Attributes of one element; the widest in WordprocessingML has about 30 besides its namespaces. */
export const XML_ATTRIBUTES = 1_000;
