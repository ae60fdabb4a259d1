/** What stands behind the facts of a report: the figures, points and catalogue entries that `@name` was made from. */
import type { EvidenceRecord } from '../collect/on-files.ts';
import { type IndicatorResult, isWithin, type UnitResult, type Walk } from '../evaluate/on-files.ts';
import type { Material } from './collections.ts';
import type { TraceScore } from './contract.ts';
import { walkOfInput } from './slot-walks.ts';

export interface Behind {
  readonly walks: readonly Walk[];
  readonly scores: readonly TraceScore[];
  readonly evidence: readonly EvidenceRecord[];
}

export type BehindFact = (fact: string) => Behind;

export const NOTHING: Behind = { walks: [], scores: [], evidence: [] };

export const behindFigures = (...walks: readonly (Walk | undefined)[]): Behind => ({
  ...NOTHING,
  walks: walks.filter((walk) => walk !== undefined),
});

export const behindAll = (all: readonly Behind[]): Behind => ({
  walks: all.flatMap(({ walks }) => walks),
  scores: all.flatMap(({ scores }) => scores),
  evidence: all.flatMap(({ evidence }) => evidence),
});

/** Facts of the report as a whole: `@score`, `@scoreB`, `@lostCount`, `@lostSum`, `@evidenceCount`. */
export function behindReport(
  result: UnitResult,
  lost: readonly string[],
  evidence: readonly EvidenceRecord[],
): BehindFact {
  const among = (codes: readonly string[]): Behind =>
    behindSum(result.results.filter(({ code }) => codes.includes(code)));
  return (fact) => {
    if (fact === 'score' || fact === 'grade') return behindTotal(result);
    if (fact === 'lostCount' || fact === 'lostSum') return among(lost);
    if (fact === 'indicators') return behindSum(result.results);
    if (fact === 'evidenceCount') return { ...NOTHING, evidence };
    const section = /^score(.+)$/.exec(fact)?.[1]?.replace('_', '.');
    return section === undefined ? NOTHING : behindSum(result.results.filter(({ code }) => isWithin(code, section)));
  };
}

/** A leaf's points: what its formulas read, and why. */
export const behindLeaf = (leaf: IndicatorResult, { evaluation, scheme }: Material): Behind => ({
  ...NOTHING,
  walks: leaf.inputs.flatMap((input) => walkOfInput(input, { evaluation, scheme }) ?? []),
  scores: [scoreOf(leaf)],
});

/** A sum of points: the leaves that were added. */
export const behindSum = (leaves: readonly IndicatorResult[]): Behind => ({ ...NOTHING, scores: leaves.map(scoreOf) });

/** The whole: its branches of the first level. */
const behindTotal = ({ sections }: UnitResult): Behind => ({
  ...NOTHING,
  scores: sections
    .filter(({ code }) => !sections.some((other) => other.code !== code && isWithin(code, other.code)))
    .map(({ code, name, score, of }) => ({ code, name, points: score, of })),
});

export const behindRecord = (record: EvidenceRecord): Behind => ({ ...NOTHING, evidence: [record] });

const scoreOf = ({ code, name, points = '待定', of, why }: IndicatorResult): TraceScore => ({
  code,
  name,
  points,
  of,
  why,
});
