import type { Sentences } from '../../kernel/index.ts';

interface Row {
  readonly seq: string;
  readonly entry: string;
}

interface Report {
  readonly report: string;
  readonly version: string;
}

export const en = {
  'audit.row.changed': (d: Row) =>
    `Entry ${d.seq} of the record (${d.entry}) was changed. Keep the data and find out why.`,
  'audit.row.removed': (d: Row) =>
    `Entry ${d.seq} of the record (${d.entry}) was removed. Compare with a backup and find out why.`,
  'audit.row.added': (d: Row) => `Entry ${d.seq} of the record (${d.entry}) was put in afterwards. Find out why.`,
  'audit.chain.broken': (d: Row) => `Seals before entry ${d.seq} are missing. Compare with a backup and find out why.`,
  'audit.tail.removed': (d: { readonly after: string; readonly until: string; readonly at: string }) =>
    `Entries after ${d.after} were cut off: outside the database (audit-heads), entry ${d.until} was on record at ${d.at}. Keep the data, compare with a backup and find out why.`,
  'audit.rows.resealed': (d: { readonly from: string; readonly to: string }) =>
    `Among entries ${d.from} to ${d.to} some were changed and sealed anew: they differ from what stands outside the database (audit-heads). Keep the data, compare with a backup and find out why.`,
  'audit.heads.missing': () =>
    'The data folder has no file audit-heads, so nobody can say whether the end of the record was cut off. It is begun again while the system runs; unless you have just upgraded or restored an older backup, find out where it went.',
  'audit.heads.late': (d: { readonly since: string }) =>
    d.since === 'none'
      ? 'The file audit-heads says nothing of this tenant. Unless you have just upgraded or restored an older backup, find out why.'
      : `The file audit-heads begins at entry ${d.since}. Unless that is when you upgraded or restored an older backup, find out why.`,
  'audit.heads.unreadable': (d: { readonly line: number }) =>
    `Line ${d.line} of the file audit-heads cannot be read: half a line left by a fallen power line, or changed. The others are held against the record.`,
  'audit.report.replaced': (d: Row & Report) =>
    `Version ${d.version} of the report ${d.report} names another file than the one entry ${d.seq} of the record (${d.entry}) says was filed. Keep the data and find out why.`,
  'audit.report.damaged': (d: Row & Report) =>
    `The file of version ${d.version} of the report ${d.report} is gone or was changed (entry ${d.seq} of the record, ${d.entry}). Bring it back from a backup.`,
} satisfies Sentences;
