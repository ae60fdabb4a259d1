/**
 * Points a person gives a leaf beside 系统测算: the department in charge states its own (责任单位自评), the office
 * proposes what is reported (拟报), the upper level verifies (核定). What differs from 系统测算 says why and on what
 * basis; who scored a unit does not verify it.
 */
import Type from 'typebox';
import { compare, multiply, parseDecimal, type Rational, rational, ZERO } from '../../kernel/index.ts';
import { type Action, action, type Tx, type Who } from '../../platform/index.ts';
import type { SchemeIndicator } from '../../scheme/index.ts';
import type { IndicatorResult } from '../contract.ts';
import { mayGiveScore, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { addScore, type GivenScore, holdScores, readScores, type ScoreOwner, type ScoresOf } from './scores.store.ts';

const Words = Type.String({ minLength: 2, maxLength: 2_000 });

export const GiveScore = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    unit: Type.String({ minLength: 1, maxLength: 64 }),
    indicator: Type.String({ minLength: 1, maxLength: 64 }),
    /** Decimal text, `3.50`. */
    points: Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,6})?$' }),
    reason: Type.Optional(Words),
    /** Document, clause or evidence it rests on. */
    basis: Type.Optional(Words),
    /** Version the person saw; 0 for none. */
    seen: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);

export interface Scored {
  readonly unit: string;
  readonly indicator: string;
  readonly points: string;
  readonly version: number;
}

interface Loaded {
  readonly of: ScoresOf;
  readonly evaluee: number;
  readonly indicator: SchemeIndicator;
  readonly result: IndicatorResult;
  readonly decimals: number;
}

/** Throws `evaluate.leafMissing`, `pointsOutside`, `reasonWanted`, `scoreMoved`, `scoreVerified`, `ownScore`, `roundClosed`. */
const giveScore = (verb: 'state' | 'propose' | 'verify', owner: ScoreOwner): Action<typeof GiveScore, Scored> =>
  action({
    name: `evaluate.score.${verb}`,
    lane: 'long',
    input: GiveScore,
    async load(tx, { round, unit, indicator: code }, { who }): Promise<Loaded> {
      const { evaluation, register, scheme, round: held } = await evaluateRound(tx, who, round);
      const number = register.numberOf(unit) ?? 0;
      const judged = evaluation.results.units.find((each) => each.code === unit);
      const result = judged?.results.find((each) => each.code === code);
      const indicator = scheme.indicators.find((each) => each.code === code);
      if (result === undefined || indicator === undefined || !maySeeResult(who, number))
        throw EvaluateProblem.leafMissing({ unit, indicator: code });
      const of = { tenant: who.tenant, round: held.round, unit: number };
      return { of, evaluee: held.evaluee, indicator, result, decimals: scheme.pointsDecimals };
    },
    may: (who, { of, evaluee, indicator: { leaf } }) =>
      mayGiveScore(who, owner, { unit: of.unit, lead: leaf?.lead ?? '', evaluee }),
    async run(tx, { points: typed, reason = '', basis = '', seen, ...input }, loaded, { who, now }) {
      const { of, result } = loaded;
      const points = pointsWithin(typed, loaded);
      const agrees = result.points !== undefined && compare(points, parseDecimal(result.points) ?? ZERO) === 0;
      if (!agrees && (reason === '' || basis === ''))
        throw EvaluateProblem.reasonWanted({ points: typed, computed: result.points ?? '' });
      refuseUnlessTaken(owner, await holdScores(tx, of));
      const version = (await versionSeen(tx, who, owner, seen, loaded)) + 1;
      const { account: author, person } = who;
      const score = { owner, indicator: result.code, version, points: typed, reason, basis };
      await addScore(tx, of, { ...score, author, person, at: now });
      return { unit: input.unit, indicator: result.code, points: typed, version };
    },
    audit: ({ unit, indicator, points, version }, { round, reason }) => ({
      about: `score ${round} ${unit} ${indicator}`,
      detail: { owner, points, version, ...(reason === undefined ? {} : { reason }) },
    }),
  });

/** 自评 goes with the figures and ends at the lock; what is proposed and verified rests on them and ends with the round. */
function refuseUnlessTaken(owner: ScoreOwner, round: Awaited<ReturnType<typeof holdScores>>): void {
  if (round === undefined || round.state === 'collecting') return;
  if (round.state === 'closed' || owner === 'stated')
    throw EvaluateProblem.roundClosed({ round: round.name, state: round.state });
}

/** Between nothing and the leaf's full points, to the scheme's decimals. */
function pointsWithin(typed: string, { indicator, decimals, result }: Loaded): Rational {
  const points = parseDecimal(typed) ?? ZERO;
  const steps = multiply(points, rational(10n ** BigInt(decimals)));
  if (compare(points, indicator.points) > 0 || steps.den !== 1n)
    throw EvaluateProblem.pointsOutside({ points: typed, of: result.of, decimals });
  return points;
}

/** The version there is, when it is the one that was seen and may still be followed by another. */
async function versionSeen(tx: Tx, who: Who, owner: ScoreOwner, seen: number, { of, result }: Loaded): Promise<number> {
  const scores = await readScores(tx, of);
  const ofLeaf = (each: ScoreOwner): GivenScore | undefined =>
    scores.findLast(({ owner, indicator }) => owner === each && indicator === result.code);
  const last = ofLeaf(owner);
  if ((last?.version ?? 0) !== seen)
    throw EvaluateProblem.scoreMoved({ points: last?.points ?? '', person: last?.person ?? '' });
  if (owner !== 'verified' && ofLeaf('verified') !== undefined)
    throw EvaluateProblem.scoreVerified({ indicator: result.code });
  // Of the whole unit: who scored one leaf has an interest in the sum.
  const scored = scores.some((score) => score.owner !== 'verified' && score.author === who.account);
  if (owner === 'verified' && scored) throw EvaluateProblem.ownScore({ person: who.person });
  return seen;
}

export const stateScore = giveScore('state', 'stated');
export const proposeScore = giveScore('propose', 'proposed');
export const verifyScore = giveScore('verify', 'verified');
