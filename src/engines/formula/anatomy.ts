/** What a formula is made of, for screens that take one apart. Texts of its parts; nothing here computes. */
import type { Rational } from '../../kernel/index.ts';
import { type Node, parseFormula } from './syntax.ts';

export interface CvParts {
  readonly amount: string;
  readonly weight: string;
  readonly condition?: string;
}

const CV = new Set(['CV', '差异系数']);
const MAX = new Set(['MAX', '最大']);
const MET = new Set(['MET', '成立数']);

/** `CV(amount, weight, condition)` and nothing else; undefined for any other formula. */
export function cvParts(text: string): CvParts | undefined {
  const node = parsed(text);
  if (node?.kind !== 'call' || !CV.has(node.name)) return undefined;
  const [amount, weight, condition] = node.args.map(({ from, to }) => text.slice(from, to));
  if (amount === undefined || weight === undefined) return undefined;
  return { amount, weight, ...(condition === undefined ? {} : { condition }) };
}

/** Names a formula takes the greatest of: `MAX(a, b)` gives a and b, a name alone itself. */
export function greatestOf(text: string): readonly string[] {
  const node = parsed(text);
  if (node?.kind !== 'call' || !MAX.has(node.name)) return [];
  return node.args.flatMap((arg) => (arg.kind === 'name' ? [arg.name] : []));
}

export interface UpperLimit {
  readonly name: string;
  readonly limit: Rational;
}

/** Every `name <= number` that stands anywhere in it. */
export const upperLimits = (text: string): readonly UpperLimit[] =>
  nodesOf(parsed(text)).flatMap((node) => {
    if (node.kind !== 'compare' || (node.op !== '<=' && node.op !== '<')) return [];
    const { left, right } = node;
    return left.kind === 'name' && right.kind === 'number' ? [{ name: left.name, limit: right.value }] : [];
  });

export interface MetParts {
  readonly parts: readonly string[];
  readonly needed: Rational;
}

/** The first `MET(…) >= number`: so many of these must hold. */
export function metParts(text: string): MetParts | undefined {
  for (const node of nodesOf(parsed(text))) {
    if (node.kind !== 'compare' || node.op !== '>=' || node.right.kind !== 'number') continue;
    const { left, right } = node;
    if (left.kind === 'call' && MET.has(left.name))
      return { parts: left.args.map(({ from, to }) => text.slice(from, to)), needed: right.value };
  }
  return undefined;
}

function parsed(text: string): Node | undefined {
  const result = parseFormula(text);
  return result.ok ? result.node : undefined;
}

function nodesOf(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'call':
      return node.args;
    case 'chain':
      return [node.first, ...node.rest.map(({ node: each }) => each)];
    case 'compare':
      return [node.left, node.right];
    case 'minus':
      return [node.of];
    default:
      return [];
  }
}
