/** Functions over the counties or schools below a unit, and the points of an indicator. */
import { add, type Gap, gap, greatest, joinGaps, least, type Rational, rational, ZERO } from '../../../kernel/index.ts';
import type { FormulaContext, Group, Outcome, Reads } from '../contract.ts';
import { type Builder, type BuildingFunction, defineForm } from '../define.ts';
import { type Expression, isGap, NOTHING_READ, number, readsOf, truth, truthOf } from '../expression.ts';
import type { Node } from '../syntax.ts';
import { weightedCv } from './cv.ts';
import { ALWAYS, chosen, isGapOf, numbersOf } from './members.ts';

/** What is asked of each member of the group. */
function inGroup(group: Group, parts: readonly Expression[]): Reads {
  const reads = readsOf(parts);
  return { ...reads, uses: reads.uses.map((use) => ({ ...use, group: use.group ?? group })) };
}

interface GroupParts {
  readonly group: Group;
  readonly value: Expression;
  readonly condition: Expression;
}

/** `(group, value[, condition])` */
function groupParts(args: readonly Node[], builder: Builder, type: 'number' | 'truth'): GroupParts | undefined {
  const [groupNode, valueNode, conditionNode] = args;
  const group = groupNode && builder.group(groupNode);
  const value = valueNode && builder.wants(builder.build(valueNode), type, valueNode);
  const condition =
    conditionNode === undefined ? ALWAYS : builder.wants(builder.build(conditionNode), 'truth', conditionNode);
  return group === undefined || value === undefined || condition === undefined
    ? undefined
    : { group, value, condition };
}

const reducing = (
  names: readonly [string, string],
  reduce: (numbers: readonly Rational[]) => Rational | undefined,
): BuildingFunction =>
  defineForm({
    names,
    count: [2, 3],
    build(args, builder) {
      const parts = groupParts(args, builder, 'number');
      if (parts === undefined) return undefined;
      const { group, value, condition } = parts;
      const run = (context: FormulaContext): Outcome => {
        const numbers = numbersOf(chosen(context.members(group), condition), value);
        if (isGapOf(numbers)) return numbers;
        const result = reduce(numbers);
        return result === undefined ? gap('not-applicable') : number(result, value.dimension);
      };
      return { type: 'number', dimension: value.dimension, bare: false, ...inGroup(group, [value, condition]), run };
    },
  });

/** `(group, condition)` */
const quantified = (
  names: readonly [string, string],
  type: 'number' | 'truth',
  decide: (outcomes: readonly Outcome[]) => Outcome,
): BuildingFunction =>
  defineForm({
    names,
    count: [2, 2],
    build(args, builder) {
      const parts = groupParts(args, builder, 'truth');
      if (parts === undefined) return undefined;
      const { group, value } = parts;
      return {
        type,
        dimension: '',
        bare: false,
        ...inGroup(group, [value]),
        run(context) {
          const members = context.members(group);
          return isGapOf(members) ? members : decide(members.map((member) => value.run(member)));
        },
      };
    },
  });

const joined = (outcomes: readonly Outcome[]): Gap | undefined =>
  joinGaps(outcomes.filter(isGap).filter(({ why }) => why !== 'not-applicable'));

export const groups = [
  quantified(
    ['COUNT', '计数'],
    'number',
    (outcomes) => joined(outcomes) ?? number(rational(BigInt(outcomes.filter(truthOf).length))),
  ),
  quantified(['EVERY', '每个'], 'truth', (outcomes) =>
    outcomes.some((outcome) => outcome.kind === 'truth' && !outcome.truth)
      ? truth(false)
      : (joined(outcomes) ?? truth(true)),
  ),
  quantified(['ANY', '任一'], 'truth', (outcomes) =>
    outcomes.some(truthOf) ? truth(true) : (joined(outcomes) ?? truth(false)),
  ),
  reducing(['SUMOVER', '汇总'], (numbers) => numbers.reduce(add, ZERO)),
  reducing(['MAXOVER', '最大值'], (numbers) => (numbers.length === 0 ? undefined : numbers.reduce(greatest))),
  reducing(['MINOVER', '最小值'], (numbers) => (numbers.length === 0 ? undefined : numbers.reduce(least))),
  defineForm({
    names: ['NAMES', '名单'],
    count: [1, 2],
    build([groupNode, conditionNode], builder) {
      const group = groupNode && builder.group(groupNode);
      const condition =
        conditionNode === undefined ? ALWAYS : builder.wants(builder.build(conditionNode), 'truth', conditionNode);
      if (group === undefined || condition === undefined) return undefined;
      const run = (context: FormulaContext): Outcome => {
        const members = chosen(context.members(group), condition);
        return isGapOf(members)
          ? members
          : { kind: 'text', text: members.map((member) => member.attribute('name')).join('、') };
      };
      return { type: 'text', dimension: '', bare: false, ...inGroup(group, [condition]), run };
    },
  }),
  defineForm({
    names: ['CV', '差异系数'],
    count: [2, 3],
    build([amountNode, weightNode, conditionNode], builder) {
      const amount = amountNode && builder.wants(builder.build(amountNode), 'number', amountNode);
      const weight = weightNode && builder.wants(builder.build(weightNode), 'number', weightNode);
      const condition =
        conditionNode === undefined ? ALWAYS : builder.wants(builder.build(conditionNode), 'truth', conditionNode);
      if (amount === undefined || weight === undefined || condition === undefined) return undefined;
      const run = (context: FormulaContext): Outcome =>
        weightedCv(context.members('schools'), { amount, weight, condition });
      return { type: 'number', dimension: '', bare: false, ...inGroup('schools', [amount, weight, condition]), run };
    },
  }),
  defineForm({
    names: ['SCORE', '得分'],
    count: [1, 1],
    build([node], builder) {
      if (node?.kind !== 'text')
        return node && builder.refuse('formula.type', node, { wanted: 'text', got: node.kind });
      const { text } = node;
      if (!builder.names.indicator(text)) return builder.refuse('formula.unknownIndicator', node, { name: text });
      return {
        type: 'number',
        dimension: 'point',
        bare: false,
        ...NOTHING_READ,
        indicators: [text],
        run: (context) => context.score(text),
      };
    },
  }),
];
