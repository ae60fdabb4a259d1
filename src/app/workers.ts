/** Work that goes on behind the answers: reminders, letters, and what a process that died had been asked. */
import {
  BACKUP_JOB,
  type Db,
  freeJobs,
  type Handler,
  HOUSE_JOB,
  type Installation,
  keepHouse,
  keepWorking,
  makeBackup,
  type Postman,
  type Queue,
  startKeepingHouse,
  transact,
} from '../platform/index.ts';
import { MAIL_JOB, mailNotices, REMIND_JOB, remindDue, startReminding } from '../review/index.ts';

interface Working {
  readonly db: Db;
  readonly queue: Queue;
  readonly postman: Postman | undefined;
  /** Address people open. */
  readonly home: string;
  readonly installation: Installation;
  now(): Date;
  failed(error: unknown): void;
}

/** `stop` waits for the job under way. */
export async function startWorkers({ db, queue, postman, home, installation, now, failed }: Working) {
  const handlers = new Map<string, Handler>([
    ...queue.handlers,
    [BACKUP_JOB, makeBackup(installation)],
    [HOUSE_JOB, keepHouse(db, installation)],
    [REMIND_JOB, remindDue(db)],
    [MAIL_JOB, mailNotices({ db, postman, home })],
  ]);
  await startReminding(db, now());
  await startKeepingHouse(db, now());
  return keepWorking({ db, handlers, now, failed });
}

/** Jobs of the process that was here before, whose end is certain. */
export async function freeLeftJobs(db: Db): Promise<void> {
  for (const { tenant } of await db.selectFrom('tenant').select('tenant').execute())
    await transact(db, { tenant, reach: '*' }, (tx) => freeJobs(tx, tenant));
}
