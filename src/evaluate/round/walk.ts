/** Ask any number: value, formula, parts, and at its end the version, the cell, the person, the approval, the evidence. */
import Type from 'typebox';
import type { ItemCode, UnitCode } from '../../kernel/index.ts';
import { query, type Tx, type Who, widened } from '../../platform/index.ts';
import type { Walk } from '../contract.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from './round-evaluation.ts';
import { type Stated, statedBy } from './stated.store.ts';

/** Parts of parts are asked for one by one: a total over 2,000 schools is looked into, not sent. */
const PARTS_SHOWN = 200;

type WalkFacts = Omit<Walk, 'inputs' | 'origins'>;

/** One step of a walk as it is sent; `parts` are the steps it was made from, `more` how many are not listed. */
export interface WalkStep extends WalkFacts {
  readonly parts: readonly WalkFacts[];
  readonly more: number;
  /** Of a stated figure: who said it, when, and who agreed. */
  readonly stated?: Stated;
}

/** Throws `evaluate.unitMissing`, `evaluate.itemMissing`. */
export const walkFigure = query({
  name: 'evaluate.figure.walk',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      unit: Type.String({ minLength: 1, maxLength: 64 }),
      item: Type.String({ minLength: 1, maxLength: 64 }),
      /** `prior`: the year before. */
      year: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('prior')])),
    },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, { round, unit, item, year }, { who }) {
    const { evaluation, register } = await evaluateRound(tx, who, round);
    // A school's figures are its county's to see.
    const subject = register.tree.find(unit);
    const judged = subject?.kind === 'school' ? subject.parent : subject?.code;
    if (subject === undefined || !maySeeResult(who, register.numberOf(judged ?? '') ?? 0))
      throw EvaluateProblem.unitMissing({ unit });
    const walk = evaluation.walk(item as ItemCode, subject.code as UnitCode, year === 'prior' ? -1 : 0);
    if (walk === undefined) throw EvaluateProblem.itemMissing({ item });
    return stepOf(tx, who, walk, { round, subject: register.numberOf(unit) ?? 0 });
  },
});

async function stepOf(
  tx: Tx,
  who: Who,
  { inputs, origins: _, ...walk }: Walk,
  { round, subject }: { readonly round: string; readonly subject: number },
): Promise<WalkStep> {
  const parts = inputs(PARTS_SHOWN).map(({ inputs: _, origins: __, ...part }) => part);
  const key = { tenant: who.tenant, round, subject, item: walk.item, period: walk.period };
  const stated = walk.how === 'stated' ? await widened(tx, who, () => statedBy(tx, key)) : undefined;
  return { ...walk, parts, more: walk.count - parts.length, ...(stated === undefined ? {} : { stated }) };
}
