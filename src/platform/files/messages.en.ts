import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'files.missing': () => 'There is no such file, or it was cleared away. Upload it again.',
  'files.damaged': (d: { sha256: string }) =>
    `File ${d.sha256.slice(0, 12)}… differs from its checksum and was not used. Have it restored from a backup.`,
  'files.notKept': (d: { fault: string }) =>
    `The file could not be kept (${d.fault}). Check free space and rights of the data folder and try again.`,
} satisfies Sentences;
