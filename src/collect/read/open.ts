/** Opens what was handed in: registers, tables and workbooks, told apart by name; what cannot be opened is said. */
import { readCsv, readWorkbook, type Workbook } from '../../engines/sheet/index.ts';
import { type Finding, Problem } from '../../kernel/index.ts';
import { isRegisterName, type OrgRow, readRegister } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { CollectProblem } from '../problems.ts';
import { type FigureTable, findTable } from './table.ts';

export interface GivenFile {
  /** Relative to the path given, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenedBook {
  readonly file: string;
  readonly book: Workbook;
}

export interface Opened {
  readonly register: readonly OrgRow[] | undefined;
  readonly tables: readonly FigureTable[];
  readonly books: readonly OpenedBook[];
  /** Files that could not be opened, each with the problem that names it. */
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

export function openFiles(files: readonly GivenFile[], scheme: Scheme): Opened {
  const [tables, books, unopened, findings]: [FigureTable[], OpenedBook[], Problem[], Finding[]] = [[], [], [], []];
  let register: OrgRow[] | undefined;
  for (const { name, bytes } of files) {
    const csv = /\.csv$/i.test(name);
    try {
      if (isRegisterName(baseName(name))) {
        const { rows, findings: said } = readRegister(
          csv ? [readCsv(bytes, name)] : readWorkbook(bytes, name).sheets,
          name,
        );
        register = [...(register ?? []), ...rows];
        findings.push(...said);
      } else if (csv) tables.push(findTable(readCsv(bytes, name), name, scheme));
      else if (/\.xlsx$/i.test(name)) {
        const book = readWorkbook(bytes, name);
        books.push({ file: name, book });
        findings.push(...book.findings);
      } else throw CollectProblem.fileKind({ file: name }, { file: name });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      unopened.push(problem);
      findings.push({ code: problem.code, severity: 'error', at: { ...problem.at, file: name }, data: problem.data });
    }
  }
  return { register, tables, books, problems: unopened, findings };
}
