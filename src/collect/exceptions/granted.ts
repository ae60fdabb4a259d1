/**
 * 特殊情况处理: a check that the scheme's administrator let pass because the figure is true all the same. It holds for
 * exactly the figures it was granted for: once one of them changes, the error is back.
 */
import { type Finding, isError, type UnitCode } from '../../kernel/index.ts';
import type { CheckedFigure, Figures } from '../check/checked.ts';

/** One figure a check looked at. */
export interface FigureBehind {
  readonly item: string;
  readonly year: 'now' | 'prior';
  /** What was stated, in no unit of anyone's choice; null for nothing. */
  readonly stated: string | null;
}

export interface Exception {
  /** Of the check. */
  readonly code: string;
  /** Code of the unit, and the item, the check stands at. */
  readonly subject: string;
  readonly item: string;
  readonly figures: readonly FigureBehind[];
  readonly reason: string;
  /** 文号 of what it rests on. */
  readonly document: string | null;
  /** Null while nobody has decided. `on`: the day. */
  readonly decision: { readonly granted: boolean; readonly person: string; readonly on: string } | null;
}

/** Checks that judge what was stated. What is missing, or of another nature than asked, is put right and not excepted. */
const JUDGES_FIGURES: ReadonlySet<string> = new Set([
  'holds',
  'notBelowPrior',
  'jump',
  'range',
  'unitSlip',
  'percentEntry',
  'zeroOrMissing',
]);
export const isExceptable = (kind: string): boolean => JUDGES_FIGURES.has(kind);

/** Granted errors are hints that say so: `granted` (why), `grantedBy`, `grantedOn`. */
export function withGrants(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  of: Figures,
): readonly Finding[] {
  const grants = exceptions.filter((each) => each.decision?.granted === true && stillStands(each, of));
  if (grants.length === 0) return findings;
  return findings.map((finding): Finding => {
    const grant = isError(finding) ? grants.find((each) => covers(each, finding)) : undefined;
    if (grant?.decision == null) return finding;
    const { person, on } = grant.decision;
    const granted = grant.document === null ? grant.reason : `${grant.reason}（${grant.document}）`;
    return { ...finding, severity: 'hint', data: { ...finding.data, granted, grantedBy: person, grantedOn: on } };
  });
}

export const isGranted = ({ data }: Finding): boolean => data.granted !== undefined;

export const isAbout = (
  { code, subject, item }: Pick<Exception, 'code' | 'subject' | 'item'>,
  { code: found, at }: Finding,
): boolean => code === found && subject === at.unit && item === at.item;

/** The same check at the unit over the same figures, at whichever of them it is told. */
const covers = (grant: Exception, finding: Finding): boolean =>
  grant.figures.some(({ item }) => isAbout({ ...grant, item }, finding)) || isAbout(grant, finding);

/** Whether every figure is what it was when it was asked. */
export function stillStands({ subject, figures }: Exception, { pairs }: Figures): boolean {
  const own = new Map<string, Figures['pairs'][number]>(
    pairs.flatMap((pair) => (pair.unit.code === (subject as UnitCode) ? [[pair.item.code, pair]] : [])),
  );
  return figures.every(({ item, year, stated }) => statedBy(own.get(item)?.[year]) === stated);
}

/** Whole base steps say the same amount in any unit; an emptied cell says what one never filled says. */
export function statedBy(figure: CheckedFigure | undefined): string | null {
  const value = figure?.value;
  if (value === undefined || (value.kind === 'gap' && value.why === 'missing')) return null;
  if (value.kind === 'gap') return `gap ${value.why}`;
  return value.kind === 'quantity' ? `steps ${value.steps}` : `text ${value.text}`;
}
