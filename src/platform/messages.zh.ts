import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'platform.secretEmpty': (d: { file: string }) =>
    `密钥文件“${d.file}”是空的，系统不能打开。请用另处保管的副本覆盖它；数据目录还没有用过的，删除整个目录后重新开启。`,
  'platform.databaseNewer': (d: { migration: string }) =>
    `数据库由更新的版本升级过（${d.migration}），本程序不能打开。请换用更新的程序，或恢复升级前的备份。`,
  'platform.migrationChanged': (d: { migration: string }) =>
    `升级脚本 ${d.migration} 与数据库中已执行的不同。请使用发布的程序，不要改动已执行的脚本。`,
  'platform.roleBypasses': (d: { role: string }) =>
    `数据库角色 ${d.role} 可以绕过行级权限，系统不以它运行。请改用没有 SUPERUSER 和 BYPASSRLS 的角色。`,
  'platform.inputRefused': (d: { places: readonly string[] }) =>
    `提交的内容不合要求：${d.places.join('；')}。请按接口说明改正后再提交。`,
  'platform.forbidden': (d: { action: string }) =>
    `您的岗位不能办理这一步（${d.action}）。请由负责这一步的人办理；如应由您办理，请联系安全管理员核对您的岗位。`,
  'platform.keyReused': (d: { key: string }) => `Idempotency-Key ${d.key} 已用于另一个请求。请换一个新的键再提交。`,
  'platform.asideLost': () => '评分、报告的计算中断了，系统已重新准备。请稍候再试一次；若反复出现，请联系系统管理员。',
} satisfies Sentences;
