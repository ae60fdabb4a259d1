/** Work that goes on behind the answers: reminders and letters. */
import {
  BACKUP_JOB,
  type Db,
  type Handler,
  HOUSE_JOB,
  type Installation,
  keepHouse,
  keepWorking,
  makeBackup,
  type Postman,
  startKeepingHouse,
} from '../platform/index.ts';
import { MAIL_JOB, mailNotices, REMIND_JOB, remindDue, startReminding } from '../review/index.ts';

interface Working {
  readonly db: Db;
  readonly postman: Postman | undefined;
  /** Address people open. */
  readonly home: string;
  readonly installation: Installation;
  now(): Date;
  failed(error: unknown): void;
}

/** `stop` waits for the job under way. */
export async function startWorkers({ db, postman, home, installation, now, failed }: Working) {
  const handlers = new Map<string, Handler>([
    [BACKUP_JOB, makeBackup(installation)],
    [HOUSE_JOB, keepHouse(db, installation)],
    [REMIND_JOB, remindDue(db)],
    [MAIL_JOB, mailNotices({ db, postman, home })],
  ]);
  await startReminding(db, now());
  await startKeepingHouse(db, now());
  return keepWorking({ db, handlers, now, failed });
}
