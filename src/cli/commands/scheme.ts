import { isError } from '../../kernel/index.ts';
import { checkScheme, diffSchemes, loadScheme } from '../../scheme/on-files.ts';
import type { Command } from '../command.ts';

export const schemeCheck: Command = {
  usage: 'scheme check DIR [--json]',
  about: { zh: '检查评价方案，一次列出全部问题。', en: 'Check a scheme; every finding at once.' },
  positionals: { min: 1, max: 1 },
  options: {},
  run({ positionals: [dir = ''], flag, print, tell, tellFindings, says, language }) {
    const findings = checkScheme(dir);
    if (flag('json'))
      print(JSON.stringify({ findings: findings.map((finding) => ({ ...finding, says: says(finding) })) }));
    else tellFindings(findings);
    const errors = findings.filter(isError).length;
    tell(
      language === 'zh'
        ? `${dir}：须改正 ${errors}，其他 ${findings.length - errors}。`
        : `${dir}: ${errors} errors, ${findings.length - errors} others.`,
    );
    return errors > 0 ? 1 : 0;
  },
};

export const schemeDiff: Command = {
  usage: 'scheme diff A B [--json]',
  about: { zh: '比较两个方案：新增、删除、改分、改口径、改责任单位。', en: 'Compare two schemes.' },
  positionals: { min: 2, max: 2 },
  options: {},
  run({ positionals: [a = '', b = ''], flag, print }) {
    const changes = diffSchemes(loadScheme(a), loadScheme(b));
    print(
      flag('json') ? JSON.stringify({ changes }) : changes.map((change) => Object.values(change).join('\t')).join('\n'),
    );
    return 0;
  },
};
