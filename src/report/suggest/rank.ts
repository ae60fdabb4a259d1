/**
 * How well an item fits a blank, 0 to 1: how much of its name is said near the blank, and how much of what is said
 * right before the blank its name explains. Units of another kind exclude, the unit itself adds a little.
 */
import { unitDefinition } from '../../kernel/index.ts';
import { movedBy } from './changes.ts';
import { contextOf } from './context.ts';
import type { Asking, Reason } from './contract.ts';
import { type KnownItem, type KnownItems, unitOfText } from './items.ts';
import { pairsOf, stretches } from './words.ts';

export interface Ranked {
  readonly known: KnownItem;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Words right before the blank that are asked to be explained: the last clause, not the whole sentence. */
const CLAUSE = 16;
const WORDS = new Set(['name', 'docNo', 'agency', 'place', 'person', 'date']);

export function rankItems(asking: Asking, items: KnownItems): readonly Ranked[] {
  const context = contextOf(asking);
  const clause = pairsOf(context.clause.slice(-CLAUSE) + context.behind);
  const wantsOwn = /本级/.test(context.clause) || /市本级|[年市]级预算/.test(context.clause);
  const moved = movedBy(asking);
  const nextYear = asking.headings.some((heading) => heading.includes('下一步')) || /力争|年内/.test(context.sentence);
  return items.all
    .flatMap((known): Ranked[] => {
      const fit = unitFit(asking, known);
      if (fit === undefined || !counts(context.behind, known) || !measures(moved, known)) return [];
      const recall = share(known.pairs, (pair) => context.near.get(pair) ?? 0, items.weight);
      const held = new Set(known.pairs);
      const precision = share(clause, (pair) => (held.has(pair) ? 1 : 0), items.weight);
      const match = 0.6 * recall + 0.4 * precision;
      if (match < 0.12) return [];
      const own = known.own === wantsOwn ? 0 : wantsOwn ? -0.12 : -0.1;
      const next = known.next === nextYear ? 0 : -0.25;
      const section = sectionOf(asking, known);
      // 「教育经费支出XX亿元」 names a 支出, whatever stands before.
      const named = asking.text.slice(0, asking.start).endsWith(known.plain.slice(-2)) ? 0.03 : 0;
      const score = match * 0.85 + fit + own + next + named + (section === undefined ? 0 : 0.03);
      return [{ known, score, reasons: reasonsOf(asking, context, known, { fit, wantsOwn, section }) }];
    })
    .sort((a, b) => b.score - a.score || a.known.pairs.length - b.known.pairs.length);
}

/** Weighted share of `pairs` for which `holds` gives more than nothing. */
function share(pairs: readonly string[], holds: (pair: string) => number, weight: (pair: string) => number): number {
  let [said, all] = [0, 0];
  for (const pair of pairs) {
    said += weight(pair) * holds(pair);
    all += weight(pair);
  }
  return all === 0 ? 0 : said / all;
}

/** 「XX个县」 counts counties: what counts 科室 or 问题 cannot stand there. */
function counts(behind: string, { plain }: KnownItem): boolean {
  const counted = /^\s?个(\p{Script=Han}{1,4})/u.exec(behind)?.[1];
  if (counted === undefined) return true;
  return counted.startsWith('县') ? plain.includes('县') : pairsOf(counted).some((pair) => plain.includes(pair));
}

/** 「增长XX%」 asks by how much, not for the amount itself. */
const measures = (moved: string | undefined, { plain }: KnownItem): boolean =>
  moved === undefined || plain.includes(moved);

const DATED = /日期|月份|时间|[月日]$/;
const TITLED = /页$|文号|标题|案例|表述|计划/;
/** Words that are no place, no body: by what their names say they are. */
const isOther = (kind: Asking['kind'], name: string, part: string | undefined): boolean => {
  if (kind === 'date') return !(part === '日' ? /日$/ : /月份?$/).test(name);
  if (kind === 'docNo') return !/文号|文件|号$/.test(name);
  if (kind === 'place') return DATED.test(name) || TITLED.test(name) || /全称|机构|科室/.test(name);
  return (kind === 'agency' || kind === 'person') && (DATED.test(name) || TITLED.test(name));
};

/** Undefined when the item cannot stand there. */
export function unitFit({ kind, unit: said, text, end }: Asking, { item }: KnownItem): number | undefined {
  if (WORDS.has(kind)) return item.type === 'text' && !isOther(kind, item.name, text[end]) ? 0.05 : undefined;
  if (item.type === 'text') return undefined;
  const { family } = unitDefinition(item.unit);
  if (kind === 'percent') return item.unit === '%' ? 0.1 : undefined;
  if (kind === 'year') return item.unit === '年' ? 0.08 : undefined;
  if (kind === 'money') return family.base === '元' ? 0.08 : undefined;
  const unit = unitOfText(said);
  if (unit === undefined) return 0;
  if (item.unit === unit) return 0.12;
  if (unitDefinition(unit).family.dimension !== family.dimension) return item.unit === '1' ? 0 : undefined;
  // 个 项 件 份 起 处 count things of one kind, but nobody writes 起 for 项.
  return family.base === '个' ? 0.02 : 0.1;
}

function sectionOf({ headings }: Asking, { indicators }: KnownItem): string | undefined {
  return headings.find((heading) =>
    indicators.some((name) => name.length > 3 && pairsOf(name).filter((pair) => heading.includes(pair)).length >= 4),
  );
}

function reasonsOf(
  asking: Asking,
  context: ReturnType<typeof contextOf>,
  known: KnownItem,
  found: { readonly fit: number; readonly wantsOwn: boolean; readonly section: string | undefined },
): readonly Reason[] {
  const held = new Set(known.pairs);
  const words = stretches(`${context.sentence} ${context.behind}`, held).filter((word) => word.length > 1);
  const reasons: Reason[] = [];
  if (asking.column !== undefined) reasons.push({ why: 'column', head: asking.column });
  else if (words.length > 0) reasons.push({ why: 'words', words: words.slice(-3) });
  if (found.fit >= 0.08 && asking.unit !== undefined) reasons.push({ why: 'unit', unit: asking.unit });
  if (known.own && found.wantsOwn) reasons.push({ why: 'own' });
  if (found.section !== undefined) reasons.push({ why: 'section', heading: found.section });
  return reasons;
}
