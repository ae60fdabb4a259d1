/** `= <> < <= > >=` between numbers, truths, words and dates. */
import { compare as order, parseDate } from '../../kernel/index.ts';
import { shared } from './arithmetic.ts';
import type { FormulaContext, Outcome } from './contract.ts';
import type { Builder } from './define.ts';
import { type Expression, exactOf, isGapList, readsOf, runAll, textOf, truth, truthOf } from './expression.ts';
import type { CompareOp, Node } from './syntax.ts';

const HOLDS: Readonly<Record<CompareOp, (sign: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '<>': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

export function buildComparison(node: Extract<Node, { kind: 'compare' }>, builder: Builder): Expression | undefined {
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
