/** Who is in the register and handed in nothing that could be read. A missing unit is named, never taken for zero. */
import type { Figure, Finding } from '../../kernel/index.ts';
import { levelOf, type OrgTree } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';

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
