/** Who is in the register and handed in nothing that could be read. A missing unit is named, never taken for zero. */
import type { Figure, Finding } from '../../kernel/index.ts';
import { levelOf, type OrgTree } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { HandedLedger } from '../contract.ts';
import { ledgersAsked } from '../form/ledgers-asked.ts';
import { sheetYear } from '../identity.ts';
import type { AcceptedBook } from './accept.ts';

export function absences(scheme: Scheme, org: OrgTree, figures: readonly Figure[]): Finding[] {
  const present = new Set<string>();
  for (const { subject, reporter } of figures.map(({ key }) => key)) {
    present.add(subject);
    if (reporter.dept !== undefined) present.add(`${subject}\t${reporter.dept}`);
  }
  const findings: Finding[] = [];
  const schoolsAsked = scheme.forms.some(({ level }) => level === 'school');
  for (const unit of org.units) {
    if (unit.kind === 'school') continue;
    const forms = scheme.forms.filter(({ level }) => level === levelOf(unit));
    const at = { unit: unit.code };
    if (forms.length > 0 && !present.has(unit.code)) {
      findings.push({ code: 'collect.unitAbsent', severity: 'warn', at, data: { of: unit.name } });
      continue;
    }
    for (const dept of new Set(forms.flatMap((form) => form.dept ?? []))) {
      if (present.has(`${unit.code}\t${dept}`)) continue;
      const name = scheme.departments.get(dept)?.name ?? dept;
      findings.push({ code: 'collect.deptAbsent', severity: 'warn', at, data: { of: unit.name, dept: name } });
    }
    if (!schoolsAsked || unit.kind !== 'county') continue;
    const schools = org.below(unit.code, 'school');
    if (schools.some(({ code }) => present.has(code))) continue;
    findings.push({ code: 'collect.schoolsAbsent', severity: 'warn', at, data: { of: unit.name } });
  }
  return findings;
}

/** Without a register nobody knows of a county that sent nothing: its share of every total is missing unsaid. */
export function registerAbsent(org: OrgTree, books: readonly AcceptedBook[]): Finding[] {
  const counties = new Set(books.flatMap(({ unit }) => (levelOf(unit) === 'county' ? [unit] : [])));
  const whole = books.some(({ unit }) => unit === org.root && levelOf(unit) !== 'county');
  if (!whole || counties.size === 0) return [];
  const data = { of: org.root.name, counties: counties.size };
  return [{ code: 'collect.registerAbsent', severity: 'warn', at: { unit: org.root.code }, data }];
}

/** Workbooks of forms whose sheet of a ledger is gone, or has lost the heads it is known by. One of another year was told. */
export function absentLedgers(
  scheme: Scheme,
  year: number,
  books: readonly AcceptedBook[],
  handed: readonly HandedLedger[],
): Finding[] {
  const came = new Set(handed.map(({ ledger, unit }) => `${ledger}\t${unit}`));
  return books.flatMap(({ file, book, unit, dept, part }) => {
    if (part !== 'forms') return [];
    const ofOtherYear = new Set(
      book.sheets.filter((sheet) => (sheetYear(sheet) ?? year) !== year).map(({ name }) => name),
    );
    return ledgersAsked(scheme, unit, dept).flatMap(({ code, name }): Finding[] =>
      came.has(`${code}\t${unit.code}`) || ofOtherYear.has(name)
        ? []
        : [
            {
              code: 'collect.ledgerAbsent',
              severity: 'error',
              at: { file, sheet: name, unit: unit.code },
              data: { of: unit.name, ledger: name },
            },
          ],
    );
  });
}
