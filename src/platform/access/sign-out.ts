/** The end of one's own session. */
import { transact } from '../action/transact.ts';
import { recordAudit } from '../audit/record.ts';
import type { Db } from '../db/connect.ts';
import { endSession, type Session } from './session.ts';

export async function signOut(db: Db, { who, session }: Session, now: Date): Promise<void> {
  await transact(db, who, async (tx) => {
    if (!(await endSession(tx, who.account, session))) return;
    recordAudit(tx, { who, now }, 'access.signOut', { about: who.account, detail: {} });
  });
}
