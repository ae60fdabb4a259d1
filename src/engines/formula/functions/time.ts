/** The year before. Growth needs a base other than zero; what was not comparable comes back as a gap from the context. */
import { divide, isZero, ONE, subtract } from '../../../kernel/index.ts';
import type { CompiledFormula, FormulaContext, Outcome } from '../contract.ts';
import { type BuildingFunction, defineForm } from '../define.ts';
import { dividedByZero, type Expression, exactOf, isGapList, number, readsOf, runAll } from '../expression.ts';

const shifted = (uses: CompiledFormula['uses']): CompiledFormula['uses'] =>
  uses.map((use) => ({ ...use, shift: -1 as const }));

const before = (inner: Expression): Expression => ({
  ...inner,
  uses: shifted(inner.uses),
  run: (context) => inner.run(context.prior()),
});

type Compared = (
  now: Exclude<Outcome, { kind: 'gap' }>,
  then: Exclude<Outcome, { kind: 'gap' }>,
  dimension: string,
) => Outcome;

const comparing = (names: readonly [string, string], keepsDimension: boolean, compared: Compared): BuildingFunction =>
  defineForm({
    names,
    count: [1, 1],
    build([arg], builder) {
      const now = arg && builder.wants(builder.build(arg), 'number', arg);
      if (now === undefined) return undefined;
      const parts = [now, before(now)];
      const run = (context: FormulaContext): Outcome => {
        const outcomes = runAll(parts, context);
        if (isGapList(outcomes)) return outcomes;
        const [a, b] = outcomes;
        return a === undefined || b === undefined ? dividedByZero() : compared(a, b, now.dimension);
      };
      return {
        type: 'number',
        dimension: keepsDimension ? now.dimension : '',
        bare: false,
        ...readsOf(parts),
        run,
      };
    },
  });

export const time = [
  defineForm({
    names: ['PRIOR', '上年'],
    count: [1, 1],
    build([arg], builder) {
      const inner = arg && builder.build(arg);
      return inner && before(inner);
    },
  }),
  comparing(['GROWTH', '增长率'], false, (now, then) =>
    isZero(exactOf(then)) ? dividedByZero() : number(subtract(divide(exactOf(now), exactOf(then)), ONE)),
  ),
  comparing(['CHANGE', '增减'], true, (now, then, dimension) =>
    number(subtract(exactOf(now), exactOf(then)), dimension),
  ),
];
