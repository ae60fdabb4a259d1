/** Answers as they would be with other figures, each read as if its filler had typed it. */
import { stateTyped } from '../../collect/index.ts';
import { type Figure, type Finding, printPeriod } from '../../kernel/index.ts';
import type { RoundEvaluation } from './round-evaluation.ts';

export interface SupposedFigure {
  /** Code of a school or county within the unit; the unit itself when left out. */
  readonly subject?: string;
  readonly item: string;
  /** `prior`: the year before. */
  readonly year?: 'now' | 'prior';
  /** As it would be typed: `12,988.02`. */
  readonly value: string;
  /** As it would be typed; the item's when left out. */
  readonly unit?: string;
}

/** What a filler would be refused is found, all at once. */
export function withFigures(
  { submission, scheme, register, round }: RoundEvaluation,
  unit: string,
  supposed: readonly SupposedFigure[],
): { readonly figures: readonly Figure[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const given = supposed.flatMap(({ subject: code = unit, item, year = 'now', value, unit: written }) => {
    const subject = register.tree.find(code);
    const school = subject?.kind === 'school';
    const asked = register.numberOf((school ? subject.parent : subject?.code) ?? '') ?? 0;
    const stated = stateTyped(
      { subject: code, item, year, typed: value, seen: 0, ...(written === undefined ? {} : { unit: written }) },
      {
        scheme,
        register,
        task: { unit: asked, dept: '', part: school ? 'schools' : 'forms', round: round.round },
        source: { kind: 'form', by: '' },
      },
    );
    if ('figure' in stated) return [stated.figure];
    findings.push(...stated);
    return [];
  });
  const places = new Set(given.map(placeOf));
  return { figures: [...submission.figures.filter((figure) => !places.has(placeOf(figure))), ...given], findings };
}

const placeOf = ({ key: { subject, item, period } }: Figure): string => `${subject}\t${item}\t${printPeriod(period)}`;
