/** What turns a sum into a grade: bands, and the clauses that override it, with bonus points. */
import { compare, parseDecimal, type Rational } from '../kernel/index.ts';
import type { Level, SchemeFile } from './contract.ts';
import type { FormulaDesk } from './formulas.ts';
import type { Notes } from './notes.ts';
import { parsePoints } from './rules.ts';
import type { Scheme, SchemeClause } from './scheme.ts';

/** Half-open bands from the highest down: each `from` below the one before, only the last without. */
export function resolveGrades(files: NonNullable<SchemeFile['grades']>, notes: Notes): Scheme['grades'] {
  let edge: Rational | undefined;
  const names = new Set<string>();
  return files.map(({ name, from: text }, index) => {
    const path = ['grades', index, 'from'];
    const isLast = index === files.length - 1;
    if (names.has(name)) notes.add('error', 'grades.double', ['grades', index, 'name'], { name });
    names.add(name);
    if (text === undefined) {
      if (!isLast) notes.add('error', 'grades.overlap', ['grades', index], { name });
      return { name };
    }
    const from = parseDecimal(text);
    if (isLast) notes.add('error', 'grades.gap', path, { name, from: text });
    if (from === undefined) {
      notes.add('error', 'decimal.form', path, { text });
      return { name };
    }
    if (edge !== undefined && compare(from, edge) >= 0) notes.add('error', 'grades.order', path, { name, from: text });
    edge = from;
    return { name, from };
  });
}

type ClauseFiles = NonNullable<SchemeFile['vetoes']>;

export function resolveClauses(
  section: 'vetoes' | 'downgrades' | 'ceilings',
  files: ClauseFiles,
  levels: readonly Level[],
  desk: FormulaDesk,
): SchemeClause[] {
  return Object.entries(files).flatMap(([code, file]) => {
    const when = desk.compile(file.when, [section, code, 'when'], { type: 'truth' });
    if (when === undefined) return [];
    return [
      {
        code,
        name: file.name,
        when,
        levels: file.levels ?? levels,
        ...(file.basis === undefined ? {} : { basis: file.basis }),
      },
    ];
  });
}

/** A ceiling names the grade that cannot be reached, so the grade must be one of the bands. */
export function resolveCeilings(file: SchemeFile, desk: FormulaDesk, notes: Notes): Scheme['ceilings'] {
  const files = file.ceilings ?? {};
  const grades = new Set((file.grades ?? []).map(({ name }) => name));
  for (const [code, { grade }] of Object.entries(files)) {
    if (!grades.has(grade))
      notes.add('error', 'name.unknown', ['ceilings', code, 'grade'], { kind: 'grade', name: grade });
  }
  return resolveClauses('ceilings', files, file.levels ?? [], desk).map((clause) => ({
    ...clause,
    grade: files[clause.code]?.grade ?? '',
  }));
}

export function resolveBonus(file: NonNullable<SchemeFile['bonus']>, desk: FormulaDesk, notes: Notes): Scheme['bonus'] {
  const most = parsePoints(file.most, ['bonus', 'most'], notes);
  const awards = Object.entries(file.awards).flatMap(([code, award]) => {
    const path = ['bonus', 'awards', code];
    const value = desk.compile(award.value, [...path, 'value'], { type: 'number' });
    const each = parsePoints(award.each, [...path, 'each'], notes);
    return value === undefined || each === undefined ? [] : [{ code, name: award.name, value, each }];
  });
  return most && { most, awards };
}

/** Vetoes and downgrades lower a grade: without bands they would do nothing. */
export function checkGradesAsked(file: SchemeFile, notes: Notes): void {
  if ((file.grades ?? []).length > 0) return;
  for (const section of ['vetoes', 'downgrades'] as const) {
    if (Object.keys(file[section] ?? {}).length > 0) notes.add('error', 'grades.none', [section], { section });
  }
}
