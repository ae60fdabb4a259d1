import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'system.backupUnderWay': () => 'A backup is being made. Make the next when it is done.',
  'system.backupMissing': (d: { name: string }) =>
    `There is no backup ${d.name}. A newer one may have taken its place; reload the list.`,
  'system.severalTenants': (d: { count: number }) =>
    `This system holds ${d.count} prefectures, and a backup holds all of them. Take it from the server itself.`,
} satisfies Sentences;
