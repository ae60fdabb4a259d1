/**
 * Compiles a formula.
 *
 * 1. parse  (text)               => Node | one syntax finding      syntax.ts
 * 2. build  (Node, FormulaNames) => Expression | all findings      here and functions/
 *
 * Dimensions are checked exactly: 元 + 人 is a finding. A bare number takes the dimension of what it is added to or
 * compared with, and is a pure number in products.
 */
import {
  add,
  combineDimensions,
  type Dimension,
  divide,
  type Finding,
  isZero,
  multiply,
  nearest,
  negate,
  compare as order,
  parseDate,
  type Rational,
  subtract,
} from '../../kernel/index.ts';
import type { FormulaContext, FormulaNames, FormulaResult, FormulaType, Group, Outcome } from './contract.ts';
import type { Arguments, Builder, PlainFunction } from './define.ts';
import {
  dividedByZero,
  type Expression,
  exactOf,
  isGapList,
  NOTHING_READ,
  number,
  readsOf,
  runAll,
  textOf,
  truth,
  truthOf,
} from './expression.ts';
import { FUNCTION_NAMES, findFunction } from './functions/index.ts';
import { type CompareOp, type Node, type Place, parseFormula } from './syntax.ts';

/** All findings of the text at once; `at.offset` counts from the start of the formula. */
export function compileFormula(text: string, names: FormulaNames): FormulaResult {
  const parsed = parseFormula(text);
  if (!parsed.ok) {
    const { code, from, to } = parsed.fault;
    return {
      ok: false,
      findings: [
        {
          code,
          severity: 'error',
          at: { offset: from },
          quote: text.slice(from, to),
          data: { near: text.slice(from, from + 12) },
        },
      ],
    };
  }
  const findings: Finding[] = [];
  const expression = builderFor(text, names, findings).build(parsed.node);
  if (expression === undefined || findings.length > 0) return { ok: false, findings };
  const { type, dimension, uses, ledgers, attributes, run } = expression;
  return { ok: true, formula: { text, type, dimension, uses, ledgers, attributes, evaluate: run }, findings };
}

const GROUPS: Readonly<Record<string, Group>> = {
  counties: 'counties',
  schools: 'schools',
  县: 'counties',
  学校: 'schools',
};

function builderFor(text: string, outer: FormulaNames, findings: Finding[]): Builder {
  const builder: Builder = {
    names: outer,
    build: (node, names = outer) =>
      names === outer ? build(node, builder) : build(node, { ...builderFor(text, names, findings), names }),
    refuse(code, at, data) {
      findings.push({ code, severity: 'error', at: { offset: at.from }, quote: text.slice(at.from, at.to), data });
      return undefined;
    },
    wants(expression, type, at) {
      if (expression === undefined || expression.type === type) return expression;
      return builder.refuse('formula.type', at, { wanted: type, got: expression.type });
    },
    group(node) {
      const group = node.kind === 'name' ? GROUPS[node.name] : undefined;
      return group ?? builder.refuse('formula.unknownGroup', node, { name: text.slice(node.from, node.to) });
    },
  };
  return builder;
}

const constant = (outcome: Outcome, type: FormulaType, bare: boolean): Expression => ({
  type,
  dimension: '',
  bare,
  ...NOTHING_READ,
  run: () => outcome,
});

function build(node: Node, builder: Builder): Expression | undefined {
  switch (node.kind) {
    case 'number':
      return constant(number(node.value), 'number', true);
    case 'text':
      return constant({ kind: 'text', text: node.text }, 'text', false);
    case 'truth':
      return constant(truth(node.truth), 'truth', false);
    case 'attribute': {
      const { name } = node;
      if (!builder.names.attribute(name)) return builder.refuse('formula.unknownAttribute', node, { name });
      return {
        type: 'text',
        dimension: '',
        bare: false,
        ...NOTHING_READ,
        attributes: [name],
        run: (context) => ({ kind: 'text', text: context.attribute(name) }),
      };
    }
    case 'name': {
      const item = builder.names.item(node.name);
      const { row } = builder.names;
      if (item === undefined && row !== undefined)
        return builder.refuse('formula.unknownColumn', node, { name: node.name, ...row });
      if (item === undefined) return builder.refuse('formula.unknownName', node, { name: node.name });
      const { code, type, dimension } = item;
      const uses = [{ item: code, shift: 0 }] as const;
      return { ...NOTHING_READ, type, dimension, bare: false, uses, run: (context) => context.item(code) };
    }
    case 'minus': {
      const inner = builder.wants(builder.build(node.of), 'number', node.of);
      return inner && { ...inner, run: (context) => mapNumber(inner.run(context), negate) };
    }
    case 'chain':
      return buildChain(node, builder);
    case 'compare':
      return buildComparison(node, builder);
    case 'call':
      return buildCall(node, builder);
  }
}

function mapNumber(outcome: Outcome, change: (exact: Rational) => Rational): Outcome {
  return outcome.kind === 'measure' ? number(change(outcome.exact), outcome.dimension) : outcome;
}

function buildChain(node: Extract<Node, { kind: 'chain' }>, builder: Builder): Expression | undefined {
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
function shared(left: Expression, right: Expression, at: Place, builder: Builder): Dimension | undefined {
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

const HOLDS: Readonly<Record<CompareOp, (sign: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '<>': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function buildComparison(node: Extract<Node, { kind: 'compare' }>, builder: Builder): Expression | undefined {
  const [left, right] = [builder.build(node.left), builder.build(node.right)];
  if (left === undefined || right === undefined) return undefined;
  if (left.type !== right.type)
    return builder.refuse('formula.type', node.right, { wanted: left.type, got: right.type });
  if (left.type === 'number' && shared(left, right, node.right, builder) === undefined) return undefined;
  const ordered = node.op !== '=' && node.op !== '<>';
  const dated = isDated(node, builder);
  const fault = wordFault(node, dated, builder);
  if (fault !== undefined) return fault();
  if (ordered && left.type !== 'number' && !dated)
    return builder.refuse('formula.type', node.left, { wanted: 'number', got: left.type });
  const holds = HOLDS[node.op];
  const parts = [left, right] as const;
  const run = (context: FormulaContext): Outcome => {
    const outcomes = runAll(parts, context);
    if (isGapList(outcomes)) return outcomes;
    const [a, b] = outcomes as [Outcome, Outcome];
    // A row without the date stands neither before nor after another.
    if (ordered && dated && (textOf(a) === '' || textOf(b) === '')) return truth(false);
    return truth(holds(signOf(a, b)));
  };
  return { type: 'truth', dimension: '', bare: false, ...readsOf(parts), run };
}

function signOf(a: Outcome, b: Outcome): number {
  if (a.kind === 'measure') return order(a.exact, exactOf(b));
  if (a.kind === 'truth') return truthOf(a) === truthOf(b) ? 0 : 1;
  // Dates sort as the calendar does.
  return textOf(a) === textOf(b) ? 0 : textOf(a) < textOf(b) ? -1 : 1;
}

type Comparison = Extract<Node, { kind: 'compare' }>;
const columnOf = (node: Node, builder: Builder) => (node.kind === 'name' ? builder.names.item(node.name) : undefined);
const isDated = ({ left, right }: Comparison, builder: Builder): boolean =>
  [left, right].some((node) => columnOf(node, builder)?.dated === true);

/** A word that the column beside it can never hold: no choice of it, or no date. */
function wordFault({ left, right }: Comparison, dated: boolean, builder: Builder): (() => undefined) | undefined {
  for (const [named, word] of [
    [left, right],
    [right, left],
  ] as const) {
    const column = columnOf(named, builder);
    if (word.kind !== 'text' || named.kind !== 'name' || column === undefined) continue;
    const { text } = word;
    if (dated && parseDate(text) === undefined) return () => builder.refuse('formula.notADate', word, { text });
    const { choices } = column;
    if (choices !== undefined && !choices.includes(text))
      return () => builder.refuse('formula.noChoice', word, { text, column: named.name, choices });
  }
  return undefined;
}

function buildCall(node: Extract<Node, { kind: 'call' }>, builder: Builder): Expression | undefined {
  const definition = findFunction(node.name);
  if (definition === undefined)
    return builder.refuse('formula.unknownFunction', node, {
      name: node.name,
      near: nearest(node.name.toUpperCase(), FUNCTION_NAMES.flat()),
    });
  const many = 'many' in definition && definition.many === true;
  const [least, most] =
    'count' in definition
      ? definition.count
      : [definition.takes.length, many ? Number.POSITIVE_INFINITY : definition.takes.length];
  const { length } = node.args;
  if (length < least || length > most)
    return builder.refuse('formula.argumentCount', node, {
      name: node.name,
      least,
      most: most === Number.POSITIVE_INFINITY ? least : most,
      got: length,
    });
  return 'build' in definition
    ? definition.build(node.args, builder, node)
    : buildPlain(definition, node.args, builder);
}

function buildPlain(definition: PlainFunction, args: readonly Node[], builder: Builder): Expression | undefined {
  const built = args.map((arg, index) =>
    builder.wants(builder.build(arg), (definition.takes[index] ?? definition.takes.at(-1))?.type ?? 'number', arg),
  );
  if (built.includes(undefined)) return undefined;
  const parts = built as Expression[];
  let same: Expression | undefined;
  for (const [index, part] of parts.entries()) {
    const wanted = (definition.takes[index] ?? definition.takes.at(-1))?.dimension;
    if (wanted === undefined || part.bare) continue;
    const dimension = wanted === 'same' ? same?.dimension : wanted;
    if (dimension !== undefined && part.dimension !== dimension)
      return builder.refuse('formula.dimension', args[index] as Node, { wanted: dimension, got: part.dimension });
    if (wanted === 'same') same ??= part;
  }
  const dimension = definition.dimension === 'same' ? (same?.dimension ?? '') : '';
  const bare = definition.dimension === 'same' && same === undefined;
  const run = (context: FormulaContext): Outcome => {
    const outcomes = runAll(parts, context);
    return isGapList(outcomes) ? outcomes : asOutcome(definition.run(byKind(outcomes)), dimension);
  };
  return { type: definition.gives, dimension, bare, ...readsOf(parts), run };
}

function byKind(outcomes: readonly Outcome[]): Arguments {
  return {
    numbers: outcomes.flatMap((outcome) => (outcome.kind === 'measure' ? [outcome.exact] : [])),
    truths: outcomes.flatMap((outcome) => (outcome.kind === 'truth' ? [outcome.truth] : [])),
    texts: outcomes.flatMap((outcome) => (outcome.kind === 'text' ? [outcome.text] : [])),
  };
}

function asOutcome(result: ReturnType<PlainFunction['run']>, dimension: Dimension): Outcome {
  if (typeof result === 'boolean') return truth(result);
  if (typeof result === 'string') return { kind: 'text', text: result };
  return 'num' in result ? number(result, dimension) : result;
}
