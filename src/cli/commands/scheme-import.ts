import { existsSync } from 'node:fs';
import path from 'node:path';
import { isError } from '../../kernel/index.ts';
import { checkScheme, type DraftHead, importPaper } from '../../scheme/on-files.ts';
import type { Command } from '../command.ts';
import { readInput, writeOutputs } from '../files.ts';
import { CliProblem } from '../problems.ts';

const LEVELS: readonly DraftHead['level'][] = ['province', 'prefecture', 'county'];

export const schemeImport: Command = {
  usage: 'scheme import FILE.docx|.xlsx --out DIR --code CODE --name NAME --year Y [--level county] [--json]',
  about: {
    zh: '把下发的指标表（Word 或 Excel）变成方案文件夹：指标、分值、责任单位、评分标准原文，每项先由人评分。',
    en: 'Make the folder of a scheme out of an issued table of indicators; each is scored by a person at first.',
  },
  positionals: { min: 1, max: 1 },
  options: {
    out: { type: 'string', required: true },
    code: { type: 'string', required: true },
    name: { type: 'string', required: true },
    year: { type: 'string', required: true },
    level: { type: 'string' },
  },
  run({ positionals: [file = ''], text, flag, print, tell, tellFindings, says, language }) {
    if (!/\.(docx|xlsx)$/i.test(file)) throw CliProblem.kindUnknown({ file });
    const level = LEVELS.find((each) => each === (text('level') ?? 'county'));
    if (level === undefined) throw CliProblem.levelUnknown({ given: text('level') ?? '', known: LEVELS });
    const year = /^\d{4}$/.exec(text('year') ?? '')?.[0];
    if (year === undefined) throw CliProblem.numberUnreadable({ option: '--year', given: text('year') ?? '' });
    const head = { code: text('code') ?? '', name: text('name') ?? '', year: Number(year), level };
    const imported = importPaper(readInput(file), file, { ...head, source: path.basename(file) });
    const out = text('out') ?? '';
    const outputs = Object.entries(imported.files).map(([name, content]) => ({ file: path.join(out, name), content }));
    // Somebody may have worked on the one that lies there.
    const taken = outputs.find((output) => existsSync(output.file));
    if (taken !== undefined) throw CliProblem.fileTaken({ file: taken.file });
    writeOutputs(outputs);
    const findings = [...imported.findings, ...checkScheme(out)];
    if (flag('json'))
      print(JSON.stringify({ findings: findings.map((finding) => ({ ...finding, says: says(finding) })) }));
    else tellFindings(findings);
    tell(
      language === 'zh'
        ? `读出末级指标 ${imported.leaves} 项，写入 ${out}。评分标准的原文在各项的 basis 里，写成计分规则（rule）前由人评分。`
        : `${imported.leaves} leaves read; written to ${out}. The words of each standard stand in its basis; until they are written as a rule, a person scores.`,
    );
    return findings.some(isError) ? 1 : 0;
  },
};
