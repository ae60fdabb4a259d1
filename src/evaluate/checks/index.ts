/** Checks that need totals. Each kind is a row of a table; the scheme names the kind and gives items and params. */
import type { Finding } from '../../kernel/index.ts';
import { countySum } from './county-sum.ts';
import { holds } from './holds.ts';
import type { CheckBench, CheckKind } from './kind.ts';
import { notBelowPrior } from './not-below-prior.ts';
import { perStudentAgrees } from './per-student-agrees.ts';
import { priorDiffers } from './prior-differs.ts';
import { scoreStated } from './score-stated.ts';
import { percentSum, sumOfParts } from './sums.ts';
import { thresholdEdge } from './threshold-edge.ts';

const KINDS: ReadonlyMap<string, CheckKind> = new Map(
  Object.entries({
    holds,
    notBelowPrior,
    priorDiffers,
    sumOfParts,
    percentSum,
    countySum,
    perStudentAgrees,
    thresholdEdge,
    scoreStated,
  }),
);

/** Kinds of other stages are theirs to carry out. */
export const runChecks = (bench: CheckBench): Finding[] =>
  bench.scheme.checks
    .filter(({ when }) => when.includes('lock'))
    .flatMap((check) => [...(KINDS.get(check.kind)?.(check, bench) ?? [])]);
