import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'files.missing': () => '没有这份文件，或已被清理。请重新上传。',
  'files.damaged': (d: { sha256: string }) =>
    `文件 ${d.sha256.slice(0, 12)}… 与登记的校验值不符，没有使用。请联系管理员从备份中恢复。`,
  'files.tooLarge': (d: { most: number }) =>
    `文件超过 ${Math.floor(d.most / 1_000_000)} MB，没有收。请压缩图片、拆分文件，或登记“现场查阅”。`,
  'files.unclean': (d: { said: string }) =>
    `病毒查杀没有通过${d.said === '' ? '' : `（${d.said}）`}，文件没有收。请在本机查杀后重新上传。`,
  'files.scannerFailed': (d: { fault: string }) => `病毒查杀程序没有运行成功（${d.fault}），文件没有收。请联系管理员。`,
  'files.notKept': (d: { fault: string }) => `文件没有存下来（${d.fault}）。请检查数据目录的剩余空间和写入权限后再试。`,
} satisfies Sentences;
