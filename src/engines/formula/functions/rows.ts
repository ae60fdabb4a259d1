/** Functions over the rows of a ledger. */
import { add, rational, ZERO } from '../../../kernel/index.ts';
import type { FormulaContext, Outcome, Reads } from '../contract.ts';
import { type Builder, defineForm } from '../define.ts';
import { type Expression, NOTHING_READ, number, textOf, truthOf } from '../expression.ts';
import type { Node } from '../syntax.ts';
import { ALWAYS, chosen, isGapOf, numbersOf } from './members.ts';

/** `(ledger, …)`: names in the rest are columns of the ledger. */
function ledgerParts(
  args: readonly Node[],
  builder: Builder,
): { ledger: string; build(node: Node): Expression | undefined } | undefined {
  const [node] = args;
  if (node?.kind !== 'name') return node && builder.refuse('formula.unknownLedger', node, { name: '' });
  const ledger = builder.names.ledger(node.name);
  if (ledger === undefined) return builder.refuse('formula.unknownLedger', node, { name: node.name });
  const { columns } = ledger;
  const names = {
    item: (name: string) => {
      const column = columns.get(name);
      return column === undefined ? undefined : { code: name as never, ...column };
    },
    attribute: (name: string) => name === 'own',
    ledger: () => undefined,
    indicator: () => false,
    row: { ledger: node.name, columns: [...columns.keys()] },
  };
  return { ledger: node.name, build: (inner) => builder.build(inner, names) };
}

function rowCondition(
  node: Node | undefined,
  builder: Builder,
  build: (node: Node) => Expression | undefined,
): Expression | undefined {
  return node === undefined ? ALWAYS : builder.wants(build(node), 'truth', node);
}

/** Names in a condition on rows are columns, so the rows themselves are what is read. */
const rowsRead = (ledger: string, condition: Expression): Reads => ({
  ...NOTHING_READ,
  ledgers: [{ ledger, keeps: (row) => truthOf(condition.run(row)) }],
});

export const rows = [
  defineForm({
    names: ['ROWS', '行数'],
    count: [1, 2],
    build(args, builder) {
      const parts = ledgerParts(args, builder);
      const condition = parts && rowCondition(args[1], builder, parts.build);
      if (parts === undefined || condition === undefined) return undefined;
      const run = (context: FormulaContext): Outcome => {
        const rows = chosen(context.ledgerRows(parts.ledger), condition);
        return isGapOf(rows) ? rows : number(rational(BigInt(rows.length)));
      };
      return { type: 'number', dimension: '', bare: true, ...rowsRead(parts.ledger, condition), run };
    },
  }),
  defineForm({
    names: ['ROWSUM', '行合计'],
    count: [2, 3],
    build(args, builder) {
      const parts = ledgerParts(args, builder);
      const [, column, conditionNode] = args;
      const value = parts && column && builder.wants(parts.build(column), 'number', column);
      const condition = parts && rowCondition(conditionNode, builder, parts.build);
      if (parts === undefined || value === undefined || condition === undefined) return undefined;
      const run = (context: FormulaContext): Outcome => {
        const numbers = numbersOf(chosen(context.ledgerRows(parts.ledger), condition), value);
        return isGapOf(numbers) ? numbers : number(numbers.reduce(add, ZERO), value.dimension);
      };
      return { type: 'number', dimension: value.dimension, bare: false, ...rowsRead(parts.ledger, condition), run };
    },
  }),
  defineForm({
    names: ['LIST', '列举'],
    count: [2, 3],
    build(args, builder) {
      const parts = ledgerParts(args, builder);
      const [, column, conditionNode] = args;
      const value = parts && column && builder.wants(parts.build(column), 'text', column);
      const condition = parts && rowCondition(conditionNode, builder, parts.build);
      if (parts === undefined || value === undefined || condition === undefined) return undefined;
      const run = (context: FormulaContext): Outcome => {
        const rows = chosen(context.ledgerRows(parts.ledger), condition);
        if (isGapOf(rows)) return rows;
        return {
          kind: 'text',
          text: rows
            .map((row) => textOf(value.run(row)))
            .filter((text) => text !== '')
            .join('、'),
        };
      };
      return { type: 'text', dimension: '', bare: false, ...rowsRead(parts.ledger, condition), run };
    },
  }),
];
