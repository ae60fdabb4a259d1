/** TX-7 for what is said of every county (「15个县（市、区）…均比上年增长」): each is asked, and those of which it is not so are named. */
import { compare, type Rational } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import { finding, type LintDocument, type Told } from '../document.ts';
import { plansOf } from '../plans.ts';
import type { Names } from './names.ts';
import { figureOf, printedLike } from './values.ts';

const GROWN_EVERYWHERE =
  /(?:\d+个|各|所有|全部)县(?:（市、区）|\(市、区\)|（市）|市区|区)?([^，。；\d均都]{4,28})(?:均|都|全部)(?:实现)?(?:[比较]上年|同比)?(?:实现)?(?:有所|正)?(?:增长|增加|提高|上升|只增不减)(?=[，。；、了]|$)/g;
const AIMED = /确保|力争|要求|目标|推动|督促/;

/** Units in which the words may give the item. */
const UNITS = ['万元', '元/人', '人', '%'] as const;
const SURE = 0.8;

export function claimedOfEvery({ paragraphs }: LintDocument, material: Material, names: Names): readonly Told[] {
  const plans = plansOf(paragraphs);
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || plans.has(paragraph)) return [];
    return [...paragraph.text.matchAll(GROWN_EVERYWHERE)].flatMap((match) => {
      const [claim, words = ''] = match;
      const item = AIMED.test(paragraph.text.slice(Math.max(0, match.index - 8), match.index))
        ? undefined
        : itemIn(words, names);
      const { fallen, open } = item === undefined ? NONE : fallenIn(item, material);
      if (item === undefined || fallen.length === 0) return [];
      const leaves = [`${item.name}（${fallen.map(({ name }) => name).join('、')}）`];
      const known = fallen.map(({ name, from, to }) => `${name}由${from}降到${to}。`).join('');
      const why = open.length === 0 ? known : `${known}${open.join('、')}缺数，尚不能判定。`;
      return [
        finding('TX-7', paragraph, { start: match.index, end: match.index + claim.length }, { claim, leaves, why }),
      ];
    });
  });
}

const itemIn = (words: string, names: Names): SchemeItem | undefined =>
  UNITS.flatMap((unit) => names.likely({ unit, dimension: '' }, { near: words, before: '' }))
    .filter(({ likeness, item, headed }) => headed === 'beside' && likeness >= SURE && item.prior)
    .sort((a, b) => b.weight * b.likeness - a.weight * a.likeness)[0]?.item;

interface Fallen {
  readonly fallen: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Counties of which nobody can say yet. */
  readonly open: readonly string[];
}

const NONE: Fallen = { fallen: [], open: [] };

function fallenIn(item: SchemeItem, material: Material): Fallen {
  const said = (value: Rational): string => printedLike({ digits: '', unit: '' }, value, item.unit);
  const asked = material.submission.org.below(material.evaluee.code, 'county').map(({ code, name }) => ({
    name,
    now: figureOf(item, material, 0, code),
    prior: figureOf(item, material, -1, code),
  }));
  return {
    fallen: asked.flatMap(({ name, now, prior }) =>
      now === undefined || prior === undefined || compare(now, prior) >= 0
        ? []
        : [{ name, from: said(prior), to: said(now) }],
    ),
    open: asked.flatMap(({ name, now, prior }) => (now === undefined || prior === undefined ? [name] : [])),
  };
}
