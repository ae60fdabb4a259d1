/**
 * Holes of a report told by their cause. One county that has not filed leaves holes in dozens of sentences and rows;
 * that is one thing to put right, so it is one finding, which counts the places and names the first.
 */
import { type Finding, type Gap, isError, parsePeriod, speakPeriod } from '../kernel/index.ts';
import { nameOfAsked } from '../scheme/on-files.ts';
import type { Material } from './collections.ts';

/** A place that could not print its value. */
export interface Hole {
  readonly slot: string;
  readonly label: string;
  readonly gap: Gap;
}

const NAMED = 3;

/** `known`: what the figures were already found to lack; a hole that follows from it is no second error. */
export function findingsOfHoles(holes: readonly Hole[], material: Material, known: readonly Finding[]): Finding[] {
  const causes = Map.groupBy(holes, ({ gap }) => `${gap.why}\t${unitsOf(gap).join('\t')}`);
  return [...causes.values()].map((alike): Finding => {
    const [first] = alike as [Hole, ...Hole[]];
    const { why } = first.gap;
    const labels = [...new Set(alike.map(({ label }) => label))];
    const followsFromKnown = unitsOf(first.gap).length > 0 && alike.every(({ gap }) => isKnown(gap, known));
    return {
      code: 'report.slot.gap',
      severity: why === 'not-applicable' || followsFromKnown ? 'warn' : 'error',
      at: { slot: first.slot },
      data: {
        label: first.label,
        why,
        missing: missingWords(alike, material),
        ...absence(first.gap, material),
        places: alike.length,
        labels: labels.slice(0, NAMED * 2),
        slots: [...new Set(alike.map(({ slot }) => slot))],
      },
    };
  });
}

const unitsOf = (gap: Gap): readonly string[] => [...new Set(gap.from.map(({ unit }) => unit as string))].sort();

/** Every source of the gap has an error of its own: at the same figure, or at the unit that filed nothing. */
const isKnown = (gap: Gap, known: readonly Finding[]): boolean =>
  gap.from.every(({ unit, item }) =>
    known.some(
      ({ severity, at }) => isError({ severity } as Finding) && at.unit === unit && (at.item ?? item) === item,
    ),
  );

/** 「15个县（市、区）中14个已报」 where the units of the gap are governments that filed nothing at all. */
function absence(
  gap: Gap,
  { submission, evaluation }: Material,
): { readonly total?: number; readonly reported?: number } {
  const filed = new Set<string>(submission.figures.map(({ key }) => key.subject));
  const units = unitsOf(gap);
  if (units.length === 0 || units.some((unit) => filed.has(unit))) return {};
  const judged = evaluation.results.units.filter(({ level }) => level === 'county');
  const reported = judged.filter(({ code }) => filed.has(code)).length;
  return judged.some(({ code }) => units.includes(code)) ? { total: judged.length, reported } : {};
}

/** 「白渡县 生均公用经费（2025年）」, the first few by name. */
function missingWords(holes: readonly Hole[], material: Material): string {
  const named = [...new Set(holes.flatMap(({ gap }) => gap.from.map((ref) => speakRef(ref, material))))];
  return named.length > NAMED ? `${named.slice(0, NAMED).join('、')} 等 ${named.length} 项` : named.join('、');
}

/** Names of what a gap lacks, for a sentence of its own. */
export const gapWords = (gap: Gap, material: Material): string =>
  missingWords([{ slot: '', label: '', gap }], material);

function speakRef({ item, unit, period }: Gap['from'][number], { scheme, submission }: Material): string {
  const read = parsePeriod(period);
  const when = read === undefined ? '' : `（${speakPeriod(read)}）`;
  return `${submission.org.find(unit)?.name ?? unit} ${nameOfAsked(scheme, item)}${when}`;
}
