/** How the system does, and its backups, over HTTP, for its administrator. */
import { statfs } from 'node:fs/promises';
import Type from 'typebox';
import { action, query } from '../action/action.ts';
import { type Route, route } from '../action/route.ts';
import { enqueue } from '../jobs/index.ts';
import type { Installation } from './installation.ts';
import { BACKUP_JOB, listKept, openKept } from './kept-backups.ts';
import { mayKeepSystem } from './policy.ts';
import { SystemProblem } from './problems.ts';
import { countTenants, databaseState, jobsOf, troubledJobs, waitingLetters } from './system.store.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
const JOBS_SHOWN = 5;

export const readSystem = (installation: Installation) =>
  query({
    name: 'system.state.read',
    input: Nothing,
    may: mayKeepSystem,
    async run(tx, _, { who }) {
      const { version, dataDir, embedded, mail, scanner, singleSignOn } = installation;
      const disk = await statfs(dataDir);
      const [lastBackup] = await listKept(installation);
      return {
        version,
        node: process.version,
        database: { ...(await databaseState(tx)), embedded },
        disk: { free: disk.bavail * disk.bsize, size: disk.blocks * disk.bsize },
        mail: { on: mail, waiting: await waitingLetters(tx, who.tenant) },
        scanner,
        singleSignOn,
        troubled: await troubledJobs(tx, who.tenant),
        ...(lastBackup === undefined ? {} : { lastBackup }),
      };
    },
  });

export const listBackups = (installation: Installation) =>
  query({
    name: 'system.backups.list',
    input: Nothing,
    may: mayKeepSystem,
    run: async (tx, _, { who }) => ({
      kept: await listKept(installation),
      jobs: await jobsOf(tx, who.tenant, BACKUP_JOB, JOBS_SHOWN),
    }),
  });

/** Made behind the answer. Throws `system.backupUnderWay`. */
const startBackup = action({
  name: 'system.backup.make',
  input: Nothing,
  async load() {},
  may: mayKeepSystem,
  async run(tx, _, __, { who, now }) {
    const [last] = await jobsOf(tx, who.tenant, BACKUP_JOB, 1);
    if (last?.state === 'waiting' || last?.state === 'running') throw SystemProblem.backupUnderWay({});
    const of = { tenant: who.tenant, kind: BACKUP_JOB, input: {}, author: who.account };
    return { job: await enqueue(tx, of, now) };
  },
  audit: ({ job }) => ({ about: 'backup', detail: { job } }),
});

/** Whoever takes everything away stands in the record with it. Throws `system.backupMissing`, `severalTenants`. */
const takeBackup = (installation: Installation) =>
  action({
    name: 'system.backup.take',
    input: Type.Object({ name: Type.String({ maxLength: 100 }) }, { additionalProperties: false }),
    async load() {},
    may: mayKeepSystem,
    async run(tx, { name }) {
      const count = await countTenants(tx);
      if (count > 1) throw SystemProblem.severalTenants({ count });
      const kept = await openKept(installation, name);
      if (kept === undefined) throw SystemProblem.backupMissing({ name });
      return { name, ...kept };
    },
    audit: ({ name, size }) => ({ about: `backup ${name}`, detail: { size } }),
  });

export const systemRoutes = (installation: Installation): readonly Route[] => [
  route({
    method: 'GET',
    path: '/system',
    action: readSystem(installation),
    summary: { zh: '系统状态', en: 'How the system does' },
  }),
  route({
    method: 'GET',
    path: '/system/backups',
    action: listBackups(installation),
    summary: { zh: '备份', en: 'Backups that are kept here' },
  }),
  route({
    method: 'POST',
    path: '/system/backups',
    action: startBackup,
    status: 202,
    summary: { zh: '立即备份', en: 'Make a backup now' },
  }),
  route({
    method: 'POST',
    path: '/system/backups/:name/take',
    action: takeBackup(installation),
    file: ({ name, content }) => ({ name, type: 'application/octet-stream', content }),
    summary: { zh: '下载一份备份', en: 'Take a backup away' },
  }),
];
