/**
 * Whether a number is shown as a plain number, a percentage or a date. Excel stores a date as a number and says only
 * in its format that it is one, so the format's letters decide: `yyyy"年"m"月"d"日"`, `[$-804]yyyy/m/d`, `0.00%`.
 */
export type Shown = 'number' | 'percent' | 'date';

/** Ids that need no entry in the file (ECMA-376 part 1, 18.8.30), with those Chinese Excel adds. Times are no dates. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

export function shownByBuiltIn(id: number): Shown {
  if (id === 9 || id === 10) return 'percent';
  return BUILT_IN_DATES.has(id) ? 'date' : 'number';
}

/** Texts in quotes, escaped and padding characters, and `[...]` (colours, locales, elapsed hours) say nothing about dates. */
const SILENT = /"[^"]*"|[\\_*].|\[[^\]]*\]/gsu;

export function shownByFormat(code: string): Shown {
  const letters = code.replace(SILENT, '').split(';', 1)[0] ?? '';
  // `General` and `G/通用格式` are made of letters that mean dates elsewhere.
  if (/general|g\/通用格式/i.test(letters)) return 'number';
  if (letters.includes('%')) return 'percent';
  const hasDay = /[yd]/i.test(letters);
  const hasMonthAlone = /m/i.test(letters) && !/[hs]/i.test(letters);
  return hasDay || hasMonthAlone ? 'date' : 'number';
}
