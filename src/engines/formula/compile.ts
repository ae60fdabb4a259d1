/**
 * Compiles a formula.
 *
 * 1. parse  (text)               => Node | one syntax finding      syntax.ts
 * 2. build  (Node, FormulaNames) => Expression | all findings      here, arithmetic.ts, comparison.ts, call.ts, functions/
 *
 * Dimensions are checked exactly: 元 + 人 is a finding. A bare number takes the dimension of what it is added to or
 * compared with, and is a pure number in products.
 */
import { type Finding, negate, type Rational } from '../../kernel/index.ts';
import { buildChain } from './arithmetic.ts';
import { buildCall } from './call.ts';
import { buildComparison } from './comparison.ts';
import type { FormulaNames, FormulaResult, FormulaType, Group, Outcome } from './contract.ts';
import type { Builder } from './define.ts';
import { type Expression, NOTHING_READ, number, truth } from './expression.ts';
import { type Node, parseFormula } from './syntax.ts';

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
  const { type, dimension, uses, ledgers, attributes, indicators, run } = expression;
  return {
    ok: true,
    formula: { text, type, dimension, uses, ledgers, attributes, indicators, evaluate: run },
    findings,
  };
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
