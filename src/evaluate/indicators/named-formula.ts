/** A formula as people read it: items and ledgers by their names instead of their codes. */
import type { Scheme } from '../../scheme/on-files.ts';

const WORD = /"[^"]*"|[A-Za-z_][A-Za-z0-9_.]*/g;

/** `CHANGE(gpbEduExp) >= 0` => `CHANGE(一般公共预算教育支出) >= 0`. Texts in quotes stay. */
export const namedFormula = (text: string, { items, ledgers }: Pick<Scheme, 'items' | 'ledgers'>): string =>
  text.replaceAll(WORD, (word) =>
    word.startsWith('"') ? word : (items.get(word as never)?.name ?? ledgers.get(word as never)?.name ?? word),
  );
