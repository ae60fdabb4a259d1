import { showScore } from '../../evaluate/on-files.ts';
import { isError } from '../../kernel/index.ts';
import type { Command } from '../command.ts';
import { writeOutputs } from '../files.ts';
import { EVALUATION_OPTIONS, evaluateInputs } from '../inputs.ts';

export const evaluate: Command = {
  usage:
    'evaluate --scheme DIR --figures PATH [--year Y] [--as-of DATE] [--last-year results.json] [--out results.json] [--json]',
  about: { zh: '按方案计算得分和等次，并说明理由。', en: 'Score figures against a scheme and say why.' },
  positionals: { min: 0, max: 0 },
  options: { ...EVALUATION_OPTIONS, out: { type: 'string' } },
  run(invocation) {
    const { submission, evaluation } = evaluateInputs(invocation);
    const findings = [...submission.findings, ...evaluation.results.findings];
    const results = {
      ...evaluation.results,
      findings: findings.map((finding) => ({ ...finding, says: invocation.says(finding) })),
    };
    const out = invocation.text('out');
    if (out !== undefined) writeOutputs([{ file: out, content: `${JSON.stringify(results, undefined, 1)}\n` }]);
    if (invocation.flag('json')) invocation.print(JSON.stringify(results));
    else
      for (const unit of results.units)
        invocation.print(`${unit.unit}\t${showScore(unit)} / ${unit.of}\t${unit.grade}`);
    invocation.tellFindings(findings);
    return findings.some(isError) ? 1 : 0;
  },
};
