/**
 * Text to syntax tree, with limits. The Lezer tree is turned into plain nodes at once, so nothing below knows the
 * parser. Sums and products are flat, so a long total is not deep.
 */
import type { SyntaxNode } from '@lezer/common';
import { DECIMAL_DIGITS_LIMIT, decimal, divide, type Rational, rational } from '../../kernel/index.ts';
import { parser } from './parser.gen.js';

export const TOKENS_LIMIT = 2_000;
export const DEPTH_LIMIT = 64;
/** Far above what 2,000 tokens of real names take. */
const TEXT_LIMIT = 100_000;

export interface Place {
  readonly from: number;
  readonly to: number;
}

export type Node = Place &
  (
    | { readonly kind: 'number'; readonly value: Rational }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'truth'; readonly truth: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'attribute'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
    | {
        readonly kind: 'chain';
        readonly first: Node;
        readonly rest: readonly { readonly op: '+' | '-' | '*' | '/'; readonly node: Node }[];
      }
    | { readonly kind: 'compare'; readonly op: CompareOp; readonly left: Node; readonly right: Node }
    | { readonly kind: 'minus'; readonly of: Node }
  );

export type CompareOp = '=' | '<>' | '<' | '<=' | '>' | '>=';

export interface SyntaxFault extends Place {
  readonly code: 'formula.syntax' | 'formula.tooLong' | 'formula.tooDeep';
}

export type Parsed = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly fault: SyntaxFault };

export function parseFormula(text: string): Parsed {
  const whole = { from: 0, to: text.length };
  if (text.length > TEXT_LIMIT) return { ok: false, fault: { code: 'formula.tooLong', ...whole } };
  const tree = parser.parse(text);
  let tokens = 0;
  let depth = 0;
  let deepest = 0;
  let fault: SyntaxFault | undefined;
  tree.iterate({
    enter(node) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      // More digits than any figure has are not a number a person meant.
      if (node.type.isError || (node.name === 'Number' && node.to - node.from > DECIMAL_DIGITS_LIMIT))
        fault ??= { code: 'formula.syntax', from: node.from, to: Math.max(node.to, node.from + 1) };
      if (node.node.firstChild === null) tokens += 1;
    },
    leave() {
      depth -= 1;
    },
  });
  if (tokens > TOKENS_LIMIT) return { ok: false, fault: { code: 'formula.tooLong', ...whole } };
  if (deepest > DEPTH_LIMIT) return { ok: false, fault: { code: 'formula.tooDeep', ...whole } };
  const root = tree.topNode.firstChild;
  if (fault !== undefined || root === null) return { ok: false, fault: fault ?? { code: 'formula.syntax', ...whole } };
  return { ok: true, node: toNode(root, text) };
}

const PUNCTUATION = new Set(['Open', 'Close', 'Comma', 'Plus', 'Minus', 'Times', 'Over', 'Compare']);
const OPERATORS: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
};
const COMPARISONS: Readonly<Record<string, CompareOp>> = { '≠': '<>', '≤': '<=', '≥': '>=' };

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

function toNode(node: SyntaxNode, text: string): Node {
  const place = { from: node.from, to: node.to };
  const words = text.slice(node.from, node.to);
  const children = childrenOf(node);
  const operands = children.filter(({ name }) => !PUNCTUATION.has(name));
  const operand = (index: number): Node => toNode(operands[index] as SyntaxNode, text);
  switch (node.name) {
    case 'Number':
      return { ...place, kind: 'number', value: numberOf(words) };
    case 'String':
      return { ...place, kind: 'text', text: words.slice(1, -1) };
    case 'Truth':
      return { ...place, kind: 'truth', truth: words === 'TRUE' || words === '真' };
    case 'Name':
      return { ...place, kind: 'name', name: words };
    case 'Bracketed':
      return { ...place, kind: 'name', name: words.slice(1, -1).trim() };
    case 'Attribute':
      return { ...place, kind: 'attribute', name: words.slice(1) };
    case 'Group':
      return operand(0);
    case 'Negation':
      return { ...place, kind: 'minus', of: operand(0) };
    case 'Comparison': {
      const written = children.find(({ name }) => name === 'Compare');
      const op = text.slice(written?.from, written?.to);
      return {
        ...place,
        kind: 'compare',
        op: COMPARISONS[op] ?? (op as CompareOp),
        left: operand(0),
        right: operand(1),
      };
    }
    case 'Call': {
      const [name, ...args] = operands;
      return {
        ...place,
        kind: 'call',
        name: text.slice(name?.from, name?.to),
        args: args.map((each) => toNode(each, text)),
      };
    }
    default: {
      // Sum and Product: operand, operator, operand, ...
      const operators = children
        .filter(({ name }) => PUNCTUATION.has(name))
        .map(({ from, to }) => OPERATORS[text.slice(from, to)] ?? '+');
      return {
        ...place,
        kind: 'chain',
        first: operand(0),
        rest: operators.map((op, index) => ({ op, node: operand(index + 1) })),
      };
    }
  }
}

function numberOf(words: string): Rational {
  const percent = /[%％]$/.test(words);
  const value = decimal(percent ? words.slice(0, -1) : words);
  return percent ? divide(value, rational(100n)) : value;
}
