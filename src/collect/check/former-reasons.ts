/**
 * An explanation outlives the number it was written for. Where either year was corrected after the explanation had been
 * handed in beside another number, whoever corrects it says that it still holds, or writes it anew.
 */
import type { Finding } from '../../kernel/index.ts';
import { statedBy } from '../exceptions/granted.ts';
import { type Pair, placeOfPair } from './checked.ts';

type Year = 'now' | 'prior';
const YEARS: readonly Year[] = ['now', 'prior'];

/** What a cell said when its task was handed in last. */
export interface HandedIn {
  /** As `statedBy` tells it. */
  readonly stated: string | null;
  /** As it was typed. */
  readonly typed: string;
  readonly reason: string | null;
}

export type HandedInAt = (unit: string, item: string, year: Year) => HandedIn | undefined;

export const FORMER_REASON = 'collect.reason.former';

/** `years` of a finding are those that were corrected, `was` what the first of them had said. */
export const formerReasons = (pairs: readonly Pair[], handedIn: HandedInAt): Finding[] =>
  pairs.flatMap((pair): Finding[] => {
    const { unit, item, now } = pair;
    const before = (year: Year): HandedIn | undefined => handedIn(unit.code, item.code, year);
    if (now?.reason === undefined || now.reason !== before('now')?.reason || statedBy(now) === null) return [];
    const years = YEARS.filter((year) => isCorrected(pair[year], before(year)));
    const [first] = years;
    if (first === undefined) return [];
    const data = { item: item.name, of: unit.name, years, was: before(first)?.typed ?? '' };
    return [{ code: FORMER_REASON, severity: 'warn', at: placeOfPair(pair), data }];
  });

/** What is emptied is asked for as missing. */
const isCorrected = (figure: Pair['now'], handed: HandedIn | undefined): boolean =>
  figure !== undefined &&
  handed !== undefined &&
  figure.reasonHolds !== true &&
  statedBy(figure) !== null &&
  statedBy(figure) !== handed.stated;
