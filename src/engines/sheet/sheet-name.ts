/** Names of sheets as Excel allows them: 31 characters, none of `: \ / ? * [ ]`, no quote at an end, no two alike. */
const LENGTH = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a sheet name cannot hold them.
const FORBIDDEN = /[\u0000-\u001f\ufffe\uffff:\\/?*[\]]/g;

/** One name for each given, in order; a name that is taken gets a number. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      cut(
        name
          .toWellFormed()
          .replace(FORBIDDEN, ' ')
          .replace(/^[\s']+|[\s']+$/g, ''),
        LENGTH,
      ) || 'Sheet';
    let unique = clean;
    // Excel keeps `History` for itself.
    for (let n = 2; taken.has(unique.toLowerCase()) || unique.toLowerCase() === 'history'; n += 1) {
      const suffix = `(${n})`;
      unique = cut(clean, LENGTH - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Cuts without leaving half of a rare character (𠮷). */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
