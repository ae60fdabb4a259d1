/** One's own sessions seen and ended; the security administrator ends those of an account it keeps. */
import Type from 'typebox';
import { action, query } from '../../action/action.ts';
import { loadKeptAccount } from '../accounts/load-account.ts';
import { Id } from '../inputs.ts';
import { mayKeepAccounts, mayKeepOwn } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { endSession, endSessions, openSessionsOf } from '../session.ts';

const Nothing = Type.Object({}, { additionalProperties: false });

export const listSessions = query({
  name: 'access.sessions.list',
  input: Nothing,
  may: mayKeepOwn,
  run: (tx, _, { who, now }) => openSessionsOf(tx, who.account, now),
});

/** Throws `access.sessionUnknown`, also for a session of somebody else. */
export const revokeSession = action({
  name: 'access.session.revoke',
  input: Type.Object({ session: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  async load() {},
  may: mayKeepOwn,
  async run(tx, { session }, _, { who }) {
    if (!(await endSession(tx, who.account, session))) throw AccessProblem.sessionUnknown({});
    return { account: who.account };
  },
  audit: ({ account }, { session }) => ({ about: account, detail: { session } }),
});

export const revokeSessions = action({
  name: 'access.sessions.revoke',
  /** Absent: one's own account. */
  input: Type.Object({ account: Type.Optional(Id) }, { additionalProperties: false }),
  async load(tx, { account }, { who }) {
    if (account === undefined || account === who.account) return { account: who.account, own: true };
    return { account: (await loadKeptAccount(tx, who, account)).account, own: false };
  },
  may: (who, { own }) => own || mayKeepAccounts(who),
  async run(tx, _, { account }) {
    await endSessions(tx, account);
    return { account };
  },
  audit: ({ account }) => ({ about: account, detail: {} }),
});
