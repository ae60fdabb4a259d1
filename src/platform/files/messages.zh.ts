import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'files.missing': () => '没有这份文件，或已被清理。请重新上传。',
  'files.damaged': (d: { sha256: string }) =>
    `文件 ${d.sha256.slice(0, 12)}… 与登记的校验值不符，没有使用。请联系管理员从备份中恢复。`,
  'files.notKept': (d: { fault: string }) => `文件没有存下来（${d.fault}）。请检查数据目录的剩余空间和写入权限后再试。`,
} satisfies Sentences;
