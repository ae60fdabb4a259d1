import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'backup.notWritten': (d: { file: string; fault: string }) =>
    `The backup could not be written (${d.file}, ${d.fault}). Check free space and rights, or name a file that is not there yet.`,
  'backup.unreadable': (d: { file: string }) => `${d.file} is no backup of Luzhi. Check path and name.`,
  'backup.damaged': (d: { entry: string }) =>
    `The backup is damaged (${d.entry}); nothing was restored. Use another one.`,
  'backup.newer': (d: { migration: string }) =>
    `The backup comes from a newer version (${d.migration}). Use the newer program to restore it.`,
  'backup.notEmpty': (d: { what: string }) =>
    `The target is not empty (${d.what}); nothing was restored. Restore into a new data folder or an empty database.`,
  'backup.roleSeesPart': () =>
    'Row policies hold for this database role, so a backup would be a part. Use a SUPERUSER or BYPASSRLS role.',
} satisfies Sentences;
