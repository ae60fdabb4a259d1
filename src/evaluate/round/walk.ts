/** Ask any number: value, formula, parts, and at its end the version, the cell, the person, the approval, the evidence. */
import Type from 'typebox';
import type { ItemCode, UnitCode } from '../../kernel/index.ts';
import { query, type Tx, type Who, widened } from '../../platform/index.ts';
import type { UnitResult, Walk } from '../contract.ts';
import { formulaWords } from '../formula-words.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { fewPlaces } from './few-places.ts';
import { evaluateRound } from './round-evaluation.ts';
import { type Earlier, earlierThan, findWorkbook, type Stated, type StatedKey, statedBy } from './stated.store.ts';

/** Parts of parts are asked for one by one: a total over 2,000 schools is looked into, not sent. */
const PARTS_SHOWN = 200;

type WalkFacts = Omit<Walk, 'inputs' | 'origins'>;

/** One step of a walk as it is sent; `parts` are the steps it was made from, `more` how many are not listed. */
export interface WalkStep extends WalkFacts {
  readonly parts: readonly WalkFacts[];
  readonly more: number;
  /** The formula with names for codes. */
  readonly formulaWords?: string;
  /** 口径 of the item. */
  readonly definition?: string;
  /** Leaves of the unit that read the item. */
  readonly leaves: readonly {
    readonly code: string;
    readonly name: string;
    readonly points?: string;
    readonly of: string;
  }[];
  /** Of a stated figure: who said it, when, who agreed, what was said before, and whether its workbook is kept. */
  readonly stated?: Stated & { readonly earlier: readonly Earlier[]; readonly workbook: boolean };
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
      /** What the unit stated itself, without the units below it: 本级. */
      own: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, asked, { who }): Promise<WalkStep> {
    const { round, item } = asked;
    const { walk, subject, made } = await walkSeen(tx, who, asked);
    const { inputs, origins: _, ...step } = walk;
    const parts = inputs(PARTS_SHOWN).map(({ inputs: _, origins: __, ...part }) => ({
      ...part,
      value: fewPlaces(part.value),
    }));
    const definition = made.scheme.items.get(item as ItemCode)?.definition;
    const result = made.evaluation.results.units.find(({ code }) => code === walk.unit.code);
    const key = { tenant: who.tenant, round, subject, item: walk.statedAs ?? walk.item, period: walk.period };
    const stated = walk.how === 'stated' ? await widened(tx, who, () => statement(tx, key)) : undefined;
    return {
      ...step,
      value: fewPlaces(step.value),
      parts,
      more: walk.count - parts.length,
      leaves: leavesOn(item, result),
      ...(walk.formula === undefined ? {} : { formulaWords: formulaWords(walk.formula, made.scheme) }),
      ...(definition === undefined ? {} : { definition }),
      ...(stated === undefined ? {} : { stated }),
    };
  },
});

interface Asked {
  readonly round: string;
  readonly unit: string;
  readonly item: string;
  readonly year?: 'now' | 'prior' | undefined;
  readonly own?: boolean | undefined;
}

/** The walk of a figure the reader may see. Throws `evaluate.unitMissing`, `evaluate.itemMissing`. */
export async function walkSeen(tx: Tx, who: Who, { round, unit, item, year, own }: Asked) {
  const made = await evaluateRound(tx, who, round);
  const { evaluation, register } = made;
  // A school's figures are its county's to see.
  const subject = register.tree.find(unit);
  const judged = subject?.kind === 'school' ? subject.parent : subject?.code;
  if (subject === undefined || !maySeeResult(who, register.numberOf(judged ?? '') ?? 0))
    throw EvaluateProblem.unitMissing({ unit });
  const whole = evaluation.walk(item as ItemCode, subject.code as UnitCode, year === 'prior' ? -1 : 0);
  const walk = own === true ? whole?.inputs(1).find((part) => isOwn(part, whole)) : whole;
  if (walk === undefined) throw EvaluateProblem.itemMissing({ item });
  return { walk, subject: register.numberOf(subject.code) ?? 0, made };
}

/** Of a total the unit's own part comes first. */
const isOwn = (part: Walk, whole: Walk): boolean => part.item === whole.item && part.unit.code === whole.unit.code;

async function statement(tx: Tx, key: StatedKey): Promise<WalkStep['stated']> {
  const stated = await statedBy(tx, key);
  if (stated === undefined) return undefined;
  const held = { ...key, version: stated.version };
  return { ...stated, earlier: await earlierThan(tx, held), workbook: (await findWorkbook(tx, held)) !== undefined };
}

const leavesOn = (item: string, result: UnitResult | undefined): WalkStep['leaves'] =>
  (result?.results ?? [])
    .filter(({ inputs }) => inputs.some((input) => input.item === item))
    .map(({ code, name, points, of }) => ({ code, name, of, ...(points === undefined ? {} : { points }) }));
