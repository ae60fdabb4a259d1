/** `+ - * /`: exact, and of one dimension where they add. */
import {
  add,
  combineDimensions,
  type Dimension,
  divide,
  isZero,
  multiply,
  type Rational,
  subtract,
} from '../../kernel/index.ts';
import type { FormulaContext, Outcome } from './contract.ts';
import type { Builder } from './define.ts';
import { dividedByZero, type Expression, exactOf, isGapList, number, readsOf, runAll } from './expression.ts';
import type { Node, Place } from './syntax.ts';

export function buildChain(node: Extract<Node, { kind: 'chain' }>, builder: Builder): Expression | undefined {
  let left = builder.wants(builder.build(node.first), 'number', node.first);
  for (const { op, node: next } of node.rest) {
    const right = builder.wants(builder.build(next), 'number', next);
    if (left === undefined || right === undefined) {
      left = undefined;
      continue;
    }
    left = op === '+' || op === '-' ? buildSum(left, right, op, next, builder) : buildProduct(left, right, op);
  }
  return left;
}

/** The dimension two sides share, or undefined after saying that they share none. */
export function shared(left: Expression, right: Expression, at: Place, builder: Builder): Dimension | undefined {
  if (left.bare) return right.dimension;
  if (right.bare || left.dimension === right.dimension) return left.dimension;
  return builder.refuse('formula.dimension', at, { wanted: left.dimension, got: right.dimension });
}

function arithmetic(
  parts: readonly [Expression, Expression],
  dimension: Dimension,
  bare: boolean,
  compute: (a: Rational, b: Rational) => Outcome,
): Expression {
  const run = (context: FormulaContext): Outcome => {
    const outcomes = runAll(parts, context);
    if (isGapList(outcomes)) return outcomes;
    const [a, b] = outcomes;
    return compute(exactOf(a as Outcome), exactOf(b as Outcome));
  };
  return { type: 'number', dimension, bare, ...readsOf(parts), run };
}

function buildSum(
  left: Expression,
  right: Expression,
  op: '+' | '-',
  at: Place,
  builder: Builder,
): Expression | undefined {
  const dimension = shared(left, right, at, builder);
  if (dimension === undefined) return undefined;
  const compute = op === '+' ? add : subtract;
  return arithmetic([left, right], dimension, left.bare && right.bare, (a, b) => number(compute(a, b), dimension));
}

function buildProduct(left: Expression, right: Expression, op: '*' | '/'): Expression {
  const dimension = combineDimensions(left.dimension, right.dimension, op === '*' ? 1 : -1);
  const compute = (a: Rational, b: Rational): Outcome => {
    if (op === '*') return number(multiply(a, b), dimension);
    return isZero(b) ? dividedByZero() : number(divide(a, b), dimension);
  };
  return arithmetic([left, right], dimension, left.bare && right.bare, compute);
}
