import { existsSync } from 'node:fs';
import path from 'node:path';
import { blankWorkbooks, type PriorOf } from '../../collect/on-files.ts';
import { readCsv, readWorkbook, writeWorkbook } from '../../engines/sheet/index.ts';
import { parseLastYear } from '../../evaluate/on-files.ts';
import { divide, isError, periodOf, printExact, printPeriod, unitDefinition } from '../../kernel/index.ts';
import { buildOrgTree, readRegister } from '../../org/on-files.ts';
import { loadScheme, type Scheme } from '../../scheme/on-files.ts';
import type { Command } from '../command.ts';
import { readInput, writeOutputs } from '../files.ts';
import { CliProblem } from '../problems.ts';

/** What units stated a year ago, to stand beside what they are asked now. */
function priorOf(scheme: Scheme, file: string | undefined): PriorOf {
  if (file === undefined) return () => undefined;
  const lastYear = parseLastYear(new TextDecoder().decode(readInput(file)), file, scheme.year - 1);
  return (item, unit) => {
    const filed = lastYear.find(item.code, unit.code, printPeriod(periodOf(item.period, scheme.year, -1)));
    return filed && printExact(divide(filed.exact, unitDefinition(item.unit).inBase));
  };
}

export const workbooks: Command = {
  usage: 'workbooks --scheme DIR --units FILE.csv|.xlsx --out DIR [--last-year results.json]',
  about: {
    zh: '按方案和单位名录写出空的填报表，每个单位、每个市级部门一份，学校名单另成一份。',
    en: 'Write the empty workbooks of a scheme, one a unit and department of a register, and its school lists.',
  },
  positionals: { min: 0, max: 0 },
  options: {
    scheme: { type: 'string', required: true },
    units: { type: 'string', required: true },
    out: { type: 'string', required: true },
    'last-year': { type: 'string' },
  },
  run({ text, tell, tellFindings, print, language }) {
    const [scheme, units, out] = [loadScheme(text('scheme') ?? ''), text('units') ?? '', text('out') ?? ''];
    const bytes = readInput(units);
    const sheets = /\.csv$/i.test(units) ? [readCsv(bytes, units)] : readWorkbook(bytes, units).sheets;
    const { rows, findings: unread } = readRegister(sheets, units);
    const { tree, findings: misplaced } = buildOrgTree(rows);
    const findings = [...unread, ...misplaced];
    tellFindings(findings);
    // Handed out to the wrong units, workbooks are worse than none.
    if (findings.some(isError)) return 1;
    const outputs = blankWorkbooks(scheme, tree, priorOf(scheme, text('last-year'))).map(({ name, plan }) => ({
      file: path.join(out, name),
      content: writeWorkbook(plan),
    }));
    // Somebody may have filled the one that lies there.
    const taken = outputs.find(({ file }) => existsSync(file));
    if (taken !== undefined) throw CliProblem.fileTaken({ file: taken.file });
    writeOutputs(outputs);
    for (const { file } of outputs) print(file);
    tell(
      language === 'zh' ? `共 ${outputs.length} 个文件，写入 ${out}。` : `${outputs.length} files written to ${out}.`,
    );
    return 0;
  },
};
