/**
 * Holes of a report told by their cause. One county that has not filed leaves holes in dozens of sentences and rows;
 * that is one thing to put right, so it is one finding, which counts the places and names the first.
 */
import { followsFrom } from '../evaluate/on-files.ts';
import { type Finding, type Gap, type Place, parsePeriod, printPeriod, speakPeriod } from '../kernel/index.ts';
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
    const followsFromKnown = alike.every(({ gap }) => followsFrom(gap, known));
    return {
      code: 'report.slot.gap',
      severity: why === 'not-applicable' || followsFromKnown ? 'warn' : 'error',
      at: { ...cellOf(first.gap, material), slot: first.slot },
      data: {
        label: first.label,
        why,
        missing: missingWords(alike, material),
        ...absence(first.gap, material),
        ...(material.submission.onlyAccepted ? { accepted: true } : {}),
        places: alike.length,
        labels: labels.slice(0, NAMED * 2),
        slots: [...new Set(alike.map(({ slot }) => slot))],
      },
    };
  });
}

/** The cell that was left empty or could not be used, where the first figure missing has one. */
function cellOf({ from: [ref] }: Gap, { submission }: Material): Place {
  const figure = submission.figures.find(
    ({ key }) => key.subject === ref?.unit && key.item === ref.item && printPeriod(key.period) === ref.period,
  );
  const source = figure?.source;
  return source?.kind === 'cell' ? { file: source.file, sheet: source.sheet, cell: source.cell } : {};
}

const unitsOf = (gap: Gap): readonly string[] => [...new Set(gap.from.map(({ unit }) => unit as string))].sort();

/** 「15个县（市、区）中14个已报」, on a round 「已审核通过」, where the units of the gap are governments that filed nothing at all. */
function absence(
  gap: Gap,
  { submission, evaluation }: Material,
): { readonly total?: number; readonly reported?: number } {
  const filed = new Set<string>(submission.figures.map(({ key }) => key.subject));
  const units = unitsOf(gap);
  if (units.length === 0 || units.some((unit) => filed.has(unit))) return {};
  // A 功能区 is judged like a county and is none.
  const isCounty = ({ code }: { readonly code: string }): boolean => submission.org.find(code)?.kind === 'county';
  const judged = evaluation.results.units.filter(isCounty);
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
