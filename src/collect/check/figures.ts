/**
 * Checks of single figures, this year beside last: the same in a browser while someone types, on the server that holds
 * the figure, and over a folder of workbooks.
 */
import type { Finding } from '../../kernel/index.ts';
import type { SchemeCheck } from '../../scheme/on-files.ts';
import { jump, zeroOrMissing } from './changes.ts';
import type { FigureCheck, Figures } from './checked.ts';
import { range } from './completeness.ts';
import { percentEntry, unitSlip } from './slips.ts';

const FIGURE_CHECKS: ReadonlyMap<string, FigureCheck> = new Map([
  ['zeroOrMissing', zeroOrMissing],
  ['percentEntry', percentEntry],
  ['range', range],
  ['jump', jump],
  ['unitSlip', unitSlip],
]);

/** The check of a kind; undefined for one that looks at more than single figures. */
export const figureCheck = (kind: string): FigureCheck | undefined => FIGURE_CHECKS.get(kind);

export const checkFigures = (checks: readonly SchemeCheck[], of: Figures): Finding[] =>
  withoutDoubles(
    checks.flatMap((check) => figureCheck(check.kind)?.(check, of) ?? []),
    checks,
  );

/** What moves with the size of a number. */
const OF_SIZE: ReadonlySet<string> = new Set(['jump', 'notBelowPrior']);

/** A slip of the unit is a jump or a fall as well; it is said once, as what it is. */
export function withoutDoubles(found: readonly Finding[], checks: readonly SchemeCheck[]): Finding[] {
  const kinds = new Map(checks.map(({ id, kind }) => [id, kind]));
  const slips = new Set(found.flatMap((finding) => (kinds.get(finding.code) === 'unitSlip' ? [keyOf(finding)] : [])));
  return found.filter((finding) => !(OF_SIZE.has(kinds.get(finding.code) ?? '') && slips.has(keyOf(finding))));
}

const keyOf = ({ at }: Finding): string => `${at.unit}\t${at.item}`;
