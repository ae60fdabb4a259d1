import type { Sentences } from '../src/kernel/index.ts';

export const en = {
  'sample.notEmpty': (d: { dir: string }) => `${d.dir} already holds files; no sample was written. Name a new folder.`,
  'sample.notWritable': (d: { dir: string; fault: string }) =>
    `The sample could not be written to ${d.dir} (${d.fault}); nothing was left behind. Check disk space and rights.`,
} satisfies Sentences;
