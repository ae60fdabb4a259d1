import type { Sentences } from '../../kernel/index.ts';

interface Row {
  readonly seq: string;
  readonly entry: string;
}

export const en = {
  'audit.row.changed': (d: Row) =>
    `Entry ${d.seq} of the record (${d.entry}) was changed. Keep the data and find out why.`,
  'audit.row.removed': (d: Row) =>
    `Entry ${d.seq} of the record (${d.entry}) was removed. Compare with a backup and find out why.`,
  'audit.row.added': (d: Row) => `Entry ${d.seq} of the record (${d.entry}) was put in afterwards. Find out why.`,
  'audit.chain.broken': (d: Row) => `Seals before entry ${d.seq} are missing. Compare with a backup and find out why.`,
} satisfies Sentences;
