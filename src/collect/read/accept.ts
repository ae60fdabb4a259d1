/** Which workbooks are this year's, of this scheme and of a unit we know; of the others nothing is read. */
import type { DeptCode, Finding, FindingData, Severity } from '../../kernel/index.ts';
import type { OrgTree, OrgUnit } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { type Identity, readIdentity, type WorkbookPart } from '../identity.ts';
import type { OpenedBook } from './open.ts';
import { departmentOf } from './table.ts';

export interface Identified extends OpenedBook {
  readonly identity: Identity;
}

export interface AcceptedBook extends OpenedBook {
  readonly unit: OrgUnit;
  readonly dept?: DeptCode;
  readonly part: WorkbookPart;
}

const said = (code: string, severity: Severity, file: string, data: FindingData): Finding => ({
  code,
  severity,
  at: { file },
  data: { file, ...data },
});

/** Workbooks that are no forms, of another scheme or year are left out. */
export function identify(
  books: readonly OpenedBook[],
  scheme: Scheme,
  year: number,
  findings: Finding[],
): Identified[] {
  return books.flatMap(({ file, book }): Identified[] => {
    const identity = readIdentity(book);
    if (identity === undefined) findings.push(said('collect.file.unknown', 'error', file, {}));
    else if (identity.scheme !== '' && identity.scheme !== scheme.code)
      findings.push(said('collect.file.scheme', 'error', file, { got: identity.scheme, asked: scheme.code }));
    else if (identity.year !== year)
      findings.push(
        said('collect.file.year', 'error', file, {
          of: identity.name ?? identity.unit,
          got: identity.year,
          asked: year,
        }),
      );
    else return [{ file, book, identity }];
    return [];
  });
}

/** The first of two workbooks of the same unit and department is read; the order is that of their names. */
export function acceptBooks(
  books: readonly Identified[],
  org: OrgTree,
  scheme: Scheme,
  findings: Finding[],
): AcceptedBook[] {
  const taken = new Map<string, string>();
  return books.flatMap(({ file, book, identity }): AcceptedBook[] => {
    const unit = org.find(identity.unit);
    if (unit === undefined) {
      findings.push(
        said('collect.file.unit', 'error', file, { of: identity.name ?? identity.unit, code: identity.unit }),
      );
      return [];
    }
    const dept = identity.dept === undefined ? undefined : departmentOf(identity.dept, scheme);
    if (identity.dept !== undefined && dept === undefined) {
      findings.push(said('collect.file.dept', 'error', file, { of: unit.name, dept: identity.dept }));
      return [];
    }
    // The line parts its words by spaces, so a name that has some stands there only in part.
    const { lineUnit } = identity;
    if (lineUnit !== undefined && lineUnit !== unit.code && !unit.name.startsWith(lineUnit)) {
      findings.push(said('collect.file.identity', 'error', file, { of: unit.name, line: lineUnit }));
      return [];
    }
    const key = `${unit.code}\t${dept ?? ''}\t${identity.part}`;
    const first = taken.get(key);
    if (first !== undefined) {
      findings.push(said('collect.file.double', 'error', file, { of: unit.name, first }));
      return [];
    }
    taken.set(key, file);
    if (identity.hash !== '' && identity.hash !== scheme.hash)
      findings.push(said('collect.file.version', 'warn', file, { got: identity.version, asked: scheme.version }));
    return [{ file, book, unit, part: identity.part, ...(dept === undefined ? {} : { dept }) }];
  });
}
