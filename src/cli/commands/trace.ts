import { existsSync } from 'node:fs';
import { findSlotTraces, ReportProblem, speakTrace, type TraceFile } from '../../report/on-files.ts';
import type { Command } from '../command.ts';
import { beside, readInput } from '../files.ts';

export const trace: Command = {
  usage: 'trace R.docx SLOT [--json]',
  about: { zh: '一个数从哪来：公式、各县填报数、工作簿单元格、佐证材料。', en: 'Walk a figure back to its cells.' },
  positionals: { min: 2, max: 2 },
  options: {},
  run({ positionals: [report = '', slot = ''], flag, print }) {
    const file = beside(report, '.trace.json');
    if (!existsSync(file)) throw ReportProblem.traceMissing({ file });
    const trace = JSON.parse(new TextDecoder().decode(readInput(file))) as TraceFile;
    const found = findSlotTraces(trace, slot);
    print(
      flag('json')
        ? JSON.stringify(found.length === 1 ? found[0] : found)
        : found.map((each) => speakTrace(each, trace.units)).join('\n\n'),
    );
    return 0;
  },
};
