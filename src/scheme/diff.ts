/** What changed from one version of a scheme to the next, as data: 新增 删除 改分 改口径 改责任单位. */
import { printExact } from '../kernel/index.ts';
import type { Computation, Scheme, SchemeIndicator, SchemeItem } from './scheme.ts';

/** As officials name them; a change of points, of meaning or of who answers is told apart. */
type SchemeChangeKind = '新增' | '删除' | '改分' | '改口径' | '改责任单位';

export interface SchemeChange {
  readonly kind: SchemeChangeKind;
  readonly of: 'item' | 'indicator';
  readonly code: string;
  readonly name: string;
  /** As shown to people; empty for what was added or removed. */
  readonly was: string;
  readonly is: string;
}

type Facts = Readonly<Partial<Record<SchemeChangeKind, string>>>;

function howMade(made: Computation): string {
  if (made.kind === 'formula') return made.formula.text;
  return `${made.kind} ${made.kind === 'own' ? made.item : (made.where?.text ?? '')}`;
}

/** What an item means: its words, its unit and time, and the formula it is made by. */
const itemFacts = (item: SchemeItem): Facts => {
  const made = item.computed;
  const formula = made === undefined ? '' : howMade(made);
  const period = `${item.period.kind} ${item.period.day ?? ''} ${item.period.offset}`;
  return {
    改口径: [item.name, item.definition ?? '', item.unit, period, formula]
      .filter((part) => part.trim() !== '')
      .join('；'),
    改责任单位: Object.entries(item.by)
      .map(([level, dept]) => `${level} ${dept}`)
      .sort()
      .join('、'),
  };
};

/** Formula texts of a rule stand where the compiled formulas were; bigints as decimals. */
const ruleText = (rule: unknown): string =>
  JSON.stringify(rule, (_key, value) => {
    if (typeof value === 'object' && value !== null && 'text' in value && 'evaluate' in value) return value.text;
    if (typeof value === 'object' && value !== null && 'num' in value)
      return printExact(value) ?? `${value.num}/${value.den}`;
    return value;
  }) ?? '';

const indicatorFacts = ({ name, points, leaf }: SchemeIndicator): Facts => ({
  改分: printExact(points) ?? '',
  改口径: [name, ruleText(leaf?.rule)].filter(Boolean).join('；'),
  改责任单位: [leaf?.lead ?? '', ...(leaf?.assist ?? [])].filter(Boolean).join('、'),
});

function diffEach<T extends { readonly code: string; readonly name: string }>(
  of: SchemeChange['of'],
  before: readonly T[],
  after: readonly T[],
  facts: (each: T) => Facts,
): SchemeChange[] {
  const [old, fresh] = [before, after].map((list) => new Map(list.map((each) => [each.code, each])));
  const gone = before
    .filter(({ code }) => !fresh?.has(code))
    .map(({ code, name }) => ({ kind: '删除', of, code, name, was: '', is: '' }) as const);
  return after
    .flatMap((now): SchemeChange[] => {
      const { code, name } = now;
      const then = old?.get(code);
      if (then === undefined) return [{ kind: '新增', of, code, name, was: '', is: '' }];
      const [was, is] = [facts(then), facts(now)];
      return (['改分', '改口径', '改责任单位'] as const).flatMap((kind) =>
        was[kind] === is[kind] ? [] : [{ kind, of, code, name, was: was[kind] ?? '', is: is[kind] ?? '' }],
      );
    })
    .concat(gone);
}

/** From `before` to `after`: items first, in the order of the files, then indicators in that of the tree. */
export const diffSchemes = (before: Scheme, after: Scheme): SchemeChange[] => [
  ...diffEach('item', [...before.items.values()], [...after.items.values()], itemFacts),
  ...diffEach('indicator', before.indicators, after.indicators, indicatorFacts),
];
