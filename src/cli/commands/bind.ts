import { isError } from '../../kernel/index.ts';
import { bindReport } from '../../report/on-files.ts';
import { loadScheme } from '../../scheme/on-files.ts';
import type { Command } from '../command.ts';
import { readInput, writeOutputs } from '../files.ts';

export const bind: Command = {
  usage: 'bind T.docx --bindings B.yaml --scheme DIR --out T2.docx [--json]',
  about: { zh: '把取数绑定写进模板，得到可以反复生成报告的模板。', en: 'Write bindings into a template.' },
  positionals: { min: 1, max: 1 },
  options: {
    bindings: { type: 'string', required: true },
    scheme: { type: 'string', required: true },
    out: { type: 'string', required: true },
  },
  run({ positionals: [file = ''], text, flag, print, tell, tellFindings, says, language }) {
    const scheme = loadScheme(text('scheme') ?? '');
    const bindings = text('bindings') ?? '';
    const bound = bindReport(
      { file, bytes: readInput(file) },
      { file: bindings, text: new TextDecoder().decode(readInput(bindings)) },
      scheme,
    );
    const out = text('out') ?? '';
    writeOutputs([{ file: out, content: bound.bytes }]);
    if (flag('json'))
      print(
        JSON.stringify({
          slots: bound.slots,
          findings: bound.findings.map((finding) => ({ ...finding, says: says(finding) })),
        }),
      );
    else tellFindings(bound.findings);
    tell(
      language === 'zh'
        ? `已绑定 ${bound.slots} 处取数，写入 ${out}。`
        : `${bound.slots} slots bound; written to ${out}.`,
    );
    return bound.findings.some(isError) ? 1 : 0;
  },
};
