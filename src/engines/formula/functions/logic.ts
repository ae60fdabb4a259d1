/** Conditions. A false part decides AND and a true part decides OR even beside a gap; GIVEN and IFGAP look at gaps. */
import { type Gap, joinGaps, rational } from '../../../kernel/index.ts';
import type { FormulaContext, Outcome } from '../contract.ts';
import { type BuildingFunction, defineForm, defineFunction } from '../define.ts';
import { type Expression, isGap, number, readsOf, truth, truthOf } from '../expression.ts';

/** Two-valued where it can be, a gap where it cannot. */
function decided(parts: readonly Expression[], context: FormulaContext, by: boolean): Outcome {
  const gaps: Gap[] = [];
  for (const part of parts) {
    const outcome = part.run(context);
    if (isGap(outcome)) gaps.push(outcome);
    else if (truthOf(outcome) === by) return truth(by);
  }
  return joinGaps(gaps) ?? truth(!by);
}

/** What a unit is not asked for is neither met nor failed. */
function countMet(outcomes: readonly Outcome[]): Outcome {
  const open = outcomes.filter(isGap).filter(({ why }) => why !== 'not-applicable');
  return joinGaps(open) ?? number(rational(BigInt(outcomes.filter(truthOf).length)));
}

const connective = (names: readonly [string, string], by: boolean): BuildingFunction =>
  defineForm({
    names,
    count: [1, 200],
    build(args, builder) {
      const parts = args.map((arg) => builder.wants(builder.build(arg), 'truth', arg));
      if (parts.includes(undefined)) return undefined;
      const built = parts as Expression[];
      return {
        type: 'truth',
        dimension: '',
        bare: false,
        ...readsOf(built),
        run: (context) => decided(built, context, by),
      };
    },
  });

export const logic = [
  connective(['AND', '且'], false),
  connective(['OR', '或'], true),
  defineFunction({ names: ['NOT', '非'], takes: [{ type: 'truth' }], gives: 'truth', run: ({ truths }) => !truths[0] }),
  defineForm({
    names: ['MET', '成立数'],
    count: [1, 200],
    build(args, builder) {
      const parts = args.map((arg) => builder.wants(builder.build(arg), 'truth', arg));
      if (parts.includes(undefined)) return undefined;
      const built = parts as Expression[];
      const run = (context: FormulaContext): Outcome => countMet(built.map((part) => part.run(context)));
      return { type: 'number', dimension: '', bare: true, ...readsOf(built), run };
    },
  }),
  defineForm({
    names: ['IF', '如果'],
    count: [3, 3],
    build([condition, yes, no], builder, at) {
      if (condition === undefined || yes === undefined || no === undefined) return undefined;
      const test = builder.wants(builder.build(condition), 'truth', condition);
      const [then, otherwise] = [builder.build(yes), builder.build(no)];
      if (test === undefined || then === undefined || otherwise === undefined) return undefined;
      if (then.type !== otherwise.type)
        return builder.refuse('formula.type', at, { wanted: then.type, got: otherwise.type });
      if (!then.bare && !otherwise.bare && then.dimension !== otherwise.dimension) {
        return builder.refuse('formula.dimension', at, { wanted: then.dimension, got: otherwise.dimension });
      }
      const shape = then.bare ? otherwise : then;
      return {
        ...shape,
        bare: then.bare && otherwise.bare,
        ...readsOf([test, then, otherwise]),
        run(context) {
          const outcome = test.run(context);
          if (isGap(outcome)) return outcome;
          return truthOf(outcome) ? then.run(context) : otherwise.run(context);
        },
      };
    },
  }),
  defineForm({
    names: ['GIVEN', '已填'],
    count: [1, 1],
    build([arg], builder) {
      const inner = arg === undefined ? undefined : builder.build(arg);
      return (
        inner && {
          type: 'truth',
          dimension: '',
          bare: false,
          ...readsOf([inner]),
          run: (context) => truth(!isGap(inner.run(context))),
        }
      );
    },
  }),
  defineForm({
    names: ['IFGAP', '缺则'],
    count: [2, 2],
    build([arg, instead], builder, at) {
      const [inner, other] = [arg && builder.build(arg), instead && builder.build(instead)];
      if (inner === undefined || other === undefined) return undefined;
      if (inner.type !== other.type) return builder.refuse('formula.type', at, { wanted: inner.type, got: other.type });
      return {
        ...inner,
        ...readsOf([inner, other]),
        run(context) {
          const outcome = inner.run(context);
          return isGap(outcome) ? other.run(context) : outcome;
        },
      };
    },
  }),
];
