/** A formula as an official reads it: 教师培训经费 ÷ 学校年度公用经费预算总额 for `trainingFunds / publicFundsBudget`. */
import type { ItemCode } from '../kernel/index.ts';
import type { Scheme } from '../scheme/on-files.ts';

const PIECES = /"[^"]*"|'[^']*'|[A-Za-z_]\w*| (?:\/|\*|<=|>=|<>) /g;
const SIGNS: Readonly<Record<string, string>> = { '/': '÷', '*': '×', '<=': '≤', '>=': '≥', '<>': '≠' };

/** Codes of items become their names; words between quotes and names of functions stay. */
export const formulaWords = (text: string, { items }: Pick<Scheme, 'items'>): string =>
  text.replace(PIECES, (piece) =>
    piece.startsWith(' ') ? ` ${SIGNS[piece.trim()]} ` : (items.get(piece as ItemCode)?.name ?? piece),
  );
