/** The record held against its chain from the workbench; who did it and what came of it is itself a row of the record. */
import Type from 'typebox';
import { action, query } from '../action/action.ts';
import { lastSeal } from './audit.store.ts';
import { lastOf } from './look.store.ts';
import { mayAudit } from './policy.ts';
import { verifyWithin } from './verify.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
const VERIFY = 'audit.chain.verify';

export const verifyChain = action({
  name: VERIFY,
  input: Nothing,
  async load() {},
  may: mayAudit,
  run: (tx, _, __, { who }) => verifyWithin(tx, who.tenant),
  audit: ({ sealed, findings, head }) => ({ about: 'audit', detail: { sealed, head, faults: findings.length } }),
});

/** How far the record is sealed, and what the last verification said. */
export const chainState = query({
  name: 'audit.chain.state',
  input: Nothing,
  may: mayAudit,
  async run(tx, _, { who }) {
    const last = await lastSeal(tx, who.tenant);
    const verified = await lastOf(tx, who.tenant, VERIFY);
    const { sealed = 0, faults = 0 } = (verified?.detail ?? {}) as { sealed?: number; faults?: number };
    return {
      sealed: last?.seq ?? 0n,
      head: last?.hash ?? '',
      ...(verified === undefined ? {} : { verified: { at: verified.at, person: verified.person, sealed, faults } }),
    };
  },
});
