/** Items of a scheme as candidates: those a report about its first level can print, with the words they are known by. */
import { type ItemCode, isUnit, type Unit } from '../../kernel/index.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { pairsOf, weigh } from './words.ts';

export interface KnownItem {
  readonly item: SchemeItem;
  /** The name without what every name may carry: 数, 其中：, （市本级）. */
  readonly plain: string;
  /** Pairs of the name, each once. */
  readonly pairs: readonly string[];
  /** 市本级 alone. */
  readonly own: boolean;
  /** An aim of the year to come. */
  readonly next: boolean;
  /** Names of the indicators that read it. */
  readonly indicators: readonly string[];
}

export interface KnownItems {
  readonly all: readonly KnownItem[];
  readonly byCode: ReadonlyMap<string, KnownItem>;
  readonly weight: (pair: string) => number;
}

const known = new WeakMap<Scheme, KnownItems>();

export function knownItems(scheme: Scheme): KnownItems {
  const before = known.get(scheme);
  if (before !== undefined) return before;
  const indicators = indicatorsOf(scheme);
  const all = [...scheme.items.values()]
    .filter((item) => item.type !== 'truth' && standsAtTop(item, scheme))
    .map((item): KnownItem => {
      const plain = item.name.replace(/^其中：/, '').replace(/（[^）]*）/g, '');
      return {
        item,
        plain,
        pairs: [...new Set(pairsOf(plain.replace(/(?:人数|次数|金额|数)$/, '')))],
        own: item.name.includes('市本级'),
        next: item.name.startsWith('下年度') || item.name.startsWith('下一年'),
        indicators: indicators.get(item.code) ?? [],
      };
    });
  const made = {
    all,
    byCode: new Map(all.map((each) => [each.item.code as string, each])),
    weight: weigh(all.map(({ plain }) => plain)),
  };
  known.set(scheme, made);
  return made;
}

/** Stated there, summed up to it or computed: a county's own target is no figure of the prefecture. */
function standsAtTop({ by, roll, computed, name }: SchemeItem, { levels }: Scheme): boolean {
  if (/（县级合计）|（全市）$/.test(name)) return false;
  const [top] = levels;
  return computed !== undefined || roll === 'sum' || (top !== undefined && by[top] !== undefined);
}

function indicatorsOf({ indicators }: Scheme): ReadonlyMap<ItemCode, readonly string[]> {
  const names = new Map(indicators.map(({ code, name }) => [code as string, name]));
  const found = new Map<ItemCode, string[]>();
  for (const { code, leaf } of indicators) {
    for (const { item } of leaf?.value?.uses ?? []) {
      const above = code.split('.')[0] ?? '';
      found.set(item, [...(found.get(item) ?? []), names.get(above) ?? '']);
    }
  }
  return found;
}

/** The unit behind a blank as the kernel knows it; 「万，」 after money has lost its 元. */
export function unitOfText(unit: string | undefined): Unit | undefined {
  if (unit === undefined) return undefined;
  const plain = unit.trim().replace('％', '%');
  if (isUnit(plain)) return plain;
  if (plain === '亿') return '亿元';
  if (plain === '万') return '万元';
  return plain === '平方米' ? '㎡' : plain === '万平方米' ? '万㎡' : undefined;
}
