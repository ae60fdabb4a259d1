import { compareReports } from '../../report/on-files.ts';
import type { Command } from '../command.ts';
import { readInput } from '../files.ts';

export const compare: Command = {
  usage: 'compare BASE.docx EDITED.docx [--json]',
  about: { zh: '读回修改稿：哪些数字改了，哪些取数丢了，哪些文字动了。', en: 'Read an edited report back.' },
  positionals: { min: 2, max: 2 },
  options: {},
  run({ positionals: [base = '', edited = ''], flag, print, tell, language }) {
    const result = compareReports({ file: base, bytes: readInput(base) }, { file: edited, bytes: readInput(edited) });
    if (flag('json')) {
      print(JSON.stringify(result));
      return 0;
    }
    const zh = language === 'zh';
    if (result.byWords)
      tell(
        zh
          ? `${edited} 里没有取数控件（签发稿，或经别的软件另存），按前后文字比对。`
          : `${edited} holds no controls (an issued copy, or another program dropped them): compared by its words.`,
      );
    for (const { slot, label, was, is } of result.changed)
      print(`${zh ? '数据有改动' : 'changed'}\t${slot}\t${label}\t${was} → ${is}`);
    for (const { slot, label, was } of result.missing)
      print(`${zh ? '取数丢失' : 'missing'}\t${slot}\t${label}\t${was}`);
    for (const { slot, is } of result.added) print(`${zh ? '多出取数' : 'added'}\t${slot}\t\t${is}`);
    for (const { was, is } of result.prose) print(`${zh ? '文字有改动' : 'prose'}\t${was ?? ''}\t${is ?? ''}`);
    const [changed, missing, added, prose] = [result.changed, result.missing, result.added, result.prose].map(
      ({ length }) => length,
    );
    tell(
      zh
        ? `数据改动 ${changed}，取数丢失 ${missing}，多出取数 ${added}，文字改动 ${prose}。`
        : `${changed} figures changed, ${missing} missing, ${added} added; ${prose} paragraphs touched.`,
    );
    return 0;
  },
};
