import type { Sentences } from '../kernel/index.ts';

export const en = {
  'platform.secretEmpty': (d: { file: string }) =>
    `The key “${d.file}” is empty and the system cannot open. Put back the copy you kept elsewhere; if the data folder was never used, delete all of it and start again.`,
  'platform.databaseNewer': (d: { migration: string }) =>
    `The database was brought up by a newer version (${d.migration}); this program cannot open it. Use the newer program, or restore a backup from before.`,
  'platform.migrationChanged': (d: { migration: string }) =>
    `Migration ${d.migration} differs from the one that ran on this database. Use the released program; a migration that ran is never edited.`,
  'platform.roleBypasses': (d: { role: string }) =>
    `The database role ${d.role} passes by row level security; the system does not run as it. Use a role without SUPERUSER and BYPASSRLS.`,
  'platform.inputRefused': (d: { places: readonly string[] }) =>
    `What was sent does not fit: ${d.places.join('; ')}. Correct it as the interface says and send it again.`,
  'platform.forbidden': (d: { action: string }) =>
    `Your post does not take this step (${d.action}). Leave it to who does; if it should be you, have the security administrator look at your posts.`,
  'platform.keyReused': (d: { key: string }) =>
    `The Idempotency-Key ${d.key} was used for another request. Send this one with a new key.`,
  'platform.asideLost': () =>
    'The calculation was cut short and is being prepared again. Try once more in a moment; if it keeps happening, tell the system administrator.',
} satisfies Sentences;
