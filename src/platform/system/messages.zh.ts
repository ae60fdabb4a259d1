import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'system.backupUnderWay': () => '正在备份，请等它完成后再备份。',
  'system.backupMissing': (d: { name: string }) => `没有备份 ${d.name}。它可能已被新的备份替换，请刷新列表。`,
  'system.severalTenants': (d: { count: number }) =>
    `本系统装有 ${d.count} 个地区的数据，备份包含全部地区，不能在网页下载。请在服务器上取用。`,
} satisfies Sentences;
