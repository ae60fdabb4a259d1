/** 系统测算, 责任单位自评, 拟报 and 核定 of one unit beside each other, leaf by leaf and in sum. Pure. */
import { add, compare, decimal, printDecimal, type Rational, subtract, ZERO } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { IndicatorResult, UnitResult } from '../contract.ts';
import { credibilityOf } from '../credibility.ts';
import { changeGrade, gradeOf } from '../grade.ts';
import type { GivenScore, ScoreOwner } from './scores.store.ts';

export type OneScore = Omit<GivenScore, 'indicator' | 'owner' | 'author'> & {
  /** Points less 系统测算, signed; absent while that is undecided. */
  readonly difference?: string;
};

export interface LeafScores extends Pick<IndicatorResult, 'code' | 'name' | 'of' | 'verdict' | 'why'> {
  /** 系统测算; absent while undecided. */
  readonly computed?: string;
  readonly stated?: OneScore;
  readonly proposed?: OneScore;
  readonly verified?: OneScore;
}

/** Of the leaves' points, without bonus, as `score` of a result; `grade` only when every leaf has points. */
export interface ScoreSum {
  readonly score: string;
  readonly given: number;
  readonly grade?: string;
}

export interface SideBySide {
  readonly unit: string;
  readonly code: string;
  readonly of: string;
  /** Counts towards every grade and stands in no sum. */
  readonly bonus: string;
  readonly leaves: readonly LeafScores[];
  /** What nobody proposed is reported as computed, so 拟报 is filled up from 系统测算. */
  readonly sums: Readonly<Record<'computed' | ScoreOwner, ScoreSum>>;
  /** The total the unit filed as a figure: its 责任单位自评 as long as no leaf is stated by itself. */
  readonly selfScore?: UnitResult['selfScore'];
  /** 自评可信度 as a share of 1, where the scheme asks for it and both sides are complete. */
  readonly credibility?: string;
}

interface Sum extends ScoreSum {
  readonly exact: Rational;
  readonly complete: boolean;
}

/** Digits of a share that no decimal says exactly. */
const SHARE_DECIMALS = 4;

/** `clausesOpen`: whether a veto, downgrade or ceiling is not decided yet; then there is no grade. */
export function sideBySide(
  scheme: Scheme,
  result: UnitResult,
  clausesOpen: boolean,
  scores: readonly GivenScore[],
): SideBySide {
  const last = new Map(scores.map((score) => [`${score.owner} ${score.indicator}`, score]));
  const print = (points: Rational): string => printDecimal(points, scheme.pointsDecimals);
  const one = (owner: ScoreOwner, leaf: IndicatorResult): Partial<Record<ScoreOwner, OneScore>> => {
    const found = last.get(`${owner} ${leaf.code}`);
    if (found === undefined) return {};
    const { version, reason, basis, person, at } = found;
    const points = decimal(found.points);
    const difference = leaf.points === undefined ? undefined : subtract(points, decimal(leaf.points));
    const told = difference === undefined ? {} : { difference: withSign(difference, print) };
    return { [owner]: { points: print(points), version, reason, basis, person, at, ...told } };
  };
  const leaves = result.results.map((leaf): LeafScores => {
    const { code, name, of, verdict, why, points } = leaf;
    const computed = points === undefined ? {} : { computed: points };
    const given = { ...one('stated', leaf), ...one('proposed', leaf), ...one('verified', leaf) };
    return { code, name, of, verdict, why, ...computed, ...given };
  });
  const sumOf = (pointsOf: (leaf: LeafScores) => string | undefined): Sum => {
    const given = leaves.flatMap((leaf) => pointsOf(leaf) ?? []);
    const exact = given.reduce((sum, points) => add(sum, decimal(points)), ZERO);
    const complete = given.length === leaves.length;
    const grade = complete && !clausesOpen ? { grade: gradeFor(exact, scheme, result) } : {};
    return { exact, complete, score: print(exact), given: given.length, ...grade };
  };
  const computed = sumOf((leaf) => leaf.computed);
  const stated = sumOf((leaf) => leaf.stated?.points);
  const proposed = sumOf((leaf) => leaf.proposed?.points ?? leaf.computed);
  const verified = sumOf((leaf) => leaf.verified?.points);
  const both = stated.complete && verified.complete && scheme.credibility;
  const credibility = both ? credibilityOf(stated.exact, verified.exact) : undefined;
  const plain = ({ score, given, grade }: Sum): ScoreSum => ({
    score,
    given,
    ...(grade === undefined ? {} : { grade }),
  });
  return {
    unit: result.unit,
    code: result.code,
    of: result.of,
    bonus: result.bonus,
    leaves,
    sums: {
      computed: plain(computed),
      stated: plain(stated),
      proposed: plain(proposed),
      verified: plain(verified),
    },
    ...(result.selfScore === undefined ? {} : { selfScore: result.selfScore }),
    ...(credibility === undefined ? {} : { credibility: printDecimal(credibility, SHARE_DECIMALS) }),
  };
}

const withSign = (difference: Rational, print: (points: Rational) => string): string =>
  `${compare(difference, ZERO) > 0 ? '+' : ''}${print(difference)}`;

/** Vetoes, downgrades and ceilings rest on facts, whoever gave the points. */
function gradeFor(sum: Rational, { grades, ceilings }: Scheme, result: UnitResult): string {
  const held = ceilings.filter(({ code }) => result.ceilings.some((each) => each.code === code));
  const bySum = gradeOf(add(sum, decimal(result.bonus)), grades);
  return changeGrade(bySum, grades, result.vetoes.length > 0, result.downgrades.length > 0, held);
}
