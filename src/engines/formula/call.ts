/** Calls of functions: known, with as many arguments as they take, each of its type and dimension. */
import { type Dimension, nearest } from '../../kernel/index.ts';
import type { FormulaContext, Outcome } from './contract.ts';
import type { Arguments, Builder, PlainFunction } from './define.ts';
import { type Expression, isGapList, number, readsOf, runAll, truth } from './expression.ts';
import { FUNCTION_NAMES, findFunction } from './functions/index.ts';
import type { Node } from './syntax.ts';

export function buildCall(node: Extract<Node, { kind: 'call' }>, builder: Builder): Expression | undefined {
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
