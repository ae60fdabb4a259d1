import type { Sentences } from '../src/kernel/index.ts';

export const zh = {
  'sample.notEmpty': (d: { dir: string }) => `${d.dir} 里已有文件，没有写入样例。请换一个新的文件夹。`,
  'sample.notWritable': (d: { dir: string; fault: string }) =>
    `样例没能写入 ${d.dir}（${d.fault}），未留下文件。请检查磁盘空间和文件夹权限。`,
} satisfies Sentences;
