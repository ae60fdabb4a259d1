/** The record held against its chain from the workbench; who did it and what came of it is itself a row of the record. */
import Type from 'typebox';
import { isError, sayInBoth } from '../../kernel/index.ts';
import { action, query } from '../action/action.ts';
import { widened } from '../action/transact.ts';
import { lastSeal } from './audit.store.ts';
import type { Heads } from './heads.ts';
import { lastOf } from './look.store.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { mayAudit } from './policy.ts';
import { verifyWithin } from './verify.ts';

const said = sayInBoth({ zh, en });
const Nothing = Type.Object({}, { additionalProperties: false });
const VERIFY = 'audit.chain.verify';

export const verifyChain = (heads: Heads) =>
  action({
    name: VERIFY,
    input: Nothing,
    async load() {},
    may: mayAudit,
    async run(tx, _, __, { who, files }) {
      const outside = { heads: await heads.read(), files };
      const verdict = await widened(tx, who, () => verifyWithin(tx, who.tenant, outside));
      return { ...verdict, findings: said(verdict.findings) };
    },
    audit: ({ sealed, findings, head }) => ({
      about: 'audit',
      detail: { sealed, head, faults: findings.filter(isError).length },
    }),
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
