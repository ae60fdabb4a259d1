/**
 * Which item a number of a text is a figure of, by the words around it. A text says 「全市在园幼儿8.78万人」 where the
 * scheme says 在园幼儿数: names are cut into pairs of characters, each weighing more the fewer names of its kind have it,
 * and the item is the one most of whose weight stands around the number.
 */
import type { NumberMention } from '../../../engines/prose/index.ts';
import { isUnit, unitDefinition } from '../../../kernel/index.ts';
import type { Scheme, SchemeItem } from '../../../scheme/on-files.ts';
import { dimensionsPerHead, isPerHead } from './per-head.ts';
import { oneWord } from './same-words.ts';

interface Named {
  readonly item: SchemeItem;
  readonly name: string;
  readonly pairs: ReadonlyMap<string, number>;
  readonly whole: number;
  readonly head: string;
}

/** Words of a number: `near` right before and behind it, `before` earlier in the sentence. */
export interface Around {
  readonly near: string;
  readonly before: string;
}

export interface Likeness {
  readonly item: SchemeItem;
  /** 0 to 1: how much of the item's name stands around the number. */
  readonly likeness: number;
  /** The part of it right beside the number. */
  readonly near: number;
  readonly weight: number;
  /** Whether the last word of its name, what it counts, stands beside the number, or earlier in the sentence. */
  readonly headed: 'beside' | 'earlier' | 'no';
}

export interface Names {
  /** Items a number of this unit may be a figure of, likeliest first. */
  likely(number: Pick<NumberMention, 'unit' | 'dimension'>, around: Around): readonly Likeness[];
  /** The item of exactly this name, as a table names it. */
  exactly(name: string): SchemeItem | undefined;
}

const MARKS = /[（）()“”"《》、，,：:；;\s]/g;
/** 责任督学数 and 责任督学 name one thing, as do 平均工资收入 and 平均工资. */
const plain = (name: string): string =>
  oneWord(name)
    .replace(/^其中：/, '')
    .replace(MARKS, '')
    .replace('工资收入', '工资')
    .replace(/(?:人数|次数|轮次|总数|人次|职数|数|金额)$/, '');

function pairsOf(text: string): ReadonlySet<string> {
  const bare = text.replace(MARKS, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= bare.length; at += 1) pairs.add(bare.slice(at, at + 2));
  return pairs;
}

const dimensionOf = ({ unit, dimension }: Pick<NumberMention, 'unit' | 'dimension'>): string =>
  isUnit(unit) ? kindOf(unit) : dimension;

/** Things are counted in words of their own: 起, 项 and 处 are not each other. */
function kindOf(unit: SchemeItem['unit']): string {
  const { family } = unitDefinition(unit);
  return family.dimension === 'thing' ? unit : family.dimension;
}

/** 每名责任督学联系学校4.8所: a pure number, said in the unit of what is counted. */
const AVERAGE = /^(?:每|平均)/;

/** What stands earlier in the sentence counts for less than what stands beside the number. */
const EARLIER = 0.5;

export function namesOf({ items }: Pick<Scheme, 'items'>): Names {
  const numbers = [...items.values()].filter(({ type }) => type === 'number');
  const kinds = Map.groupBy(numbers, ({ unit }) => kindOf(unit));
  const average = numbers.filter(({ unit, name }) => unit === '1' && AVERAGE.test(name));
  const named = new Map([...kinds].map(([kind, each]) => [kind, weigh(kind === '' ? each : [...each, ...average])]));
  const byName = new Map(numbers.map((item) => [item.name.replace(MARKS, ''), item]));
  return {
    exactly: (name) => byName.get(name.replace(MARKS, '')),
    likely(number, said) {
      const around = { near: oneWord(said.near), before: oneWord(said.before) };
      const { near, before } = around;
      const own = dimensionOf(number);
      const perHead = dimensionsPerHead(number, own)
        .flatMap((kind) => named.get(kind) ?? [])
        .filter(({ item }) => isPerHead(item, around));
      const [beside, earlier] = [pairsOf(near), pairsOf(before)];
      return [...(named.get(own) ?? []), ...perHead]
        .map(({ item, pairs, whole, head }): Likeness => {
          let [close, far] = [0, 0];
          for (const [pair, weight] of pairs) {
            if (beside.has(pair)) close += weight;
            else if (earlier.has(pair)) far += weight;
          }
          const weight = close + EARLIER * far;
          const headed = beside.has(head) ? 'beside' : earlier.has(head) ? 'earlier' : 'no';
          return { item, likeness: weight / whole, near: close / whole, weight, headed };
        })
        .filter(({ near }) => near > 0)
        .sort((a, b) => b.weight * b.likeness - a.weight * a.likeness);
    },
  };
}

function weigh(items: readonly SchemeItem[]): readonly Named[] {
  const cut = items.map((item) => ({ item, name: plain(item.name), pairs: pairsOf(plain(item.name)) }));
  const having = new Map<string, number>();
  for (const { pairs } of cut) for (const pair of pairs) having.set(pair, (having.get(pair) ?? 0) + 1);
  return cut.flatMap(({ item, name, pairs }) => {
    if (pairs.size === 0) return [];
    const weights = new Map([...pairs].map((pair) => [pair, Math.log(1 + items.length / (having.get(pair) ?? 1))]));
    const head = plain(item.name.replace(/（[^）]*）$/, '')).slice(-2);
    return [{ item, name, head, pairs: weights, whole: [...weights.values()].reduce((sum, each) => sum + each, 0) }];
  });
}
