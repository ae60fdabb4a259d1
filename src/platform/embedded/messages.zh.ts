import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'platform.embedded.held': (d: { folder: string; pid: number; host: string; since: string }) =>
    `数据文件夹“${d.folder}”正由 ${d.host} 上的进程 ${d.pid} 使用（自 ${d.since} 起）。请使用已在运行的系统，或先停止它再启动。`,
  'platform.embedded.folderRefused': (d: { folder: string; fault: string }) =>
    `无法写入数据文件夹“${d.folder}”（${d.fault}）。请授予写入权限，或另选一个文件夹。`,
  'platform.embedded.binariesMissing': (d: { package: string }) =>
    `找不到数据库程序（${d.package}）。请在程序文件夹中运行 npm ci --ignore-scripts，或用 LUZHI_DATABASE_URL 指定数据库服务器。`,
  'platform.embedded.noRoom': (d: { folder: string; free: number; needed: number }) =>
    `“${d.folder}”所在磁盘剩余 ${d.free} MB，至少需要 ${d.needed} MB。请清理磁盘，或另选一个文件夹。`,
  'platform.embedded.noUser': (d: { tried: readonly string[] }) =>
    `数据库不能以 root 运行，本机也没有可用的用户（${d.tried.join('、')}）。请用普通用户启动，或先建立用户 luzhi。`,
  'platform.embedded.noAccount': (d: { uid: number }) =>
    `当前用户号 ${d.uid} 在本机没有账户，数据库不能建立。请用有账户的用户启动，或为它建立账户。`,
  'platform.embedded.ownedByOther': (d: { folder: string; owner: string; user: string }) =>
    `数据库“${d.folder}”属于用户 ${d.owner}，${d.user} 不能打开。请用 ${d.owner} 或 root 启动。`,
  'platform.embedded.databaseMissing': (d: { folder: string; database: string }) =>
    `数据文件夹“${d.folder}”的数据库应在“${d.database}”，那里没有。从别的机器移来的，请在原机器上备份，再恢复到新文件夹。`,
  'platform.embedded.databaseOfOther': (d: { folder: string; database: string; other: string }) =>
    `“${d.folder}”是“${d.other}”的副本，两者指向同一个数据库“${d.database}”。请打开“${d.other}”，或用备份恢复到新文件夹。`,
  'platform.embedded.unreachable': (d: { folder: string; user: string }) =>
    `数据库“${d.folder}”已存在，但用户 ${d.user} 进不去。请给它上面各级文件夹加上进入权限（chmod o+x）。`,
  'platform.embedded.socketFolder': (d: { folder: string; fault: string }) =>
    `数据库连接用的文件夹“${d.folder}”不可用（${d.fault}）。请删除它后再启动，或用环境变量 TMPDIR 另指定临时文件夹。`,
  'platform.embedded.otherVersion': (d: { folder: string; found: string; wanted: string }) =>
    `“${d.folder}”是 PostgreSQL ${d.found} 的数据，本程序使用 ${d.wanted}。请用原来的程序备份，再恢复到新文件夹。`,
  'platform.embedded.notStarted': (d: { log: string; fault: string }) =>
    `数据库没有启动：${d.fault}。详细记录在“${d.log}”，请按其中的说明处理后再启动。`,
} satisfies Sentences;
