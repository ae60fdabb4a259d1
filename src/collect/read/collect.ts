/**
 * Everything handed in made into one submission. Pure: files come as bytes.
 *
 * 1. open       (files)                  => register, tables, workbooks       open.ts
 * 2. identify   (workbooks)              => those of this scheme and year     accept.ts
 * 3. units      (register, lists, tables) => OrgTree                          units.ts
 * 4. accept     (workbooks, OrgTree)     => one a unit and department         accept.ts
 * 5. read       (sheets, tables)         => figures, rows, evidence           *-sheet.ts, table.ts
 * 6. check      (all of it, scheme)      => findings                          ../check
 */
import type { Workbook } from '../../engines/sheet/index.ts';
import type { DeptCode, Finding, Problem } from '../../kernel/index.ts';
import type { OrgRow, OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { checkSubmission } from '../check/index.ts';
import type { FileRead, Submission } from '../contract.ts';
import { sheetYear, type WorkbookPart } from '../identity.ts';
import { CollectProblem } from '../problems.ts';
import { readSeal } from '../seal.ts';
import { absences, absentLedgers, registerAbsent } from './absent.ts';
import { type AcceptedBook, acceptBooks, identify } from './accept.ts';
import { linkCitations } from './citations.ts';
import { type Desk, openDesk } from './desk.ts';
import { readEvidenceSheet } from './evidence-sheet.ts';
import { type FormReader, readFormSheet } from './form-sheet.ts';
import { readLedgerSheet } from './ledger-sheet.ts';
import { type GivenFile, openFiles } from './open.ts';
import { findSchoolTable, readSchoolTable } from './school-sheet.ts';
import { type ItemsByName, readTable } from './table.ts';
import { unitsOf } from './units.ts';

export interface EvidenceFiles {
  /** Whether the file lies beside the workbooks, by its path in the catalogue. */
  has(file: string): boolean;
  /** Its SHA-256; undefined when it is not there or cannot be read. */
  hashOf(file: string): string | undefined;
  /** Words of small text files, for the search for identity numbers. */
  readonly texts: ReadonlyMap<string, string>;
}

export const NO_EVIDENCE: EvidenceFiles = { has: () => false, hashOf: () => undefined, texts: new Map() };

/** What the pure core is given: `path` names all of it in a problem. */
export interface Handed {
  readonly path: string;
  readonly files: readonly GivenFile[];
  readonly evidence: EvidenceFiles;
  /** Units known beforehand, in place of a register among the files. */
  readonly register?: readonly OrgRow[];
  /** What could not be read, as far as it was tried. */
  readonly unread?: readonly Finding[];
}

/** A problem that carries why nothing could be used, so that the edge can say all of it. */
export type NothingUsable = Problem & { readonly findings: readonly Finding[] };

/** Throws `collect.nothingUsable` when nothing names a unit, and the problem of a file that stands alone. */
export function collectFigures(handed: Handed, scheme: Scheme, year: number): Submission {
  const { path, files, evidence, register } = handed;
  const read = openFiles(files, scheme);
  const opened = register === undefined ? read : { ...read, register };
  const findings = [...opened.findings];
  const identified = identify(opened.books, scheme, year, findings);
  const [problem] = opened.problems;
  if (problem !== undefined && files.length === 1) throw problem;
  if (opened.register === undefined && identified.length + opened.tables.length === 0) {
    throw Object.assign(CollectProblem.nothingUsable({ path }, { file: path }), {
      findings: [...(handed.unread ?? []), ...findings],
    }) satisfies NothingUsable;
  }
  const byName = itemsByName(scheme);
  const { tree, findings: said } = unitsOf({ ...opened, books: identified }, scheme, byName);
  const desk = openDesk(scheme, year, tree);
  const accepted = acceptBooks(identified, tree, scheme, findings);
  const summary = new Map<string, { figures: number; rows: number }>(
    files.map(({ name }) => [name, { figures: 0, rows: 0 }]),
  );
  const counting = (file: string, read: () => void): void => {
    const [figures, rows] = [desk.figures.length, desk.ledgerRows.length + desk.evidence.length];
    read();
    summary.set(file, {
      figures: desk.figures.length - figures,
      rows: desk.ledgerRows.length + desk.evidence.length - rows,
    });
  };
  for (const book of accepted) counting(book.file, () => readBook(book, desk, byName, evidence));
  for (const table of opened.tables) counting(table.file, () => readTable(table, desk, byName));
  const withRegister = opened.register !== undefined;
  const { figures, ledgerRows, handedLedgers } = desk;
  const from = new Map(accepted.map(({ file, book, unit, dept, part }) => [file, fromOf(book, unit, dept, part)]));
  const submission = {
    year,
    org: tree,
    figures,
    ledgerRows,
    handedLedgers,
    evidence: linkCitations(desk),
    files: [...summary].map(([file, counts]) => ({ file, ...counts, ...from.get(file) })),
  };
  const checked = checkSubmission(scheme, submission, evidence.texts);
  const absent = [
    ...(withRegister ? absences(scheme, tree, desk.figures) : registerAbsent(tree, accepted)),
    ...absentLedgers(scheme, year, accepted, handedLedgers),
  ];
  return {
    ...submission,
    findings: [...(handed.unread ?? []), ...findings, ...said, ...absent, ...desk.findings, ...checked],
  };
}

function fromOf(
  book: Workbook,
  unit: OrgUnit,
  dept: DeptCode | undefined,
  part: WorkbookPart,
): Pick<FileRead, 'from' | 'seal'> {
  const seal = readSeal(book);
  return {
    from: { unit: unit.code, part, ...(dept === undefined ? {} : { dept }) },
    ...(seal === undefined ? {} : { seal }),
  };
}

function readBook(book: AcceptedBook, desk: Desk, byName: ItemsByName, evidence: EvidenceFiles): void {
  const { file, unit, dept } = book;
  const reader: FormReader = {
    desk,
    file,
    unit,
    ...(dept === undefined ? {} : { dept }),
    byName,
    stated: new Map(),
    formulas: 0,
  };
  for (const sheet of book.book.sheets) {
    const got = sheetYear(sheet) ?? desk.year;
    if (got !== desk.year) {
      const place = { file, sheet: sheet.name, unit: unit.code };
      desk.tell('collect.sheet.year', 'error', place, { sheet: sheet.name, got, asked: desk.year });
      continue;
    }
    const schools = findSchoolTable(sheet, desk.scheme, byName);
    if (schools !== undefined) readSchoolTable(schools, reader);
    else if (!readFormSheet(sheet, reader) && !readEvidenceSheet(sheet, reader, evidence))
      readLedgerSheet(sheet, reader);
  }
  if (reader.formulas > 0)
    desk.tell('collect.formulaCells', 'hint', { file, unit: unit.code }, { file, count: reader.formulas });
}

/** Names that one item alone has. */
function itemsByName(scheme: Scheme): ItemsByName {
  const named = new Map<string, SchemeItem | undefined>();
  for (const item of scheme.items.values()) named.set(item.name, named.has(item.name) ? undefined : item);
  return named;
}
