/** Evidence: what leaves ask for and nobody gave, papers older than the year they prove, identity numbers in them. */
import { type Finding, parseDate } from '../../kernel/index.ts';
import { levelOf } from '../../org/pure.ts';
import type { Check } from './checked.ts';

/** One finding a unit, with all its indicators: a list to work off, not fifty marks. */
export const evidenceMissing: Check = (check, { scheme, submission, pairs }) => {
  const filing = new Set(pairs.flatMap(({ unit, now }) => (now?.value.kind === 'quantity' ? [unit] : [])));
  return [...filing].flatMap((unit): Finding[] => {
    const level = levelOf(unit);
    if (!check.levels.includes(level)) return [];
    const given = new Set(
      submission.evidence.flatMap((record) => (record.unit === unit.code ? record.indicators : [])),
    );
    const indicators = scheme.indicators.flatMap(({ code, leaf }) =>
      leaf !== undefined && leaf.evidence.length > 0 && leaf.levels.includes(level) && !given.has(code) ? [code] : [],
    );
    if (indicators.length === 0) return [];
    const data = { of: unit.name, count: indicators.length, indicators };
    return [{ code: check.id, severity: check.severity, at: { unit: unit.code }, data }];
  });
};

/** Dated before the year; later dates are usual, since accounts are approved in the year after. */
export const evidenceDate: Check = (check, { submission }) =>
  submission.evidence.flatMap(({ number, title, date, unit, file }): Finding[] => {
    if (date === undefined || parseDate(date) === undefined || date >= `${submission.year}-01-01`) return [];
    const at = { ...(file === undefined ? {} : { file }), ...(unit === undefined ? {} : { unit }) };
    return [{ code: check.id, severity: check.severity, at, data: { number, title, date, year: submission.year } }];
  });

const IDENTITY = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;
/** GB 11643-1999: weights of the first 17 digits, and the check character by the remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export const isIdentityNumber = (text: string): boolean =>
  CHECK_CHARACTERS[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11] ===
  text[17]?.toUpperCase();

/** Counts them and never repeats one. */
export const identityNumber: Check = (check, { texts }) =>
  [...texts].flatMap(([file, words]): Finding[] => {
    const count = (words.match(IDENTITY) ?? []).filter(isIdentityNumber).length;
    return count === 0 ? [] : [{ code: check.id, severity: check.severity, at: { file }, data: { file, count } }];
  });
