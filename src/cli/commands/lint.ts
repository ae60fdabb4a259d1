import { findNameless, findOutside, openWord, readParagraphs } from '../../engines/word/index.ts';
import { isError } from '../../kernel/index.ts';
import { lintParagraphs, lintReport, materialFor, paragraphsOfText, tracesOf } from '../../report/on-files.ts';
import type { Command } from '../command.ts';
import { readInput, readText } from '../files.ts';
import { EVALUATION_OPTIONS, evaluateInputs } from '../inputs.ts';
import { CliProblem } from '../problems.ts';

export const lint: Command = {
  usage: 'lint FILE.docx|.txt [--scheme DIR --figures PATH --year Y --as-of DATE --last-year results.json] [--json]',
  about: {
    zh: '校核报告：漏填、年份、增幅、占比、口径、文号、编号；带数据时逐数核对。',
    en: 'Check a report, with or without data.',
  },
  positionals: { min: 1, max: 1 },
  options: { ...EVALUATION_OPTIONS, scheme: { type: 'string' }, figures: { type: 'string' } },
  run(invocation) {
    const [file = ''] = invocation.positionals;
    if (!/\.(docx|txt)$/i.test(file)) throw CliProblem.kindUnknown({ file });
    const bytes = /\.txt$/i.test(file) ? undefined : readInput(file);
    const word = bytes && openWord(bytes, file);
    const paragraphs = word === undefined ? paragraphsOfText(readText(file)) : readParagraphs(word);
    const withData = invocation.text('scheme') !== undefined && invocation.text('figures') !== undefined;
    const year = invocation.text('year');
    const found = withData
      ? lintWithData(invocation, paragraphs, bytes && { file, bytes })
      : lintParagraphs(paragraphs, year === undefined ? {} : { year: Number(year) });
    const outside = word === undefined ? [] : [...findOutside(word), ...findNameless(word)];
    const findings = [...found, ...outside].map((finding) => ({ ...finding, at: { file, ...finding.at } }));
    if (invocation.flag('json'))
      invocation.print(
        JSON.stringify({ findings: findings.map((finding) => ({ ...finding, says: invocation.says(finding) })) }),
      );
    else invocation.tellFindings(findings);
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
    invocation.tell(
      invocation.language === 'zh'
        ? `${file}：须改正 ${count('error')}，须说明 ${count('warn')}，提醒 ${count('hint')}。`
        : `${file}: ${count('error')} errors, ${count('warn')} to explain, ${count('hint')} hints.`,
    );
    return findings.some(isError) ? 1 : 0;
  },
};

function lintWithData(
  invocation: Parameters<Command['run']>[0],
  paragraphs: ReturnType<typeof readParagraphs>,
  word?: { file: string; bytes: Uint8Array },
) {
  const { scheme, submission, evaluation, asOf } = evaluateInputs(invocation);
  const material = materialFor(scheme, submission, evaluation);
  const traces = word === undefined ? [] : tracesOf(word, material, asOf);
  return lintReport(paragraphs, { year: scheme.year, asOf, traces, material });
}
