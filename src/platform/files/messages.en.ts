import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'files.missing': () => 'There is no such file, or it was cleared away. Upload it again.',
  'files.damaged': (d: { sha256: string }) =>
    `File ${d.sha256.slice(0, 12)}… differs from its checksum and was not used. Have it restored from a backup.`,
  'files.tooLarge': (d: { most: number }) =>
    `The file exceeds ${Math.floor(d.most / 1_000_000)} MB and was not taken. Compress or split it, or list it as 现场查阅.`,
  'files.unclean': (d: { said: string }) =>
    `The virus scan refused the file${d.said === '' ? '' : ` (${d.said})`}. Clean it on your computer and upload it again.`,
  'files.scannerFailed': (d: { fault: string }) =>
    `The virus scanner could not be run (${d.fault}), so the file was not taken. Tell the administrator.`,
  'files.notKept': (d: { fault: string }) =>
    `The file could not be kept (${d.fault}). Check free space and rights of the data folder and try again.`,
} satisfies Sentences;
