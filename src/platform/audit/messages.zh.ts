import type { Sentences } from '../../kernel/index.ts';

interface Row {
  readonly seq: string;
  readonly entry: string;
}

interface Report {
  readonly report: string;
  readonly version: string;
}

export const zh = {
  'audit.row.changed': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）被改动过。请封存数据并查明原因。`,
  'audit.row.removed': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）被删除。请从备份中核对并查明原因。`,
  'audit.row.added': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）是事后补入的。请查明原因。`,
  'audit.chain.broken': (d: Row) => `第 ${d.seq} 条之前的封存记录缺失。请从备份中核对并查明原因。`,
  'audit.tail.removed': (d: { readonly after: string; readonly until: string; readonly at: string }) =>
    `第 ${d.after} 条之后的操作记录被截去：库外的封存头（audit-heads）在 ${d.at} 已记到第 ${d.until} 条。请封存数据，从备份中核对并查明原因。`,
  'audit.rows.resealed': (d: { readonly from: string; readonly to: string }) =>
    `第 ${d.from} 至 ${d.to} 条中有操作记录被改动后重新封存：与库外的封存头（audit-heads）不符。请封存数据，从备份中核对并查明原因。`,
  'audit.heads.missing': () =>
    '数据目录中没有封存头文件 audit-heads，无法判断操作记录的末尾是否被截去。系统运行后会重新记起；如果不是刚升级或刚从旧备份恢复，请查明它为何不在。',
  'audit.heads.late': (d: { readonly since: string }) =>
    d.since === 'none'
      ? '封存头文件 audit-heads 中没有本单位的记录。如果不是刚升级或刚从旧备份恢复，请查明原因。'
      : `封存头文件 audit-heads 从第 ${d.since} 条才记起。如果不是那时升级或从旧备份恢复，请查明原因。`,
  'audit.heads.unreadable': (d: { readonly line: number }) =>
    `封存头文件 audit-heads 的第 ${d.line} 行读不出来：断电留下的半行，或被改动过。其余各行照常核对。`,
  'audit.report.replaced': (d: Row & Report) =>
    `报告（${d.report}）第 ${d.version} 版现在指向的文件不是第 ${d.seq} 条操作记录（${d.entry}）中归档的文件。请封存数据并查明原因。`,
  'audit.report.damaged': (d: Row & Report) =>
    `报告（${d.report}）第 ${d.version} 版归档的文件不在或被改动过（第 ${d.seq} 条操作记录，${d.entry}）。请从备份中取回。`,
} satisfies Sentences;
