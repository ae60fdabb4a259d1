/** The browser's program; undefined where none is installed. */
export function findChromium(): string | undefined;
