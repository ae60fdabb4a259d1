import type { Sentences } from '../../kernel/index.ts';

interface Row {
  readonly seq: string;
  readonly entry: string;
}

export const zh = {
  'audit.row.changed': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）被改动过。请封存数据并查明原因。`,
  'audit.row.removed': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）被删除。请从备份中核对并查明原因。`,
  'audit.row.added': (d: Row) => `第 ${d.seq} 条操作记录（${d.entry}）是事后补入的。请查明原因。`,
  'audit.chain.broken': (d: Row) => `第 ${d.seq} 条之前的封存记录缺失。请从备份中核对并查明原因。`,
} satisfies Sentences;
