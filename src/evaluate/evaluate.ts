/**
 * Evaluates one round.
 *
 * 1. snapshot  (figures)               => which figure stands for (unit, item, year)   snapshot.ts
 * 2. values    (snapshot, ledgers)     => item values up the tree and by formula       values.ts, when asked for
 * 3. score     (values, indicators)    => points of each leaf and why                  scoring/, judge.ts
 * 4. grade     (points, clauses)       => grade, after the sum                         grade.ts
 * 5. check     (values, checks)        => findings                                     checks/
 *
 * After a change only what it touched is made again; the rest is taken over.           since.ts
 */

import type { Submission } from '../collect/on-files.ts';
import type { Outcome } from '../engines/formula/index.ts';
import { type Finding, gap, measure, type UnitCode } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme } from '../scheme/on-files.ts';
import { runChecks } from './checks/index.ts';
import { contextsOf } from './contexts.ts';
import { type Evaluation, RULES_VERSION } from './contract.ts';
import { walkOf } from './inputs.ts';
import { type Court, judgedOn, judgeUnit, type LeafScore, scoreLeaf, sumOf } from './judge.ts';
import type { LastYear } from './last-year.ts';
import { openLedgers } from './ledgers.ts';
import { findingsOfOpenLeaves } from './open-leaves.ts';
import { indexProofs } from './proofs.ts';
import { type Made, takeOver } from './since.ts';
import { levelOf } from './units.ts';
import { openValues } from './values.ts';
import { isWithin } from './within.ts';

export interface EvaluateOptions {
  /** The civil date (YYYY-MM-DD) that the results are said to be of. */
  readonly asOf: string;
  /** Asked by checks of what is restated this year; no value comes from it. */
  readonly lastYear?: LastYear;
  /** An earlier one: where it was of the same scheme and units, only what moved since is made again. */
  readonly since?: Evaluated;
}

/** With what a later one takes over. */
export interface Evaluated extends Evaluation {
  readonly made: Made;
}

export function evaluate(
  scheme: Scheme,
  submission: Submission,
  { asOf, lastYear, since }: EvaluateOptions,
): Evaluated {
  const { places, snapshot, scored, ...kept } = takeOver(since?.made, scheme, submission);
  const ledgers = openLedgers(scheme, submission.ledgerRows, submission.handedLedgers);
  const scores = new Map<UnitCode, LeafScore[]>();
  const contextOf = contextsOf(
    places,
    ledgers,
    snapshot,
    scheme.year,
    () => valueAt,
    (unit, indicator) => scoreOf(scheme, places.unit(unit), scores.get(unit), indicator),
  );
  const sources = { scheme, places, snapshot, ledgers, context: contextOf };
  const { valueAt, decide, known } = openValues(sources, kept.known);
  const desk = { scheme, places, snapshot, valueAt, proofsOf: indexProofs(submission.evidence) };
  const evaluees = submission.org.units.filter((unit) => scheme.levels.includes(levelOf(unit)));
  const court: Court = {
    scheme,
    places,
    valueAt,
    context: (unit) => contextOf(unit.code, 0),
    peers: (value, unit) =>
      evaluees.filter((peer) => levelOf(peer) === levelOf(unit)).map((peer) => value.evaluate(contextOf(peer.code, 0))),
  };
  for (const unit of evaluees) {
    // A leaf may read the points of those that stand before it.
    const leaves: LeafScore[] = [];
    scores.set(unit.code, leaves);
    for (const indicator of judgedOn(scheme, unit))
      leaves.push(scored(indicator, unit.code) ?? scoreLeaf(indicator, unit, court));
  }
  const judged = evaluees.map((unit) => judgeUnit(unit, scores.get(unit.code) ?? [], court));
  const findings: Finding[] = [
    ...snapshot.findings,
    ...judged.flatMap((each) => each.findings),
    ...findingsOfOpenLeaves(
      evaluees.map((unit) => ({ unit, leaves: scores.get(unit.code) ?? [] })),
      { scheme, places, snapshot, known: submission.findings, onlyAccepted: submission.onlyAccepted === true },
    ),
    ...runChecks({
      scheme,
      places,
      valueAt,
      decide,
      snapshot,
      context: (unit) => contextOf(unit.code, 0),
      judged: judged.map(({ result }) => result),
      ...(lastYear === undefined ? {} : { lastYear }),
    }),
  ];
  return {
    made: { scheme, submission, places, snapshot, known, scores },
    results: {
      scheme: scheme.code,
      version: scheme.version,
      year: scheme.year,
      asOf,
      rules: RULES_VERSION,
      units: judged.map(({ result }) => result),
      findings,
    },
    context: (unit) => contextOf(unit, 0),
    walk(item, unit, shift = 0) {
      if (!scheme.items.has(item) || submission.org.find(unit)?.code !== unit) return undefined;
      return walkOf(valueAt(item, unit, shift), desk);
    },
  };
}

/** Points of a leaf or sum of a branch; a gap while anything in it is undecided or not yet scored. */
function scoreOf(scheme: Scheme, unit: OrgUnit, leaves: readonly LeafScore[] | undefined, indicator: string): Outcome {
  const asked = judgedOn(scheme, unit).filter(({ code }) => isWithin(code, indicator)).length;
  if (asked === 0) return gap('not-applicable');
  const inside = leaves?.filter((leaf) => isWithin(leaf.indicator.code, indicator)) ?? [];
  if (inside.length < asked) return gap('missing');
  const open = inside.find(({ outcome }) => !('points' in outcome));
  if (open !== undefined && !('points' in open.outcome)) return open.outcome;
  return measure(sumOf(inside), 'point');
}
