/** The workbooks people fill, one a unit or department and one a school list, and the names of their files. */
import type { WorkbookPlan } from '../../engines/sheet/index.ts';
import type { DeptCode } from '../../kernel/index.ts';
import { levelOf, type OrgTree, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { type Identity, identityLine, identityProperties, identitySheet, type WorkbookPart } from '../identity.ts';
import { type Answers, BLANK, type FormContent } from './content.ts';
import { evidenceSheet } from './evidence-sheet.ts';
import { itemSheet } from './item-sheet.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { ledgersAsked } from './ledgers-asked.ts';
import { listedSchools } from './school-lists.ts';
import { schoolSheet } from './school-sheet.ts';

function identityOf(scheme: Scheme, unit: OrgUnit, part: WorkbookPart, dept?: DeptCode): Identity {
  const { code, version, hash, year } = scheme;
  const of = { unit: unit.code, name: unit.name, kind: unit.kind };
  return { scheme: code, version, hash, ...of, ...(dept === undefined ? {} : { dept }), year, part };
}

function lineOf(scheme: Scheme, identity: Identity, unit: OrgUnit, dept: DeptCode | undefined): string {
  const name = dept === undefined ? undefined : (scheme.departments.get(dept)?.name ?? dept);
  return identityLine(identity, { unit: unit.name, ...(name === undefined ? {} : { dept: name }) });
}

/** Forms, ledgers and 佐证材料目录 of a unit; with `dept` only what that department of it files. */
export function formWorkbook(
  scheme: Scheme,
  unit: OrgUnit,
  dept: DeptCode | undefined,
  content: FormContent = BLANK,
): WorkbookPlan {
  const level = levelOf(unit);
  const identity = identityOf(scheme, unit, 'forms', dept);
  const line = lineOf(scheme, identity, unit, dept);
  const forms = scheme.forms.filter((form) => form.level === level && (dept === undefined || form.dept === dept));
  const ledgers = ledgersAsked(scheme, unit, dept);
  return {
    sheets: [
      ...forms.map((form) => itemSheet(form, scheme.year, line, content.answers)),
      ...ledgers.map((ledger) => ledgerSheet(ledger, line, content.ledgers.get(ledger.code) ?? [])),
      evidenceSheet(line, content.evidence),
      identitySheet(identity),
    ],
    properties: identityProperties(identity),
  };
}

/** The list of a unit's schools, with those of a 功能区 it hosts. `answers`: school -> item -> answer. */
export function schoolWorkbook(
  scheme: Scheme,
  org: OrgTree,
  unit: OrgUnit,
  answers: ReadonlyMap<string, Answers> = new Map(),
): WorkbookPlan {
  const identity = identityOf(scheme, unit, 'schools');
  const forms = scheme.forms.filter(({ level }) => level === 'school');
  const items = [...new Set(forms.flatMap((form) => form.items))].filter(({ computed }) => computed === undefined);
  const page = {
    org,
    schools: listedSchools(org, unit),
    line: lineOf(scheme, identity, unit, undefined),
    note: forms.flatMap(({ note }) => note ?? []).join(''),
    answers,
  };
  const prior = items.filter((item) => item.prior);
  return {
    sheets: [
      schoolSheet({ ...page, items, year: 'now' }),
      ...(prior.length === 0 ? [] : [schoolSheet({ ...page, items: prior, year: 'prior' })]),
      identitySheet(identity),
    ],
    properties: identityProperties(identity),
  };
}

/** `云屏县_2025.xlsx`, `云屏县_学校_2025.xlsx`, `清江市_财政局_2025.xlsx`. */
export function workbookName(unit: OrgUnit, year: number, part?: string): string {
  return `${[unit.name, part, String(year)].filter((piece) => piece !== undefined).join('_')}.xlsx`;
}
