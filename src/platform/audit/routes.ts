/** The record over HTTP, for the auditor. */
import { type Route, route } from '../action/route.ts';
import type { Heads } from './heads.ts';
import { chainState, verifyChain } from './hold.ts';
import { exportAudit, listAudit } from './look.ts';

/** Of the record as the database has it. */
export const auditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/audit',
    action: listAudit,
    summary: { zh: '操作记录', en: 'The record of what was done, newest first' },
  }),
  route({
    method: 'GET',
    path: '/audit/export',
    action: exportAudit,
    file: (text) => ({ name: '操作记录.csv', type: 'text/csv', content: Buffer.from(text) }),
    summary: { zh: '导出操作记录', en: 'The record as a table' },
  }),
  route({
    method: 'GET',
    path: '/audit/chain',
    action: chainState,
    summary: { zh: '封存链的状态', en: 'How far the record is sealed, and when it was verified' },
  }),
];

/** `heads`: what of it stands outside the database. */
export const auditVerifyRoutes = (heads: Heads): readonly Route[] => [
  route({
    method: 'POST',
    path: '/audit/verify',
    action: verifyChain(heads),
    summary: { zh: '核验操作记录', en: 'Hold the record against its chain' },
  }),
];
