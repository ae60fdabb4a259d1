/** 「增长XX%」 「减少X.XX亿元」 「提高X.XX个百分点」 「其中本级」: blanks that speak of what was named before them. */
import { unitDefinition } from '../../kernel/index.ts';
import { contextOf } from './context.ts';
import type { Asking, Candidate } from './contract.ts';
import { formatsFor } from './formats.ts';
import { type KnownItems, unitOfText } from './items.ts';

const MOVED = /(增长|增加|提高|上升|下降|减少|降低)(?:了|率)?$/;
const PAIR: Readonly<Record<string, readonly [string, string]>> = {
  增长: ['增长', '下降'],
  下降: ['增长', '下降'],
  增加: ['增加', '减少'],
  减少: ['增加', '减少'],
  提高: ['提高', '下降'],
  上升: ['上升', '下降'],
  降低: ['提高', '降低'],
};

/** The word a blank measures a change by: 「比上年增加XX」. */
export const movedBy = ({ text, start }: Asking): string | undefined => MOVED.exec(text.slice(0, start))?.[1];

/** `subjects`: first candidates of the blanks before it in the sentence. */
export function changesFor(asking: Asking, subjects: readonly Candidate[], items: KnownItems): readonly Candidate[] {
  const { clause } = contextOf(asking);
  const moved = movedBy(asking);
  if (moved !== undefined) return movesOf(asking, moved, subjects, items);
  return /其中[市省县]?本级$/.test(asking.text.slice(0, asking.start)) || /^[（(]?[市]?本级$/.test(clause)
    ? ownPartOf(asking, subjects, items)
    : [];
}

function movesOf(
  { kind, unit }: Asking,
  moved: string,
  subjects: readonly Candidate[],
  items: KnownItems,
): readonly Candidate[] {
  const [rise = moved, fall = moved] = PAIR[moved] ?? [];
  const found: Candidate[] = [];
  for (const subject of subjects.toReversed()) {
    const known = items.byCode.get(subject.expression);
    // An aim of next year has its growth stated beside it, not computed.
    if (known === undefined || known.next) continue;
    const isRate = known.item.unit === '%';
    const points = unit === '个百分点';
    if (kind === 'percent' && points !== isRate) continue;
    if (kind === 'money' && unitDefinition(known.item.unit).family.base !== '元') continue;
    if (kind === 'count' && isRate) continue;
    const grows = kind === 'percent' && !points;
    const printed = grows ? '%' : points ? '个百分点' : (unitOfText(unit) ?? known.item.unit);
    const expression = `${grows ? 'GROWTH' : 'CHANGE'}(${known.item.code})`;
    found.push({
      expression,
      name: `${known.item.name} · 比上年${grows ? '增长' : '增减'}`,
      formats: [`${printed} 2`, `${rise}/${fall} ${printed} 2`],
      // Never surer than what it leans on.
      score: Math.max(0.3, Math.min(0.86, subject.score + 0.05) - 0.25 * found.length),
      reasons: [{ why: 'change', of: known.item.name }],
    });
  }
  return found.slice(0, 2);
}

/** 市本级 of what was just said of the whole. */
function ownPartOf(asking: Asking, subjects: readonly Candidate[], items: KnownItems): readonly Candidate[] {
  const named = subjects.toReversed().flatMap(({ expression }) => items.byCode.get(expression) ?? [])[0];
  const own = items.all.find(({ own, plain }) => own && plain === named?.plain);
  if (named === undefined || own === undefined) return [];
  return [
    {
      expression: own.item.code,
      name: own.item.name,
      formats: formatsFor(asking, own.item),
      score: Math.min(0.88, subjects.at(-1)?.score ?? 0.5) + 0.05,
      reasons: [{ why: 'own' }],
    },
  ];
}
