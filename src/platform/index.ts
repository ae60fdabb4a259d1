/** What every stage stands on: one database, one form of action, one record of what was done. */

export * from './access/index.ts';
export { type Action, action, type By, hasLane, type Lane, type Performing, query } from './action/action.ts';
export type { Answered, Json } from './action/answered.ts';
export { toJson } from './action/json.ts';
export { behind, PAGING } from './action/paging.ts';
export { type Asked, type Download, type Route, route } from './action/route.ts';
export { type Tx, transact, widened, withoutWaiting } from './action/transact.ts';
export { type Aside, openAside, serveAside } from './aside/index.ts';
export {
  type AuditRow,
  type AuditVerdict,
  auditChain,
  auditRoutes,
  auditVerifyRoutes,
  type Heads,
  keepSealing,
  openHeads,
  sealAudit,
  verifyAudit,
} from './audit/index.ts';
export { type BackedUp, type Ground, restoreBackup, writeBackup } from './backup/index.ts';
export { type Db, openDb, openPool } from './db/connect.ts';
export { migrate, readMigrations } from './db/migrate.ts';
export { APP_ROLE, type OpenDatabase, openBeside, openDatabase } from './db/prepare.ts';
export { prepared } from './db/prepared.ts';
export type { Tables } from './db/tables.ts';
export { type Embedded, openEmbedded, openFolder, refusing } from './embedded/index.ts';
export {
  type Files,
  type FilesAtHand,
  FilesProblem,
  noteUpload,
  openFiles,
  refuseUnsent,
  scanWith,
} from './files/index.ts';
export { newId } from './id.ts';
export {
  enqueue,
  freeJobs,
  type Handler,
  type Job,
  keepWorking,
  openQueue,
  type Queue,
  type Workshop,
  workOnce,
} from './jobs/index.ts';
export { type Letter, openPostman, type Postman } from './mail/index.ts';
export { messages } from './on-files.ts';
export { PlatformProblem } from './problems.ts';
export {
  BACKUP_JOB,
  HOUSE_JOB,
  type Installation,
  keepHouse,
  makeBackup,
  startKeepingHouse,
  systemRoutes,
} from './system/index.ts';
