/**
 * A scheme that works from the first day out of what a paper says: every leaf is scored by a person against its words, until
 * somebody writes those words as a rule.
 */
import { stringify } from 'yaml';
import { add, decimal, printDecimal } from '../../kernel/index.ts';
import type { PaperIndicator } from './read-tree.ts';

export interface DraftHead {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Of the paper, kept with each indicator. */
  readonly source: string;
}

const POINTS_DECIMALS = 2;
/** Leaves nobody is named for fall to the office that scores. */
const OFFICE = '督导室';

/** File name -> YAML text. */
export function draftScheme(head: DraftHead, tree: readonly PaperIndicator[]): Readonly<Record<string, string>> {
  const names = [...new Set(tree.flatMap(({ departments }) => departments)), OFFICE];
  const codeOf = new Map(names.map((name, at) => [name, `D${at + 1}`]));
  const leaves = tree.filter(({ isLeaf }) => isLeaf);
  const total = leaves.reduce((sum, { points }) => add(sum, decimal(points ?? '0')), decimal('0'));
  const leadOf = ({ departments: [lead = OFFICE] }: PaperIndicator): string => codeOf.get(lead) ?? '';
  return {
    'scheme.yaml': yaml({
      scheme: head.code,
      name: head.name,
      year: String(head.year),
      levels: [head.level],
      total: printDecimal(total, POINTS_DECIMALS),
    }),
    'departments.yaml': yaml({
      departments: Object.fromEntries(
        names
          .filter((name) => name !== OFFICE || leaves.some((leaf) => leaf.departments.length === 0))
          .map((name) => [codeOf.get(name), { name }]),
      ),
    }),
    'items.yaml': yaml({
      items: Object.fromEntries(
        leaves.map((leaf) => [
          itemOf(leaf),
          {
            name: `${leaf.code} ${leaf.name} 得分`,
            unit: '分',
            by: { [head.level]: leadOf(leaf) },
            prior: 'false',
            ...(leaf.points === undefined ? {} : { min: '0', max: leaf.points }),
          },
        ]),
      ),
    }),
    'indicators.yaml': yaml({
      indicators: Object.fromEntries(tree.map((each) => [each.code, indicatorOf(each, head.source, codeOf)])),
    }),
  };
}

const itemOf = ({ code }: PaperIndicator): string => `score${code.replaceAll('.', 'x')}`;

function indicatorOf(
  indicator: PaperIndicator,
  source: string,
  codeOf: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const { name, points, standard, departments, evidence, at, isLeaf } = indicator;
  const [lead = OFFICE, ...assist] = departments.map((each) => codeOf.get(each));
  return {
    name,
    ...(points === undefined ? {} : { points }),
    ...(isLeaf
      ? {
          lead: departments.length === 0 ? codeOf.get(OFFICE) : lead,
          ...(assist.length === 0 ? {} : { assist }),
          ...(evidence.length === 0 ? {} : { evidence: evidence.map((each) => ({ name: each })) }),
          rule: { type: 'judged', value: itemOf(indicator) },
        }
      : {}),
    basis: { ...(standard === '' ? {} : { text: standard }), source: `${source} ${at}` },
  };
}

const yaml = (of: object): string => stringify(of, { lineWidth: 0, flowCollectionPadding: true });
