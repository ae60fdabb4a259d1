import { findBound, findSlots, findSlotsInText, openWord } from '../../engines/word/index.ts';
import type { Command } from '../command.ts';
import { readInput, readText } from '../files.ts';
import { CliProblem } from '../problems.ts';

export const slots: Command = {
  usage: 'slots FILE.docx|.txt [--json]',
  about: {
    zh: '找出模板中的空：类型、单位、上下文；疑似的和已绑定的单列。',
    en: 'Find the blanks of a template; bound ones apart.',
  },
  positionals: { min: 1, max: 1 },
  options: {},
  run({ positionals: [file = ''], flag, print, tell, language }) {
    if (!/\.(docx|txt)$/i.test(file)) throw CliProblem.kindUnknown({ file });
    const bytes = /\.txt$/i.test(file) ? undefined : readInput(file);
    const found = bytes === undefined ? findSlotsInText(readText(file)) : findSlots(openWord(bytes, file));
    const bound = bytes === undefined ? [] : findBound(bytes, file);
    if (flag('json')) print(JSON.stringify({ slots: found, bound }));
    else {
      for (const slot of found)
        print([slot.id, slot.doubtful ?? '', slot.kind, `${slot.before}【${slot.text}】${slot.after}`].join('\t'));
      for (const { slot, label, before, text, after } of bound)
        print([slot, language === 'zh' ? '已绑定' : 'bound', label, `${before}【${text}】${after}`].join('\t'));
    }
    const doubtful = found.filter((slot) => slot.doubtful !== undefined).length;
    const inTables = found.filter((slot) => slot.inTable && slot.doubtful === undefined).length;
    const sure = found.length - doubtful - inTables;
    const keys = new Set(bound.map(({ slot }) => slot)).size;
    tell(
      language === 'zh'
        ? `${file}：正文空 ${sure} 处，表格空 ${inTables} 处，疑似 ${doubtful} 处${keys === 0 ? '' : `；已绑定 ${keys} 处`}。`
        : `${file}: ${sure} blanks in text, ${inTables} in tables, ${doubtful} doubtful${keys === 0 ? '' : `; ${keys} bound`}.`,
    );
    return 0;
  },
};
