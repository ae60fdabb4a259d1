import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'backup.notWritten': (d: { file: string; fault: string }) =>
    `备份没有写成（${d.file}，${d.fault}）。请检查剩余空间和写入权限，或换一个不存在的文件名。`,
  'backup.unreadable': (d: { file: string }) => `${d.file} 不是履职的备份文件。请核对路径和文件名。`,
  'backup.damaged': (d: { entry: string }) => `备份文件已损坏（${d.entry}），没有恢复。请换用另一份备份。`,
  'backup.newer': (d: { migration: string }) =>
    `备份出自更新的版本（${d.migration}），本程序不能恢复。请换用更新的程序。`,
  'backup.notEmpty': (d: { what: string }) => `目标不是空的（${d.what}），没有恢复。请恢复到新的数据目录或空数据库。`,
  'backup.roleSeesPart': () => '当前数据库角色受行级权限限制，备份会不完整。请改用 SUPERUSER 或 BYPASSRLS 角色。',
} satisfies Sentences;
