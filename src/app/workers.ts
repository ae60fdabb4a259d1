/** Work that goes on behind the answers: reminders and letters. */
import type { Db, Handler, Postman } from '../platform/index.ts';
import { keepWorking } from '../platform/index.ts';
import { MAIL_JOB, mailNotices, REMIND_JOB, remindDue, startReminding } from '../review/index.ts';

interface Working {
  readonly db: Db;
  readonly postman: Postman | undefined;
  /** Address people open. */
  readonly home: string;
  now(): Date;
  failed(error: unknown): void;
}

/** `stop` waits for the job under way. */
export async function startWorkers({ db, postman, home, now, failed }: Working): Promise<{ stop(): Promise<void> }> {
  const handlers = new Map<string, Handler>([
    [REMIND_JOB, remindDue(db)],
    [MAIL_JOB, mailNotices({ db, postman, home, language: 'zh' })],
  ]);
  await startReminding(db, now());
  return keepWorking({ db, handlers, now, failed });
}
