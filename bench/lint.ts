/** 校核 of the finished report of the sample: every rule over its text. */
import { readFileSync } from 'node:fs';
import { openWord, readParagraphs } from '../src/engines/word/index.ts';
import { lintParagraphs } from '../src/report/index.ts';
import { type BenchRow, timed } from './row.ts';

const TARGET_MS = 200;

/** `report`: the sample's report, made by the job before. */
export async function run(report: string): Promise<readonly BenchRow[]> {
  const bytes = readFileSync(report);
  const { ms, output } = await timed(20, () => lintParagraphs(readParagraphs(openWord(bytes, report)), { year: 2025 }));
  const checked = output.every(({ severity }) => severity !== 'error');
  return [
    {
      work: 'lint the report (open, read, every rule)',
      ours: ms,
      unit: 'ms',
      target: { text: `${TARGET_MS} ms`, reached: ms < TARGET_MS },
      checked,
    },
  ];
}
